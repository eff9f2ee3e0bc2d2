import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { folderForFile } from '../../tests/kit/folder.ts';
import { bulkQuery } from './bulkQuery.ts';
import { abortJob, closeJob, createUpdateJob, jobInfo, resultPath, uploadRows } from './bulkJob.ts';
import { readCsv } from './csv.ts';
import { startFakeOrg, type FakeAnswer, type FakeOrg } from './fakeOrg.ts';
import { remainingLimits } from './limits.ts';
import type { Org } from './org.ts';
import { organizationOf } from './organization.ts';
import { countRecords, queryAll, queryTogether } from './query.ts';
import { saveRunRecord } from './runRecord.ts';
import { updateRows } from './update.ts';

const REFUSE = { duplicateRules: 'refuse' } as const;

let fake: FakeOrg;
beforeAll(async () => {
  fake = await startFakeOrg();
});
afterAll(() => fake.end());

const refusal = (errorCode: string, message = ''): FakeAnswer['body'] => [{ errorCode, message }];
const CONCURRENT = 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.';

const file = join(folderForFile('rows-').folder, 'rows.csv');
writeFileSync(file, 'Id\n1\n');
const silent = (): void => undefined;
const job = { id: '750', state: 'JobComplete', numberRecordsProcessed: 1, numberRecordsFailed: 0 };
const watching = {
  rows: 1,
  waits: { poll: [0.001], stuck: 5 },
  signal: new AbortController().signal,
  onRows: silent,
};
const page = { totalSize: 1, records: [{ Id: '1' }] };

/** Every kind of call of the job, with a good answer of an org. */
const rows = { take: silent, beginPage: silent, endPage: silent };

const CALLS: readonly (readonly [string, (org: Org) => Promise<unknown>, readonly FakeAnswer[]])[] = [
  ['a describe', (org) => org.request('GET', `${org.basePath}/sobjects/Account/describe`), [{}]],
  ['the id of the org', organizationOf, [{ body: page }]],
  ['a query', (org) => queryAll(org, 'SELECT Id FROM Account'), [{ body: page }]],
  ['a count', (org) => countRecords(org, 'SELECT COUNT() FROM Account'), [{ body: page }]],
  [
    'queries in a composite',
    (org) => queryTogether(org, ['SELECT Id FROM Account']),
    [{ body: { compositeResponse: [{ httpStatusCode: 200, body: page }] } }],
  ],
  [
    'Collections',
    (org) => updateRows(org, 'Account', [{ id: '1', fields: { Phone: '1' } }], REFUSE),
    [{ body: [{ success: true }] }],
  ],
  ['a new job', (org) => org.retrying(() => createUpdateJob(org, 'Account')), [{ body: job }]],
  ['an upload', (org) => org.retrying(() => uploadRows(org, '750', file)), [{ status: 201, body: '' }]],
  ['the close of a job', (org) => closeJob(org, '750'), [{ body: job }]],
  ['the look at a job', (org) => jobInfo(org, '750'), [{ body: job }]],
  ['the abort of a job', (org) => org.retrying(() => abortJob(org, '750')), [{ body: job }]],
  [
    'results',
    (org) => org.receive(resultPath(org, '750', 'failedResults'), (body) => readCsv(body, silent)),
    [{ body: 'sf__Id,sf__Error\n1,x\n' }],
  ],
  [
    'a Bulk query',
    (org) => bulkQuery(org, 'SELECT Id FROM Account', watching, rows),
    [{ body: job }, { body: job }, { body: 'Id\n1\n' }],
  ],
  ['limits', remainingLimits, [{ body: { DailyApiRequests: { Remaining: 1 } } }]],
  [
    'the record of a run',
    (org) => saveRunRecord(org, { key: 'r', started: '', kind: 'Feed' }, { Status__c: 'Running' }),
    [{ status: 204, body: '' }],
  ],
];

describe.each(CALLS)('%s', (what, call, good) => {
  test.each<[string, FakeAnswer]>([
    ['403 of concurrent requests', { status: 403, body: refusal('REQUEST_LIMIT_EXCEEDED', CONCURRENT) }],
    ['503 SERVER_UNAVAILABLE', { status: 503, body: refusal('SERVER_UNAVAILABLE') }],
    ['400 UNABLE_TO_LOCK_ROW', { status: 400, body: refusal('UNABLE_TO_LOCK_ROW') }],
    ['400 REQUEST_RUNNING_TOO_LONG', { status: 400, body: refusal('REQUEST_RUNNING_TOO_LONG') }],
    ['400 QUERY_TIMEOUT', { status: 400, body: refusal('QUERY_TIMEOUT') }],
    ['a page of maintenance', { status: 502, body: '<html>', headers: { 'content-type': 'text/html' } }],
  ])('A17: %s passes', async (refused, answer) => {
    if (what === 'a count' && refused.includes('QUERY_TIMEOUT')) return;
    fake.become((n) => (n === 0 ? answer : (good[n - 1] ?? {})));
    await call(await fake.open());
    expect(fake.asked).toHaveLength(good.length + 1);
    expect(fake.retries).toHaveLength(1);
  });

  test("A17: the day's requests used up is final, after one try", async () => {
    const body = refusal('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    fake.become(() => ({ status: 403, body }));
    await expect(fake.open().then(call)).rejects.toMatchObject({
      name: 'OrgRefusal',
      verdict: 'day',
      errorCode: 'REQUEST_LIMIT_EXCEEDED',
    });
    expect(fake.asked).toHaveLength(1);
  });

  test('a session that has ended and can not be renewed stops it', async () => {
    fake.become(() => ({ status: 401, body: refusal('INVALID_SESSION_ID') }));
    await expect(fake.open().then(call)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  });
});

test('requests that were under way when their session ended share one new login', async () => {
  let logins = 0;
  const login = {
    renewable: true,
    open: () => {
      logins += 1;
      return Promise.resolve({ instanceUrl: fake.url, accessToken: `session ${logins}` });
    },
  };
  const ended = Promise.withResolvers<FakeAnswer>();
  fake.become((n) => {
    if (n === 2) ended.resolve({ status: 401, body: refusal('INVALID_SESSION_ID') });
    return n < 3 ? ended.promise : { body: page };
  });
  const org = await fake.open(login);
  await Promise.all(['A', 'B', 'C'].map((name) => queryAll(org, `SELECT Id FROM ${name}`)));
  expect(logins).toBe(2);
  expect(fake.asked).toHaveLength(6);
});

test('an answer within a composite that passes makes the composite go again', async () => {
  fake.become((n) => ({
    body: {
      compositeResponse: [
        n === 0
          ? { httpStatusCode: 403, body: refusal('REQUEST_LIMIT_EXCEEDED', CONCURRENT) }
          : { httpStatusCode: 200, body: page },
      ],
    },
  }));
  expect(await queryTogether(await fake.open(), ['SELECT Id FROM Account'])).toEqual([{ Id: '1' }]);
});

const row = (statusCode: string, message = ''): object => ({
  success: false,
  errors: [{ statusCode, message, fields: [] }],
});

test.each([
  ['UNABLE_TO_LOCK_ROW', 'passing'],
  ['SERVER_UNAVAILABLE', 'passing'],
  ['STRING_TOO_LONG', 'row'],
])('A17: a row that says %s is %s', async (code, verdict) => {
  fake.become(() => ({ body: [row(code)] }));
  const rows = await updateRows(await fake.open(), 'Account', [{ id: '1', fields: {} }], REFUSE);
  expect(rows).toEqual([{ errorCode: code, fields: [], verdict }]);
});

test.each([
  ['run', row('STORAGE_LIMIT_EXCEEDED')],
  ['day', row('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'T: AsyncApexExecutions Limit exceeded.')],
])('A17: a row that says what is true of the org fails no row: it stops the %s', async (verdict, said) => {
  fake.become(() => ({ body: [said] }));
  const asking = updateRows(await fake.open(), 'Account', [{ id: '1', fields: {} }], REFUSE);
  await expect(asking).rejects.toMatchObject({ name: 'OrgRefusal', verdict });
});

test('a count that the org does not get through with is not asked for again', async () => {
  fake.become(() => ({ status: 400, body: refusal('QUERY_TIMEOUT') }));
  expect(await countRecords(await fake.open(), 'SELECT COUNT() FROM Account')).toBe(Infinity);
  expect(fake.asked).toHaveLength(1);
});

test('what passes too late is an org that does not answer', async () => {
  fake.become(() => ({ status: 403, body: refusal('REQUEST_LIMIT_EXCEEDED', CONCURRENT) }));
  const org = await fake.open();
  await expect(queryAll(org, 'SELECT Id FROM Account')).rejects.toMatchObject({
    code: 'ORG_GONE',
    detail: 'HTTP 403 REQUEST_LIMIT_EXCEEDED',
  });
});

test("A3: a refusal says what was refused, and nothing of the org's words or of what was asked for", async () => {
  fake.become(() => ({ status: 400, body: refusal('INVALID_FIELD', 'No column C1 of Jan') }));
  const org = await fake.open();
  const error = await queryAll(org, "SELECT Id FROM Account WHERE Name = 'Jan'").catch(
    (thrown: unknown) => thrown,
  );
  expect(String(error)).toBe('OrgRefusal: INVALID_FIELD, HTTP 400 to GET /services/data/v66.0/query');
  expect(JSON.stringify(error)).not.toMatch(/Jan/);
  expect(fake.words).toEqual(['HTTP 400 INVALID_FIELD: No column C1 of Jan']);
});

test('A3: whatever an org says, in whatever shape, none of it is in what is thrown', async () => {
  const secret = 'jan.peeters@example.com';
  const said = fc.constantFrom(secret, `${secret}\n    at Jan (${secret}:1:2)`, `INVALID: ${secret}`);
  const answers = fc.record({
    status: fc.constantFrom(300, 400, 401, 403, 404, 409, 413, 415, 418, 429, 500, 503),
    body: fc.oneof(
      said,
      fc.array(fc.record({ errorCode: said, message: said, fields: fc.array(said) }), { maxLength: 2 }),
      fc.record({ error: said, error_description: said }),
      fc.record({ errorCode: said, message: said }),
      said.map((text) => `<errors><errorCode>${text}</errorCode></errors>`),
      fc.constantFrom<unknown>(null, [], 7, [null], [[]]),
    ),
  });
  let answer: FakeAnswer = {};
  fake.become(() => answer);
  const calls = fc.constantFrom(...CALLS.map(([, call]) => call));
  await fc.assert(
    fc.asyncProperty(answers, calls, async (next, call) => {
      answer = next;
      const thrown = await fake
        .open()
        .then(call)
        .catch((error: unknown) => error);
      for (let error: unknown = thrown; error instanceof Error; error = error.cause)
        expect([error.name, error.message, error.stack, JSON.stringify(error)].join()).not.toMatch(
          /peeters/i,
        );
    }),
    { numRuns: 200 },
  );
});

const MINUTE = 60_000;

test.each<[number | undefined, readonly string[]]>([
  [undefined, []],
  [4 * MINUTE, []],
  [-4 * MINUTE, []],
  [3 * 24 * 60 * MINUTE, ['3 days behind']],
  [-17 * MINUTE, ['17 minutes ahead of']],
])("A21: with the org's Date %p ms from ours the clock is told once: %j", async (ahead, told) => {
  const headers = ahead === undefined ? {} : { date: new Date(Date.now() + ahead).toUTCString() };
  fake.become(() => ({ body: page, headers }));
  const org = await fake.open();
  for (let n = 0; n < 2; n += 1) await queryAll(org, 'SELECT Id FROM Account');
  expect(fake.clock).toEqual(told);
});

test('rows that a duplicate rule alerts about are saved all the same only when the configuration says so', async () => {
  fake.become(() => ({ body: [{ success: true }] }));
  const org = await fake.open();
  for (const duplicateRules of ['refuse', 'save'] as const)
    await updateRows(org, 'Account', [{ id: '1', fields: {} }], { duplicateRules });
  expect(fake.headers.map((headers) => headers['sforce-duplicate-rule-header'])).toEqual([
    undefined,
    'allowSave=true',
  ]);
});
