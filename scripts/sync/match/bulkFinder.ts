import type { Target } from '../check/checkedEvent.ts';
import type { Config } from '../config/config.ts';
import { bulkQuery } from '../org/bulkQuery.ts';
import type { CsvRow } from '../org/csv.ts';
import type { Org } from '../org/org.ts';
import type { OrgRecord } from '../org/query.ts';
import { subjectKey } from '../stage/stageEvents.ts';
import { inTransaction, setTally, tally, type Staging } from '../stage/staging.ts';
import type { Finder, RecordsOf } from './finder.ts';
import { customerPath, isCheckbox, keyField, lookUpFields, recordReader } from './matchedRecord.ts';

/** What reading all records needs at hand. */
export interface BulkReading {
  readonly staging: Staging;
  readonly org: Org;
  readonly config: Config;
  readonly signal: AbortSignal;
  /** Records of the object, as the org counts them. */
  readonly records: number;
  readonly onRecords: (count: number) => void;
}

/**
 * Reads every record of the object that has a key by a Bulk query, once in a run, and finds keys in what it has read.
 * A stopped run that had read them all doesn't read them again.
 */
export async function bulkFinder(target: Target, reading: BulkReading): Promise<Finder> {
  const { staging, org, config, signal, records, onRecords } = reading;
  const isRead = `read all of ${target}`;
  if (tally(staging, isRead) === undefined) {
    const key = keyField(target, config);
    const soql = `SELECT ${lookUpFields(target, config).join(', ')} FROM ${target} WHERE ${key} != null`;
    staging.prepare('DELETE FROM found WHERE object = ?').run(target);
    const save = staging.prepare('INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?)');
    const watching = { rows: records, waits: config.waits, signal, onRows: () => undefined };
    await bulkQuery(org, soql, watching, (rows) => {
      inTransaction(staging, () => {
        for (const row of rows)
          save.run(target, subjectKey(row[key] ?? ''), row.Id ?? '', JSON.stringify(orgRecord(row, config)));
      });
      onRecords(rows.length);
    });
    setTally(staging, isRead, 'yes');
  }
  return stagedFinder(target, staging, config);
}

function stagedFinder(target: Target, staging: Staging, config: Config): Finder {
  const find = staging.prepare('SELECT record FROM found WHERE object = ? AND subject_key = ?');
  const matched = recordReader(target, config);
  const recordsOf: RecordsOf = (subject) =>
    find.all(target, subject).map(({ record }) => matched(JSON.parse(record as string) as OrgRecord));
  return () => Promise.resolve(recordsOf);
}

/** A row of CSV as the REST API would answer it, with its one parent. */
function orgRecord(row: CsvRow, config: Config): OrgRecord {
  const parent = customerPath(config);
  const record: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(row)) {
    const value = text === '' ? null : text;
    if (name === parent)
      record[config.roles.policyAccountRelationship] = { [config.roles.customerNumber]: value };
    else record[name] = isCheckbox(name, config) ? text === 'true' : value;
  }
  return record;
}
