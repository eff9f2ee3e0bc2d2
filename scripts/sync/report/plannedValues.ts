import { VIEW_FIELD } from '../config/ownFields.ts';
import { TARGETS } from '../events/event.ts';
import type { Org } from '../org/org.ts';
import { queryTogether, soqlText } from '../org/query.ts';
import { nextRows, ROW, type Row } from '../staging/rows.ts';
import type { Staging } from '../staging/staging.ts';

/** A row that a run would write, with old and new values, which are personal data. */
export interface PlannedRow {
  readonly object: string;
  readonly record: string;
  readonly fields: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
}

/** Every planned row with its values; `count` rows are looked up together. */
export async function plannedValues(
  staging: Staging,
  org: Org,
  count: number,
): Promise<readonly PlannedRow[]> {
  const planned: PlannedRow[] = [];
  for (const target of TARGETS) {
    let last: Row | undefined;
    for (;;) {
      const next = nextRows(staging, target, ROW.planned, last, { count });
      if (next.length === 0) break;
      const views = await oldViews(org, next);
      planned.push(...next.map((row) => withValues(target, row, views.get(row.id))));
      last = next.at(-1);
    }
  }
  return planned;
}

function withValues(object: string, { id, fields, record }: Row, oldView: unknown): PlannedRow {
  const before: Readonly<Record<string, unknown>> = { ...record.fields, [VIEW_FIELD]: oldView };
  const entries = Object.entries(fields).map(([name, to]) => [name, { from: before[name] ?? null, to }]);
  return { object, record: id, fields: Object.fromEntries(entries) as PlannedRow['fields'] };
}

/** The view documents that rows would replace, by record id. They are too large to be part of every look-up. */
async function oldViews(org: Org, rows: readonly Row[]): Promise<ReadonlyMap<string, unknown>> {
  const ids = rows.filter(({ fields }) => VIEW_FIELD in fields).map(({ id }) => soqlText(id));
  if (ids.length === 0) return new Map();
  const soql = `SELECT Id, ${VIEW_FIELD} FROM InsurancePolicy WHERE Id IN (${ids.join(',')})`;
  const records = await queryTogether(org, [soql]);
  return new Map(records.map((record) => [String(record.Id), record[VIEW_FIELD]]));
}
