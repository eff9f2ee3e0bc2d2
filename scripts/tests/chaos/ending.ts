import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Report } from '../../sync/report/report.ts';
import { OUTCOMES } from '../../sync/staging/outcomes.ts';
import type { RoundOrg } from './roundOrg.ts';

/**
 * Everything that a run leaves behind, by name: the report, every record of the org, the state folder. Two runs ended the
 * same way when these are equal.
 */
export type Ending = ReadonlyMap<string, string>;

/** The differences, in words; empty when there are none. */
export function differences(expected: Ending, found: Ending): readonly string[] {
  const names = [...new Set([...expected.keys(), ...found.keys()])].sort();
  return names
    .filter((name) => expected.get(name) !== found.get(name))
    .map(
      (name) =>
        `${name}: ${expected.get(name) ?? 'nothing'} was expected, it is ${found.get(name) ?? 'nothing'}`,
    );
}

type Row = Readonly<Record<string, unknown>>;

interface Job {
  readonly id: string;
  readonly state: string;
}

const JOBS = '/services/data/v66.0/jobs/ingest';

/** Values that differ between runs without anything being wrong. */
const OF_THE_MOMENT = new Set([
  ...['rid', 'CreatedDate', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'],
  ...['Run_Id__c', 'Started__c', 'Finished__c'],
  ...['API_Calls__c', 'API_Share__c', 'Seconds__c', 'Peak_Memory_MB__c'],
]);

const json = (row: Row): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(row).filter(([name, value]) => value !== null && !OF_THE_MOMENT.has(name)),
    ),
  );

/** The exit code and the numbers of a report; throws when the outcomes don't add up to what was read. */
export function endingOfReport(code: number, report: Report): Ending {
  const counts = OUTCOMES.map((outcome) => report[outcome]);
  const sum = counts.reduce((total, one) => total + one, 0);
  if (sum !== report.read) throw new Error(`the outcomes add up to ${sum}, read are ${report.read}`);
  const { read, retried, rowsWritten, newestEvent } = report;
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, report[outcome]]));
  return new Map([
    ['exit code', String(code)],
    ['report', JSON.stringify({ read, ...outcomes, retried, rowsWritten, newestEvent })],
  ]);
}

const OBJECTS = ['Account', 'Contact', 'InsurancePolicy'];

/** A run that was refused, and is fed again, has left a record of its own. */
const RUNS = "SELECT * FROM CuZo_Sync_Run__c WHERE Status__c NOT IN ('Refused', 'Discarded') ORDER BY rid";

/** Every record of the org, from its database. */
export function endingOfOrg(file: string): Ending {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const runs = db
      .prepare(RUNS)
      .all()
      .map((row, place): [string, string] => [
        `run's record ${place}`,
        json({ ...row, Id: null, Name: null }),
      ]);
    return new Map([
      ...runs,
      ...OBJECTS.flatMap((object) =>
        db
          .prepare(`SELECT * FROM ${object} ORDER BY rid`)
          .all()
          .map((row): [string, string] => [`${object} ${String(row.Id)}`, json(row)]),
      ),
    ]);
  } finally {
    db.close();
  }
}

/**
 * The Bulk jobs of the org: whether one is still running, and which records were saved by two of them. Jobs that were
 * created and never closed do no harm.
 */
export async function endingOfJobs({ call }: RoundOrg): Promise<Ending> {
  const list = JSON.parse(await call('GET', JOBS)) as { readonly records: readonly Job[] };
  const saved: string[] = [];
  for (const { id, state } of list.records) {
    if (state !== 'JobComplete') continue;
    const rows: readonly Row[] = parse(await call('GET', `${JOBS}/${id}/successfulResults`), {
      columns: true,
    });
    saved.push(...rows.map((row) => String(row.sf__Id)));
  }
  const twice = saved.filter((id, index) => saved.indexOf(id) !== index);
  const underWay = list.records.filter(({ state }) => state === 'UploadComplete' || state === 'InProgress');
  return new Map([
    ['records saved by two Bulk jobs', twice.join()],
    ['Bulk jobs under way', underWay.map(({ id }) => id).join()],
  ]);
}

/** Files of a run that are kept. */
const KEPT_FILES = ['rejects.ndjson', 'failures.ndjson'];

/**
 * What the state folder remembers and which files it holds. `earlier`: ids of the runs before; a discarded run may remain as
 * an entry, not as a file.
 */
export function endingOfState(folder: string, earlier: readonly string[]): Ending {
  const db = new DatabaseSync(join(folder, 'state.db'), { readOnly: true });
  try {
    const all = (sql: string): readonly Row[] => db.prepare(sql).all();
    const runs = all("SELECT * FROM run WHERE phase <> 'discarded' ORDER BY started, run_id");
    const started = runs.find(({ run_id }) => !earlier.includes(String(run_id)))?.started;
    return new Map([
      ...all('SELECT hex(guard) AS guard, instant FROM as_of').map((row): [string, string] => [
        `as-of ${String(row.guard)}`,
        String(row.instant),
      ]),
      ...all('SELECT * FROM unmatched').map(({ since, ...row }): [string, string] => [
        `kept ${String(row.source)} ${String(row.id)}`,
        JSON.stringify({ ...row, since: String(since) < String(started) ? since : 'this run' }),
      ]),
      ...all('SELECT hex(key) AS key, hex(view) AS view, items FROM compared').map(
        (row): [string, string] => [
          `compared ${String(row.key)}`,
          `${String(row.view)} ${String(row.items)}`,
        ],
      ),
      ['runs', runs.map(({ phase }) => phase).join()],
      ...filesOf(
        folder,
        runs.map(({ run_id }) => String(run_id)),
      ),
    ]);
  } finally {
    db.close();
  }
}

/** Runs are named by their position, because their ids differ. */
function filesOf(folder: string, runs: readonly string[]): readonly [string, string][] {
  const nameOf = (runId: string): string =>
    runs.includes(runId) ? `run ${runs.indexOf(runId)}` : 'discarded run';
  return readdirSync(join(folder, 'runs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [
        `file of ${nameOf(basename(parentPath))}: ${name}`,
        KEPT_FILES.includes(name) ? digest(path) : 'left',
      ];
    });
}

/**
 * Digest of lines in any order, without the position of a reject in the feed, which differs between a folder and standard
 * input.
 */
function digest(path: string): string {
  const lines = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const fault = Object.entries(JSON.parse(line) as Row);
      return JSON.stringify(fault.filter(([name]) => name !== 'file' && name !== 'line'));
    });
  return `${lines.length} lines ${createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 12)}`;
}

/** The ids of the runs that a state folder knows, discarded ones aside. */
export function runIdsOf(folder: string): readonly string[] {
  return runs(folder).map(({ runId }) => runId);
}

/** The report of the newest run, once it is finished. */
export function finishedReport(folder: string, earlier: readonly string[]): Report | undefined {
  const found = runs(folder).find(({ runId }) => !earlier.includes(runId));
  return found?.report === undefined ? undefined : (JSON.parse(found.report) as Report);
}

function runs(folder: string): readonly { readonly runId: string; readonly report: string | undefined }[] {
  const file = join(folder, 'state.db');
  if (!existsSync(file)) return [];
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return db
      .prepare("SELECT run_id, report FROM run WHERE phase <> 'discarded'")
      .all()
      .map((row) => ({
        runId: String(row.run_id),
        report: row.report === null ? undefined : String(row.report),
      }));
  } finally {
    db.close();
  }
}
