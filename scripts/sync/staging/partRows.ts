import type { Target } from '../events/event.ts';
import type { Fields } from '../events/record.ts';
import { VIEW_FIELD } from '../config/ownFields.ts';
import type { Place } from './parts.ts';
import { ROW, type PartFrom } from './rows.ts';
import type { Staging } from './staging.ts';

/** A row as the file of a Bulk job has it. */
export interface PartRow {
  readonly place: Place;
  readonly patch: Fields;
  readonly view: string | null;
}

/** The fields that the rows of a target in a given state write. */
export function fieldsToWrite(staging: Staging, target: Target, from: PartFrom): readonly string[] {
  const keys = staging
    .prepare(
      `SELECT DISTINCT key FROM change, json_each(patch) WHERE target = ? AND state = ?
       UNION SELECT ? FROM change WHERE target = ? AND state = ? AND view_event IS NOT NULL ORDER BY key`,
    )
    .all(target, from, VIEW_FIELD, target, from);
  return keys.map(({ key }) => key as string);
}

/** All rows of a target in a given state after a place, in order. */
export function* rowsAfter(
  staging: Staging,
  target: Target,
  from: PartFrom,
  after: Place,
): Generator<PartRow> {
  const rows = staging
    .prepare(
      `SELECT change.record, account, patch, document FROM change LEFT JOIN view ON n = view_event
       WHERE target = ? AND state = ? AND (account, change.record) > (?, ?) ORDER BY account, change.record`,
    )
    .iterate(target, from, after.account, after.record);
  for (const row of rows)
    yield {
      place: { account: row.account as string, record: row.record as string },
      patch: JSON.parse(row.patch as string) as Fields,
      view: row.document as string | null,
    };
}

/** Leaves the rows that CSV can't represent to Collections. Call it within a transaction. */
export function leaveToCollections(staging: Staging, target: Target, places: readonly Place[]): void {
  const leave = staging.prepare(
    `UPDATE change SET state = '${ROW.single}' WHERE target = ? AND account = ? AND record = ?`,
  );
  for (const { account, record } of places) leave.run(target, account, record);
}
