import { parse } from 'csv-parse/sync';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';
import { connect360Template } from '../../connect360/template.ts';
import { generate } from '../../feed/generate/generate.ts';
import type { Expected } from '../../feed/generate/outcomes.ts';
import type { JsonRecord, Org } from '../../local-org/org.ts';
import { ndjson } from '../kit/events.ts';
import { folderForFile } from '../kit/folder.ts';
import { extraEvents, type ExtraEvents, type ExtraPolicy } from './extraEvents.ts';
import { callJob } from './jobProcess.ts';
import { openRoundOrg } from './roundOrg.ts';

/** The starting point of every round: an org, the job's state folder and a feed. Rounds work on copies. */
export interface Ground {
  readonly folder: string;
  /** Database of the org. */
  readonly orgFile: string;
  readonly stateDir: string;
  /** The feed as a folder, and as one file for standard input. */
  readonly feed: { readonly folder: string; readonly stdin: string };
  /** Configurations of the job by the API that writes rows. */
  readonly configs: Readonly<Record<Way, string>>;
  /** What a run must report, known from how the feed was made. */
  readonly expected: Expected;
  /** Removes all of it. */
  readonly close: () => Promise<void>;
}

/** The APIs by which rows are written. */
export const WAYS = ['bulk', 'collections'] as const;
export type Way = (typeof WAYS)[number];

/**
 * Bulk: all records are read by a Bulk query, rows are written by several jobs, and locked rows are retried by Bulk first.
 */
const SETTINGS: Readonly<Record<Way, object>> = {
  bulk: { keysPerQuery: 16, bulkAbove: 5, bulkPartBytes: 5000 },
  collections: { bulkAbove: 1_000_000 },
};

/** Small requests, so that even a small feed needs many, and short waits. */
const SMALL = {
  keysPerQuery: 50,
  rowsPerRequest: 10,
  waits: {
    request: [0.02, 0.03, 0.05, 0.05],
    row: [0.02, 0.02, 0.02, 0.02, 0.02, 0.02],
    answer: 5,
    transfer: 5,
    poll: [0.01, 0.03],
    stuck: 0.5,
  },
};

/** Customers and policies of the org. */
interface Size {
  readonly customers: number;
  readonly policies: number;
}

/** Some four hundred events: enough for several requests and Bulk jobs of everything. */
const USUAL: Size = { customers: 150, policies: 135 };

const GENERATED = {
  seed: 11,
  changed: 0.08,
  bad: 0.01,
  edgeCases: 0.08,
  viewSize: 200,
  linesPerFile: 300,
  gzip: false,
};

export async function makeGround(size: Size = USUAL): Promise<Ground> {
  const { folder, remove } = folderForFile('connect360-chaos-');
  const orgFile = join(folder, 'org.db');
  const stateDir = join(folder, 'state');
  copyFileSync(await connect360Template(), orgFile);
  const made = join(folder, 'made');
  const expected = await generate({ ...GENERATED, ...size, out: made });
  const extra = extraEvents();
  const feed = writeFeed(folder, join(made, 'feed'), extra);
  const configs = writeConfigs(folder);

  const round = await openRoundOrg(orgFile);
  try {
    fill(round.org, join(made, 'crm'), extra);
    for (const [index, events] of extra.earlier.entries()) {
      const path = join(folder, `earlier-${index}.ndjson`);
      writeFileSync(path, ndjson(events));
      const args = [
        'run',
        '--feed',
        path,
        '--state-dir',
        stateDir,
        '--config',
        configs.collections,
        '--quiet',
      ];
      const { code, stderr } = await callJob({ args, login: round.login('token'), order: {} });
      if (code !== 0) throw new Error(`the earlier run ended with ${String(code)}: ${stderr}`);
    }
    insertPersons(round.org, extra.latePersons);
    insertPolicies(round.org, extra.latePolicies);
  } finally {
    await round.close();
  }
  rmSync(made, { recursive: true });
  return { folder, orgFile, stateDir, feed, configs, expected: sum(expected, extra), close: remove };
}

/** Merges the extra events into the generated files. There is no manifest, as it would only match the generated files. */
function writeFeed(folder: string, generated: string, extra: ExtraEvents): Ground['feed'] {
  const feed = { folder: join(folder, 'feed'), stdin: join(folder, 'stdin.ndjson') };
  mkdirSync(feed.folder);
  writeFileSync(join(feed.folder, 'extra.ndjson'), ndjson(extra.today));
  for (const name of readdirSync(generated).filter((one) => one.endsWith('.ndjson')))
    copyFileSync(join(generated, name), join(feed.folder, name));
  const files = readdirSync(feed.folder).sort();
  writeFileSync(feed.stdin, Buffer.concat(files.map((name) => readFileSync(join(feed.folder, name)))));
  return feed;
}

function writeConfigs(folder: string): Ground['configs'] {
  const shipped = JSON.parse(readFileSync(join(ROOT, 'config', 'sync.json'), 'utf8')) as object;
  const paths = WAYS.map((way) => {
    const path = join(folder, `${way}.json`);
    writeFileSync(path, JSON.stringify({ ...shipped, ...SMALL, ...SETTINGS[way] }));
    return [way, path] as const;
  });
  return Object.fromEntries(paths) as Record<Way, string>;
}

function fill(org: Org, crm: string, extra: ExtraEvents): void {
  org.reset({ data: true });
  for (const object of ['Account', 'InsurancePolicy']) {
    const rows: JsonRecord[] = parse(readFileSync(join(crm, `${object}.csv`)), { columns: true });
    insert(org, object, rows, 'csv');
  }
  insertPersons(org, extra.persons);
  insertPolicies(org, extra.policies);
}

const SAVED_AT_ONCE = 200;

function insert(org: Org, object: string, rows: readonly JsonRecord[], format: 'csv' | 'json'): void {
  for (let from = 0; from < rows.length; from += SAVED_AT_ONCE) {
    const records = rows.slice(from, from + SAVED_AT_ONCE);
    const results = org.save({ operation: 'insert', object, records, format }, org.admin);
    const refused = results.find(({ success }) => !success);
    if (refused) throw new Error(`${object}: ${JSON.stringify(refused.errors)}`);
  }
}

const queryOf = (org: Org, soql: string): readonly JsonRecord[] =>
  org.query(soql, org.admin, { version: '66.0' }).records;

function insertPersons(org: Org, numbers: readonly string[]): void {
  const [type] = queryOf(
    org,
    "SELECT Id FROM RecordType WHERE SobjectType = 'Account' AND IsPersonType = true",
  );
  const rows = numbers.map((number) => ({
    RecordTypeId: type?.Id,
    LastName: `Person ${number}`,
    Customer_Number__c: number,
  }));
  insert(org, 'Account', rows, 'json');
}

function insertPolicies(org: Org, policies: readonly ExtraPolicy[]): void {
  const rows = policies.map(({ number, customer, brand }) => {
    const [account] = queryOf(org, `SELECT Id FROM Account WHERE Customer_Number__c = '${customer}'`);
    return { Name: number, NameInsuredId: account?.Id, Brand__c: brand };
  });
  insert(org, 'InsurancePolicy', rows, 'json');
}

function sum(generated: Expected, extra: ExtraEvents): Expected {
  const added = Object.entries(extra.adds).map(([name, count]) => [
    name,
    (generated[name as keyof Expected] as number) + count,
  ]);
  return {
    ...generated,
    ...(Object.fromEntries(added) as Partial<Expected>),
    newestEvent: extra.newestEvent,
  };
}
