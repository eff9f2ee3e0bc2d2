import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';
import { forThisFile } from '../kit/ending.ts';
import { registration } from '../kit/events.ts';
import { snapshot, startSyncBench } from '../kit/syncBench.ts';

const bench = forThisFile(startSyncBench);

const SAMPLES = join(ROOT, 'config', 'samples');
/** Shorter texts occur in any sentence. */
const SHORTEST = 5;

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Everything that the feed says of customers: contact data, titles and values of views, subjects. */
function saidInFeed(): readonly string[] {
  const files = readdirSync(join(SAMPLES, 'feed')).filter((name) => name.endsWith('.ndjson'));
  const lines = files.flatMap((name) => readFileSync(join(SAMPLES, 'feed', name), 'utf8').split('\n'));
  return lines.flatMap((line) => {
    try {
      const { type, subject, data } = JSON.parse(line) as {
        type: string;
        subject: unknown;
        data: Record<string, unknown>;
      };
      if (type === 'be.pv.cuzo.contact.v1') return [...textsIn(subject), ...textsIn(data)];
      const view = data.view as { title?: string; sections?: { items?: { value: unknown }[] }[] } | undefined;
      const values = view?.sections?.flatMap(
        ({ items }) => items?.flatMap(({ value }) => textsIn(value)) ?? [],
      );
      return [...textsIn(subject), view?.title ?? '', ...(values ?? [])];
    } catch {
      return [];
    }
  });
}

/** Fields of a sample record that are about a person. */
function saidInOrg(): readonly string[] {
  const { records } = JSON.parse(readFileSync(join(SAMPLES, 'Account.json'), 'utf8')) as {
    records: Record<string, string>[];
  };
  const fields = [
    'FirstName',
    'LastName',
    'Name',
    'PersonEmail',
    'Phone',
    'PersonMobilePhone',
    'Customer_Number__c',
  ];
  return records.flatMap((record) => fields.map((field) => record[field] ?? ''));
}

const secrets = [...new Set([...saidInFeed(), ...saidInOrg()])].filter((text) => text.length >= SHORTEST);

// These orders write nothing, so that each run starts from the whole sample.
const EVERYBODY = secrets.join(' | ');
const refusal = (errorCode: string): object => [{ errorCode, message: EVERYBODY, fields: secrets }];
const refusedRows = (statusCode: string): object =>
  Array.from({ length: 200 }, () => ({
    success: false,
    errors: [{ statusCode, message: EVERYBODY, fields: [...secrets, 'Phone'] }],
  }));
const ROWS = { method: 'PATCH', path: '/composite/sobjects$' };
const LOOK_UP = { method: 'POST', path: '/composite$' };
const LOGIN = { error: 'invalid_grant', error_description: EVERYBODY };
const JOB = {
  id: 'x',
  state: 'Failed',
  numberRecordsProcessed: 0,
  errorMessage: `InvalidBatch : ${EVERYBODY}`,
};

test.each<[string, object, string]>([
  [
    'row',
    { ...ROWS, fault: { status: 200, body: refusedRows('STRING_TOO_LONG') } },
    '"code":"STRING_TOO_LONG"',
  ],
  ['code of a row', { ...ROWS, fault: { status: 200, body: refusedRows(EVERYBODY) } }, 'UNKNOWN_EXCEPTION'],
  [
    'request',
    { ...LOOK_UP, fault: { status: 400, body: refusal('INVALID_FIELD') } },
    'INVALID_FIELD, HTTP 400',
  ],
  [
    'code of a request',
    { ...LOOK_UP, fault: { status: 400, body: refusal(EVERYBODY) } },
    'UNKNOWN_EXCEPTION',
  ],
  [
    'busy answer',
    { ...LOOK_UP, fault: { status: 503, body: refusal('SERVER_UNAVAILABLE') } },
    'SERVER_UNAVAILABLE',
  ],
  ['page', { ...LOOK_UP, fault: { status: 502, body: EVERYBODY } }, 'HTTP 502'],
  ['login', { path: '/oauth2/token$', fault: { status: 400, body: LOGIN } }, 'invalid_grant'],
  [
    'Bulk job',
    { method: 'GET', path: '/jobs/ingest/[^/]+$', fault: { status: 200, body: JOB } },
    'InvalidBatch',
  ],
])('A3: a %s of an org that quotes everybody leaves none of it', async (what, rule, kept) => {
  await bench.fault([rule]);
  const state = bench.stateDir(`everybody-${what}`);
  const config = bench.config('everybody', (shipped) => ({
    ...shipped,
    ...(what === 'Bulk job' ? { bulkAbove: 0 } : {}),
  }));
  const args = ['--feed', join(SAMPLES, 'feed'), '--state-dir', state, '--config', config, '--org-messages'];
  const env = bench.org.jwtEnv('sync@connect360.local');
  const { stdout, stderr } = await bench.sync(['run', ...args, '--json'], { env });
  await bench.fault([]);
  const files = readdirSync(state, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ndjson'))
    .map((name) => readFileSync(join(state, name), 'utf8'));
  const said = [stdout, stderr, ...files].join('\n');
  expect(said).toContain(kept);
  expect(secrets.filter((text) => said.includes(text))).toStrictEqual([]);
});

test('no log, reject, failure, report or run record holds anything of a customer', async () => {
  const args = ['--feed', join(SAMPLES, 'feed'), '--state-dir', bench.stateDir('privacy')];
  const outputs = [await bench.sync(['plan', ...args]), await bench.sync(['run', ...args, '--json'])];
  const { report } = outputs[1]!;
  expect(report.changed).toBeGreaterThan(10);
  expect(report.failed + report.ambiguous).toBeGreaterThan(0);
  const records = await bench.org.query('SELECT FIELDS(ALL) FROM CuZo_Sync_Run__c LIMIT 200');
  const said = [
    ...outputs.flatMap(({ stdout, stderr }) => [stdout, stderr]),
    ...[report.rejects, report.failures].map((path) => readFileSync(path ?? '', 'utf8')),
    JSON.stringify(records),
  ].join('\n');
  expect(secrets.length).toBeGreaterThan(100);
  expect(secrets.filter((text) => said.includes(text))).toStrictEqual([]);
});

test('A3: an org whose every message quotes a customer puts nothing of it anywhere', async () => {
  await bench.persons(['QUOTED', 'QUOTED-2']);
  const quote = 'jan.peeters@example.com of Jan Peeters, Kerkstraat 12';
  const secrets = ['jan.peeters', 'Jan Peeters', 'Kerkstraat'];
  const rowError = {
    statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message: quote,
    fields: [quote, 'Phone'],
  };
  const rows = [{ success: false, errors: [rowError] }];
  const refusal = [{ errorCode: 'INSUFFICIENT_ACCESS', message: quote }];
  const said: string[] = [];
  for (const rule of [
    { method: 'PATCH', path: '/composite/sobjects$', fault: { status: 200, body: rows } },
    { method: 'PATCH', path: '/sobjects/CuZo_Sync_Run__c', fault: { status: 403, body: refusal } },
    { path: '/describe$', fault: { status: 400, body: [{ errorCode: quote, message: quote }] } },
    { path: '/query', fault: { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: quote }] } },
  ]) {
    await bench.fault([rule]);
    const state = `quoted-${said.length}`;
    const { stdout, stderr } = await bench.run(state, [registration('QUOTED', null)], '--org-messages');
    const files = snapshot(bench.stateDir(state)).map((line) =>
      Buffer.from(line.split(' ').at(-1) ?? '', 'base64').toString('latin1'),
    );
    said.push([stdout, stderr, ...files].join('\n'));
  }
  await bench.fault([]);
  expect(said[0]).toContain('FIELD_CUSTOM_VALIDATION_EXCEPTION');
  expect(said[1]).toContain('INSUFFICIENT_ACCESS');
  for (const secret of secrets) expect(said.join('\n')).not.toContain(secret);
});
