import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';
import { startConnect360, type Connect360 } from './connect360.ts';
import { ndjson, type Sent } from './events.ts';
import { type Ended, type JobOptions, runJob } from './job.ts';

type Row = Readonly<Record<string, unknown>>;

export type { Ended } from './job.ts';

/** A local org and the job to run on it, as the integration user. */
export interface SyncBench {
  readonly org: Connect360;
  readonly stateDir: (name: string) => string;
  readonly sync: (args: readonly string[], options?: JobOptions) => Promise<Ended>;
  /** `run --feed` on these lines, in a state folder; --json. */
  readonly run: (
    state: string,
    lines: readonly (Sent | string)[],
    ...more: readonly string[]
  ) => Promise<Ended>;
  /** Writes a feed; `name` may contain a folder. */
  readonly feed: (name: string, content: string | Buffer) => string;
  readonly config: (name: string, change: (config: Record<string, unknown>) => object) => string;
  /** Creates person accounts with distinct keys and returns their ids by key. */
  readonly persons: (numbers: readonly string[], fields?: Row) => Promise<ReadonlyMap<string, string>>;
  readonly policies: (
    numbers: readonly string[],
    accountId: string,
    fields?: Row,
  ) => Promise<ReadonlyMap<string, string>>;
  readonly create: (type: string, records: readonly Row[]) => Promise<readonly string[]>;
  readonly accountOf: (number: string) => Promise<Row>;
  readonly policyOf: (number: string) => Promise<Row>;
  readonly fault: (rules: readonly object[]) => Promise<void>;
}

const ACCOUNT_FIELDS =
  'Id, CuZo_MyPV_Onboarded__c, CuZo_MyPV_Onboarding_Date__c, CuZo_MyPV_As_Of__c, CuZo_MyVivium_Onboarded__c, ' +
  'CuZo_MyVivium_Onboarding_Date__c, CuZo_MyVivium_As_Of__c, CuZo_Contact_Changed_On__c, CuZo_Contact_As_Of__c, ' +
  'CuZo_Contact_Zone__c, PersonEmail, PersonMobilePhone, Phone, PersonMailingStreet, PersonMailingPostalCode, PersonMailingCity, PersonMailingCountry';
const POLICY_FIELDS =
  'Id, CuZo_Visibility__c, CuZo_Hidden_Reason__c, CuZo_Product__c, CuZo_View__c, CuZo_View_Hash__c, CuZo_As_Of__c, ' +
  'CuZo_Zone__c, CuZo_Differences__c, CuZo_Difference_Fields__c';

/** Short waits for tests. */
export const SHORT_WAITS = { request: [0.05, 0.05, 0.1, 0.1], row: [0.05, 0.05, 0.1], answer: 10 };

/** `features`: options of `npm run org`, such as `--sharing private`. */
export async function startSyncBench(...features: readonly string[]): Promise<SyncBench> {
  const org = await startConnect360(features.length > 0 ? features : undefined);
  const token = await org.tokenFor('sync@connect360.local');
  const [recordType] = await org.query(
    "SELECT Id FROM RecordType WHERE SobjectType = 'Account' AND IsPersonType = true",
  );
  let feeds = 0;

  const feed: SyncBench['feed'] = (name, content) => {
    const path = join(org.folder, 'feeds', name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  };

  const config: SyncBench['config'] = (name, change) => {
    const shipped = JSON.parse(readFileSync(join(ROOT, 'config', 'sync.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    const path = join(org.folder, `${name}.json`);
    writeFileSync(path, JSON.stringify(change({ ...shipped, waits: SHORT_WAITS })));
    return path;
  };
  const quick = config('quick', (shipped) => shipped);

  const sync: SyncBench['sync'] = (args, options = {}) =>
    runJob(args, { env: { SF_INSTANCE_URL: org.url, SF_ACCESS_TOKEN: token }, ...options });

  const create: SyncBench['create'] = async (type, records) => {
    const rows = records.map((record) => ({ attributes: { type }, ...record }));
    const results = (await org.rest('POST', 'composite/sobjects', { records: rows })) as readonly {
      readonly id: string;
      readonly success: boolean;
    }[];
    if (results.some(({ success }) => !success)) throw new Error(JSON.stringify(results));
    return results.map(({ id }) => id);
  };

  async function keyed(type: string, keys: readonly string[], records: readonly Row[]) {
    const ids = await create(type, records);
    return new Map(keys.map((key, index) => [key, ids[index] ?? '']));
  }

  async function one(soql: string): Promise<Row> {
    const [row, ...others] = await org.query(soql);
    if (!row || others.length > 0) throw new Error(`not exactly one record: ${soql}`);
    return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'attributes'));
  }

  return {
    org,
    sync,
    feed,
    config,
    create,
    stateDir: (name) => join(org.folder, 'state', name),
    run: (state, lines, ...more) => {
      feeds += 1;
      const path = feed(`${feeds}.ndjson`, ndjson(lines));
      const args = ['--feed', path, '--state-dir', join(org.folder, 'state', state), '--json'];
      return sync(['run', ...args, ...(more.includes('--config') ? [] : ['--config', quick]), ...more]);
    },
    persons: (numbers, fields = {}) =>
      keyed(
        'Account',
        numbers,
        numbers.map((number) => ({
          RecordTypeId: recordType?.Id,
          LastName: `Person ${number}`,
          Customer_Number__c: number,
          ...fields,
        })),
      ),
    policies: (numbers, accountId, fields = {}) =>
      keyed(
        'InsurancePolicy',
        numbers,
        numbers.map((number) => ({ Name: number, NameInsuredId: accountId, Brand__c: 'P&V', ...fields })),
      ),
    accountOf: (number) =>
      one(`SELECT ${ACCOUNT_FIELDS} FROM Account WHERE Customer_Number__c = '${number}'`),
    policyOf: (number) => one(`SELECT ${POLICY_FIELDS} FROM InsurancePolicy WHERE Name = '${number}'`),
    fault: async (rules) => {
      await org.rest('POST', '/__local/faults', { rules });
    },
  };
}

/** Every file of a folder with its content and mode, to detect changes. */
export function snapshot(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${statSync(path).mode.toString(8)} ${readFileSync(path).toString('base64')}`);
}
