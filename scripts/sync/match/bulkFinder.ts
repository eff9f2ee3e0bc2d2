import type { Config } from '../config/config.ts';
import { subjectKey, type Target } from '../events/event.ts';
import { bulkQuery } from '../org/bulkQuery.ts';
import { cellsOf, type CsvLine } from '../org/csv.ts';
import type { Org } from '../org/org.ts';
import type { OrgRecord } from '../org/query.ts';
import { columnsRead, forgetFound, foundReader, foundSaver } from '../staging/found.ts';
import type { Staging } from '../staging/staging.ts';
import type { Finder, FoundRecord, RecordsOf } from './finder.ts';
import { CHANGED_AT, checkboxes, customerPath, keyField, lookUpFields } from './lookUpFields.ts';
import { recordReader, type PicklistLabels } from './recordReader.ts';

/** What a Bulk look-up needs. */
export interface BulkReading {
  readonly staging: Staging;
  readonly org: Org;
  readonly config: Config;
  readonly labels: PicklistLabels;
  readonly signal: AbortSignal;
  /** Number of records of the target, counted by the org. */
  readonly records: number;
  readonly onRecords: (count: number) => void;
}

/**
 * Reads every record of the target that has a key by one Bulk query per run, and returns a finder over what was read. A
 * resumed run uses what it has read before. Rows stay text until somebody asks what stands in them.
 */
export async function bulkFinder(target: Target, reading: BulkReading): Promise<Finder> {
  const { staging, config } = reading;
  const columns = columnsRead(staging, target) ?? (await readAll(target, reading));
  const find = foundReader(staging, target);
  const asRecord = rowReader(target, config, columns);
  const matched = recordReader(target, config, reading.labels);
  const foundRecord = (text: string): FoundRecord => ({
    text,
    read: () => matched(asRecord(text)),
    changedAt: () => (asRecord(text)[CHANGED_AT] ?? null) as string | null,
  });
  const recordsOf: RecordsOf = (subject) => find(subject).map(foundRecord);
  return () => Promise.resolve(recordsOf);
}

/** Returns the columns of the rows; none when there are no rows. */
async function readAll(
  target: Target,
  { staging, org, config, signal, records, onRecords }: BulkReading,
): Promise<readonly string[]> {
  const key = keyField(target, config);
  const soql = `SELECT ${lookUpFields(target, config).join(', ')} FROM ${target} WHERE ${key} != null`;
  forgetFound(staging, target);
  const { save, mark, reset, end } = foundSaver(staging, target);
  const watching = { rows: records, waits: config.waits, signal, onRows: () => undefined };
  let names: readonly string[] = [];
  function take(lines: readonly CsvLine[], columns: readonly string[]): void {
    const place = columns.indexOf(key);
    names = columns;
    save(lines.map(({ text, cells }) => ({ subjectKey: subjectKey(cells[place] ?? ''), row: text })));
    onRecords(lines.length);
  }
  await bulkQuery(org, soql, watching, { take, beginPage: reset, endPage: mark });
  end(names);
  return names;
}

/** Returns a function that turns a row of CSV into what the REST API would answer, the one parent nested. */
function rowReader(target: Target, config: Config, columns: readonly string[]): (row: string) => OrgRecord {
  const parent = customerPath(config);
  const { policyAccountRelationship, customerNumber } = config.roles;
  const booleans = checkboxes(target, config);
  return (row) => {
    const record: Record<string, unknown> = {};
    for (const [place, text] of cellsOf(row, columns.length).entries()) {
      const name = columns[place] ?? '';
      const value = text === '' ? null : text;
      if (name === parent) record[policyAccountRelationship] = { [customerNumber]: value };
      else record[name] = booleans.has(name) ? text === 'true' : value;
    }
    return record;
  };
}
