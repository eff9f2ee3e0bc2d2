import { hash } from 'node:crypto';
import { loadConfig } from '../../sync/config/loadConfig.ts';
import type { Config } from '../../sync/config/config.ts';
import { heldFields } from '../../sync/events/comparison.ts';
import { fieldsWritten } from '../../sync/events/eventRules.ts';
import { TransientError } from '../../sync/org/transientError.ts';
import type { Org } from '../../sync/org/org.ts';
import type { FieldNeed } from '../../sync/org/fieldNeed.ts';
import { RUN_FIELDS } from '../../sync/org/readiness.ts';
import { TARGETS, type Target } from '../../sync/events/event.ts';
import { mustGoOn } from '../../sync/signals.ts';
import { answerBulk, memoryBulk, results, upload, type MemoryBulk, type SaveRows } from './memoryBulk.ts';

/** A record that the job can find: fields by API name. */
export type Held = Record<string, unknown>;

/** The org's error for a row, by its id; undefined when it is saved. */
export type Refuse = (id: string) => string | undefined;

/**
 * An org with a few records in memory, for tests of the job's own rules. It answers the job's queries and sObject
 * Collections and checks nothing; the behaviour of a real org is tested with the local org.
 */
export interface MemoryOrg {
  readonly org: Org;
  /** Records by id. Remove one to delete it. */
  readonly records: Readonly<Record<Target, Map<string, Held>>>;
  /** The fields of the runs' records, by run. */
  readonly runs: Map<string, Held>;
  /** `GET /path` of every request. */
  readonly requests: string[];
  /** The ids of the rows of each Collections request. */
  readonly sent: (readonly string[])[];
  /** Called before each request; may throw. */
  onRequest: (request: string) => void;
  refuse: Refuse;
  readonly bulk: MemoryBulk;
}

const BASE = '/services/data/v66.0';
const MEMORY_ORG_ID = '00D000000000001AAA';
/** The user that the job is here. */
export const MEMORY_USER_ID = '005000000000001AAA';

/** The shipped configuration without waits. */
export const QUICK: Config = {
  ...loadConfig('config/sync.json'),
  waits: { request: [], row: [0], answer: 1, transfer: 1, poll: [0], stuck: 1 },
};

/** Makes such an org. With `made` that object becomes it, whatever it was before. */
export function memoryOrg(
  config: Config = QUICK,
  signal: AbortSignal = new AbortController().signal,
  made = {} as MemoryOrg,
): MemoryOrg {
  let calls = 0;
  Object.assign(made, {
    records: { Account: new Map(), InsurancePolicy: new Map() },
    runs: new Map(),
    requests: [],
    sent: [],
    onRequest: () => undefined,
    refuse: () => undefined,
    bulk: memoryBulk(),
    org: {
      basePath: BASE,
      instanceUrl: () => 'https://memory.my.salesforce.com',
      apiCalls: () => calls,
      dayCalls: () => undefined,
      onOrgMessage: () => undefined,
      request: (method, path, body) => {
        mustGoOn(signal);
        return ask(method, path, body);
      },
      tryOnce: ask,
      sendFile: async (path, file) => {
        calls += 1;
        await Promise.resolve();
        upload(made.bulk, path, file);
      },
      receive: (path, read) => {
        calls += 1;
        return read(results(made.bulk, path), new Headers());
      },
      // Once more, which is what one fault of a test needs.
      retrying: (work) =>
        work().catch((error: unknown) => {
          if (error instanceof TransientError) return work();
          throw error;
        }),
    },
  } satisfies MemoryOrg);
  async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    calls += 1;
    const request = `${method} ${path.replace(BASE, '')}`;
    made.requests.push(request);
    made.onRequest(request);
    await Promise.resolve();
    return answer(made, config, request, body);
  }
  return made;
}

/** Adds a customer who is a person. */
export function addPerson({ records }: MemoryOrg, id: string, number: string): void {
  records.Account.set(id, { Customer_Number__c: number, IsPersonAccount: true });
}

function answer(made: MemoryOrg, config: Config, request: string, body: unknown): unknown {
  const [, object] = /^GET \/sobjects\/(\w+)\/describe$/.exec(request) ?? [];
  if (object !== undefined) return describe(object, config);
  if (request === 'GET /')
    return { identity: `https://memory.my.salesforce.com/id/${MEMORY_ORG_ID}/${MEMORY_USER_ID}` };
  if (request === 'GET /limits')
    return {
      DailyApiRequests: { Max: 100_000, Remaining: 100_000 },
      DailyBulkApiBatches: { Remaining: 10_000 },
    };
  if (request.startsWith('GET /query?q=')) return query(made, config, request.slice('GET /query?q='.length));
  if (request === 'POST /composite') {
    const { compositeRequest } = body as { compositeRequest: readonly { url: string }[] };
    return {
      compositeResponse: compositeRequest.map(({ url }) => ({
        httpStatusCode: 200,
        body: query(made, config, url.replace(`${BASE}/query?q=`, '')),
      })),
    };
  }
  if (request === 'PATCH /composite/sobjects') {
    const { records } = body as { records: readonly Held[] };
    made.sent.push(records.map(({ id }) => String(id)));
    return update(made, records);
  }
  const ofJob = answerBulk(made.bulk, (rows) => update(made, rows), request, body);
  if (ofJob !== undefined) return ofJob;
  const [, run] = /^PATCH \/sobjects\/CuZo_Sync_Run__c\/Run_Id__c\/(.+)$/.exec(request) ?? [];
  if (run === undefined) throw new Error(`no answer to ${request}`);
  made.runs.set(run, { ...made.runs.get(run), ...(body as Held) });
  return null;
}

function query(made: MemoryOrg, config: Config, encoded: string): unknown {
  const soql = decodeURIComponent(encoded);
  if (soql === 'SELECT Id FROM Organization') return { records: [{ Id: MEMORY_ORG_ID }] };
  const [, object = '', key = '', list = ''] = / FROM (\w+) WHERE (\w+) IN \((.*)\)$/.exec(soql) ?? [];
  const target = TARGETS.find((one) => one === object);
  if (!target) throw new Error(`no answer to ${soql}`);
  const keys = new Set([...list.matchAll(/'([^']*)'/g)].map(([, text = '']) => text.toLowerCase()));
  const records = [...made.records[target]]
    .map(([Id, fields]) => ({
      Id,
      SystemModstamp: stampOf(fields),
      ...fields,
      ...accountOf(made, config, fields),
    }))
    .filter((record) => keys.has(String((record as Held)[key]).toLowerCase()));
  return { records };
}

/** Another moment, long ago, whenever something of the record is another. */
function stampOf(fields: Held): string {
  const seconds = Number.parseInt(hash('sha256', JSON.stringify(fields)).slice(0, 7), 16);
  return new Date(1_300_000_000_000 + seconds * 1000).toISOString().replace('Z', '+0000');
}

/** A policy's account with its customer number, as a query gives it. */
function accountOf(made: MemoryOrg, { roles }: Config, fields: Held): Held {
  const account = made.records.Account.get(String(fields[roles.policyAccount]));
  if (!account) return {};
  return { [roles.policyAccountRelationship]: { [roles.customerNumber]: account[roles.customerNumber] } };
}

function update(made: MemoryOrg, rows: readonly Held[]): ReturnType<SaveRows> {
  return rows.map(({ attributes, id, ...fields }) => {
    const target = (attributes as { type: Target }).type;
    const record = made.records[target].get(String(id));
    const statusCode = record ? made.refuse(String(id)) : 'ENTITY_IS_DELETED';
    if (statusCode !== undefined) return { success: false, errors: [{ statusCode, message: 'refused' }] };
    Object.assign(record ?? {}, fields);
    return { id, success: true, errors: [] };
  });
}

/** Describes every field that the job needs, in the form that it needs. */
function describe(object: string, config: Config): unknown {
  const { roles } = config;
  const asked: readonly FieldNeed[] =
    object === 'Account' || object === 'InsurancePolicy' ? fieldsWritten(object, config) : [];
  const types = new Map<string, string>([
    [roles.isPersonAccount, 'boolean'],
    [roles.policyActive, 'boolean'],
    [roles.policyAccount, 'reference'],
    ...asked.map(({ name, types: some }) => [name, some?.[0] ?? 'string'] as const),
  ]);
  const has = { length: 1_000_000, updateable: true, relationshipName: roles.policyAccountRelationship };
  const names = [
    ...[...types.keys(), roles.customerNumber, roles.policyNumber, roles.policyBrand ?? ''],
    ...heldFields(config),
  ];
  return {
    updateable: true,
    createable: true,
    fields: [...names, ...RUN_FIELDS].map((name) => ({ name, type: types.get(name) ?? 'string', ...has })),
  };
}
