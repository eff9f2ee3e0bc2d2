import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../connect360/root.ts';
import { loadConfig } from '../sync/config/loadConfig.ts';
import { OWN_ACCOUNT_FIELDS, OWN_POLICY_FIELDS } from '../sync/config/ownFields.ts';
import { ACCOUNT_ROLES, PERSON_ROLES, POLICY_ROLES } from '../sync/config/roles.ts';
import { heldFields } from '../sync/events/comparison.ts';
import { fieldsWritten } from '../sync/events/eventRules.ts';
import type { FieldNeed } from '../sync/org/fieldNeed.ts';
import { RUN_FIELDS } from '../sync/org/readiness.ts';
import { RUN_KEY, RUN_OBJECT } from '../sync/org/runRecord.ts';

type Row = Readonly<Record<string, string | boolean | null>>;

/** An org to plan against, on 127.0.0.1. */
export interface KnowingOrg {
  readonly url: string;
  readonly close: () => void;
}

interface Answer {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Starts an org that answers from memory: it has a record for every key, all alike, and its Bulk queries return the `keys`
 * (files, by object). It takes hardly any time and can't be written to, so that only the job is measured.
 */
export async function startKnowingOrg(keys: Readonly<Record<string, string>>): Promise<KnowingOrg> {
  const keysOf = new Map(
    Object.entries(keys).map(([object, file]) => [object, readFileSync(file, 'utf8').trim().split('\n')]),
  );
  const jobs: string[] = [];

  function answer(address: URL, body: string): Answer {
    const path = address.pathname;
    const described = /\/sobjects\/(\w+)\/describe$/.exec(path)?.[1];
    if (described !== undefined) return json(describe(described));
    if (path.endsWith('/v66.0/')) return json({ identity: `http://127.0.0.1/id/00D000000000001AAA/${USER}` });
    if (path.endsWith('/limits')) return json({ DailyApiRequests: { Max: 1e6, Remaining: 1e6 } });
    if (path.endsWith('/jobs/query'))
      return json({ id: String(jobs.push((JSON.parse(body) as { query: string }).query) - 1) });
    if (path.endsWith('/query')) return json(query(address.searchParams.get('q') ?? '', keysOf));
    if (path.endsWith('/composite')) return json({ compositeResponse: together(body, keysOf) });
    const job = /\/jobs\/query\/(\d+)(\/results)?$/.exec(path);
    if (job?.[2] !== undefined) return page(jobs[Number(job[1])] ?? '', address, keysOf);
    if (job) return json({ state: 'JobComplete', numberRecordsProcessed: 0 });
    throw new Error(`the org of the bench knows no ${path}`);
  }

  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const address = new URL(request.url ?? '', 'http://127.0.0.1');
      const { body, headers } = answer(address, text);
      response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const json = (value: unknown): Answer => ({ body: JSON.stringify(value) });

type Keys = ReadonlyMap<string, readonly string[]>;

const KEY_FIELD: Readonly<Record<string, string>> = {
  Account: ACCOUNT_ROLES.customerNumber,
  InsurancePolicy: POLICY_ROLES.policyNumber,
};

const objectOf = (soql: string): string => / FROM (\w+)/.exec(soql)?.[1] ?? '';

function query(soql: string, keysOf: Keys): object {
  if (soql.startsWith('SELECT COUNT()'))
    return { totalSize: keysOf.get(objectOf(soql))?.length ?? 0, records: [] };
  const object = objectOf(soql);
  if (object === 'Organization') return { totalSize: 1, done: true, records: [{ Id: '00D000000000001AAA' }] };
  const keys = [...soql.slice(soql.indexOf(' IN (')).matchAll(/'([^']*)'/g)].map(([, key = '']) => key);
  const records = keys.map((key) => {
    const row = rowOf(object, key);
    return object === 'Account' ? row : { ...row, NameInsured: { [ACCOUNT_ROLES.customerNumber]: null } };
  });
  return { totalSize: records.length, done: true, records };
}

function together(body: string, keysOf: Keys): readonly object[] {
  const { compositeRequest } = JSON.parse(body) as { compositeRequest: readonly { url: string }[] };
  return compositeRequest.map(({ url }) => ({
    httpStatusCode: 200,
    body: query(new URL(url, 'http://127.0.0.1').searchParams.get('q') ?? '', keysOf),
  }));
}

/** A page of a Bulk query's results; the locator is the offset of the next one. */
function page(soql: string, { searchParams }: URL, keysOf: Keys): Answer {
  const object = objectOf(soql);
  const columns = (/^SELECT (.*) FROM/.exec(soql)?.[1] ?? '').split(', ');
  const keys = keysOf.get(object) ?? [];
  const start = Number(searchParams.get('locator') ?? 0);
  const end = Math.min(keys.length, start + Number(searchParams.get('maxRecords')));
  const lines = keys.slice(start, end).map((key) => {
    const row = rowOf(object, key);
    return columns.map((column) => `"${String(row[column] ?? '')}"`).join(',');
  });
  return {
    body: `${columns.join(',')}\n${lines.join('\n')}\n`,
    headers: {
      'content-type': 'text/csv',
      'sforce-numberofrecords': String(lines.length),
      'sforce-locator': end < keys.length ? String(end) : 'null',
    },
  };
}

/** A record as the REST API and Bulk queries return it, of a usual length. */
function rowOf(object: string, key: string): Row {
  const id = `001${key.padStart(15, '0')}`;
  const asOf = '2026-11-20T02:00:00.000+0000';
  const common = { Id: id, [KEY_FIELD[object] ?? '']: key, LastModifiedById: USER };
  if (object === 'Account')
    return {
      ...common,
      [ACCOUNT_ROLES.isPersonAccount]: true,
      [OWN_ACCOUNT_FIELDS.mypvOnboarded]: false,
      [OWN_ACCOUNT_FIELDS.mypvAsOf]: asOf,
      [OWN_ACCOUNT_FIELDS.myviviumOnboarded]: false,
      [PERSON_ROLES.email]: `somebody.somewhere.${key}@example.com`,
      [PERSON_ROLES.street]: 'Grote Markt 12 bus 3',
      [PERSON_ROLES.city]: 'Brussel',
      [PERSON_ROLES.country]: 'België',
    };
  return {
    ...common,
    [POLICY_ROLES.policyAccount]: id,
    [POLICY_ROLES.policyActive]: true,
    [OWN_POLICY_FIELDS.visibility]: 'Shown',
    [OWN_POLICY_FIELDS.product]: 'car',
    [OWN_POLICY_FIELDS.viewHash]: key.padStart(64, '0'),
    [OWN_POLICY_FIELDS.policyAsOf]: asOf,
  };
}

/** The job's own user, who has changed every record last. */
const USER = '005000000000001AAA';

/** The describe result that the job checks before it begins: every field that it asks for, of the first type that it takes. */
function describe(object: string): object {
  return { fields: (FIELDS[object] ?? []).map(described), updateable: true, createable: true };
}

const described = ({ name, types: [type = 'string'] = [] }: FieldNeed): object => ({
  name,
  type,
  length: 131_072,
  updateable: true,
  relationshipName: 'NameInsured',
});

const CONFIG = loadConfig(join(ROOT, 'config', 'sync.json'));
const named = (name: string): FieldNeed => ({ name });

const FIELDS: Readonly<Record<string, readonly FieldNeed[]>> = {
  Account: [
    named(ACCOUNT_ROLES.customerNumber),
    { name: ACCOUNT_ROLES.isPersonAccount, types: ['boolean'] },
    ...fieldsWritten('Account', CONFIG),
  ],
  InsurancePolicy: [
    named(POLICY_ROLES.policyNumber),
    named(POLICY_ROLES.policyBrand),
    { name: POLICY_ROLES.policyAccount, types: ['reference'] },
    { name: POLICY_ROLES.policyActive, types: ['boolean'] },
    ...heldFields(CONFIG).map(named),
    ...fieldsWritten('InsurancePolicy', CONFIG),
  ],
  [RUN_OBJECT]: [RUN_KEY, ...RUN_FIELDS].map(named),
};
