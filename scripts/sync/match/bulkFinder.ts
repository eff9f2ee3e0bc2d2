import type { Config } from '../config/config.ts';
import { subjectKey, type Target } from '../events/event.ts';
import { bulkQuery } from '../org/bulkQuery.ts';
import type { CsvRow } from '../org/csv.ts';
import type { Org } from '../org/org.ts';
import type { OrgRecord } from '../org/query.ts';
import { forgetFound, foundReader, foundSaver, isAllRead, noteAllRead } from '../staging/found.ts';
import type { Staging } from '../staging/staging.ts';
import type { Finder, RecordsOf } from './finder.ts';
import { CHANGED_AT, checkboxes, customerPath, keyField, lookUpFields } from './lookUpFields.ts';
import { recordReader } from './recordReader.ts';

/** What a Bulk look-up needs. */
export interface BulkReading {
  readonly staging: Staging;
  readonly org: Org;
  readonly config: Config;
  readonly signal: AbortSignal;
  /** Number of records of the target, counted by the org. */
  readonly records: number;
  readonly onRecords: (count: number) => void;
}

/**
 * Reads every record of the target that has a key by one Bulk query per run, and returns a finder over what was read. A
 * resumed run uses what it has read before.
 */
export async function bulkFinder(target: Target, reading: BulkReading): Promise<Finder> {
  const { staging, org, config, signal, records, onRecords } = reading;
  if (!isAllRead(staging, target)) {
    const key = keyField(target, config);
    const asRecord = csvReader(target, config);
    const soql = `SELECT ${lookUpFields(target, config).join(', ')} FROM ${target} WHERE ${key} != null`;
    forgetFound(staging, target);
    const save = foundSaver(staging, target);
    const watching = { rows: records, waits: config.waits, signal, onRows: () => undefined };
    await bulkQuery(org, soql, watching, (rows) => {
      save(
        rows.map((row) => ({
          subjectKey: subjectKey(row[key] ?? ''),
          id: row.Id ?? '',
          record: JSON.stringify(asRecord(row)),
        })),
      );
      onRecords(rows.length);
    });
    noteAllRead(staging, target);
  }
  const find = foundReader(staging, target);
  const matched = recordReader(target, config);
  const recordsOf: RecordsOf = (subject) =>
    find(subject).map((text) => ({
      text,
      read: () => matched(JSON.parse(text) as OrgRecord),
      changedAt: () => ((JSON.parse(text) as OrgRecord)[CHANGED_AT] ?? null) as string | null,
    }));
  return () => Promise.resolve(recordsOf);
}

/** Returns a function that turns a CSV row into what the REST API would answer, the one parent nested. */
function csvReader(target: Target, config: Config): (row: CsvRow) => OrgRecord {
  const parent = customerPath(config);
  const { policyAccountRelationship, customerNumber } = config.roles;
  const booleans = checkboxes(target, config);
  return (row) => {
    const record: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(row)) {
      const value = text === '' ? null : text;
      if (name === parent) record[policyAccountRelationship] = { [customerNumber]: value };
      else record[name] = booleans.has(name) ? text === 'true' : value;
    }
    return record;
  };
}
