import { QUICK } from '../../tests/kit/memoryOrg.ts';
import { callProblems } from './everyCall.ts';
import { startFakeOrg, type FakeAnswer, type FakeOrg } from './fakeOrg.ts';
import { licenceProblems } from './licences.ts';
import { countVisible, visibleProblems } from './visible.ts';

let fake: FakeOrg;
beforeAll(async () => {
  fake = await startFakeOrg();
});
afterAll(() => fake.end());

/** An org that takes every call of `check`. */
function good(request: string): FakeAnswer {
  if (request.startsWith('POST') && request.endsWith('/composite'))
    return { body: { compositeResponse: [{ httpStatusCode: 200, body: { records: [] } }] } };
  if (request.startsWith('PATCH') && request.endsWith('/composite/sobjects'))
    return { body: [{ success: false, errors: [{ statusCode: 'ENTITY_IS_DELETED', message: 'gone' }] }] };
  if (request.includes('/Run_Id__c/'))
    return { status: 404, body: [{ errorCode: 'NOT_FOUND', message: '' }] };
  if (request.startsWith('DELETE')) return { status: 204, body: '' };
  return { body: { id: '750000000000001' } };
}
const REFUSED = { status: 403, body: [{ errorCode: 'FUNCTIONALITY_NOT_ENABLED', message: 'no' }] };

test('every kind of call of a run is made, and the Bulk jobs are deleted again', async () => {
  fake.become((_n, request) => good(request));
  expect(await callProblems(await fake.open(), QUICK)).toStrictEqual([]);
  const asked = fake.asked.map((request) => request.replace(/\/services\/data\/v66\.0|\?.*/g, ''));
  const job = (kind: string): readonly string[] => [
    `POST /jobs/${kind}`,
    `PATCH /jobs/${kind}/750000000000001`,
    `DELETE /jobs/${kind}/750000000000001`,
  ];
  expect(asked).toEqual([
    'POST /composite',
    'PATCH /composite/sobjects',
    'GET /sobjects/CuZo_Sync_Run__c/Run_Id__c/check',
    ...job('query'),
    ...job('ingest'),
    ...job('ingest'),
  ]);
});

test.each([
  ['POST .*/composite$', 'several queries in one request (composite)'],
  ['PATCH .*/composite/sobjects$', 'rows by sObject Collections'],
  ['/Run_Id__c/', 'the record of a run by its external id'],
  ['POST .*/jobs/query', 'a query by Bulk API 2.0'],
  ['PATCH .*/jobs/query', 'a query by Bulk API 2.0'],
  ['POST .*/jobs/ingest', 'a Bulk API 2.0 job for Account'],
])('a refused %s is told', async (path, what) => {
  fake.become((_n, request) => (new RegExp(path).test(request) ? REFUSED : good(request)));
  const [problem] = await callProblems(await fake.open(), QUICK);
  expect(problem).toContain(`${what}: the org refuses it to the user, FUNCTIONALITY_NOT_ENABLED`);
});

test('the day that is used up ends the check, it is nobody’s right that is missing', async () => {
  fake.become(() => ({
    status: 403,
    body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
  }));
  await expect(callProblems(await fake.open(), QUICK)).rejects.toMatchObject({ verdict: 'day' });
});

/** What the org says of the user's licences and permission sets. */
function user({
  licence = 'Salesforce Integration',
  psl = ['SalesforceAPIIntegrationPsl'],
  sets = ['CuZo_Sync', 'CuZo_Sync_Map'],
  sees = true,
}) {
  return (_n: number, request: string): FakeAnswer => {
    if (request.endsWith('/v66.0/'))
      return { body: { identity: 'https://x/id/00D000000000001/005000000000001' } };
    if (request.includes('UserLicense'))
      return { body: { records: [{ Profile: { UserLicense: { Name: licence } } }] } };
    if (request.includes('PermissionSetLicenseAssign'))
      return { body: { records: psl.map((DeveloperName) => ({ PermissionSetLicense: { DeveloperName } })) } };
    if (request.includes('PermissionSetAssignment'))
      return { body: { records: sets.map((Name) => ({ PermissionSet: { Name } })) } };
    return sees ? { body: { fields: [] } } : { status: 404, body: [{ errorCode: 'NOT_FOUND', message: '' }] };
  };
}

test.each([
  [
    'the permission set licence',
    { psl: [], sets: [] },
    /assign the permission set licence Salesforce API Integration/,
  ],
  ['a permission set', { sets: ['CuZo_Sync'] }, /^the user has not the permission set CuZo_Sync_Map$/],
  ['the licence of Financial Services Cloud', { sees: false }, /FSC Insurance/],
  [
    'a permission set, with another licence',
    { licence: 'Salesforce', psl: [], sets: [] },
    /permission set CuZo_Sync$/,
  ],
])('the user lacks %s', async (_what, has, sentence) => {
  fake.become(user(has));
  const [problem] = await licenceProblems(await fake.open());
  expect(problem).toMatch(sentence);
});

test('nothing is said of licences when nothing is missing, or the org does not tell', async () => {
  fake.become(user({}));
  expect(await licenceProblems(await fake.open())).toStrictEqual([]);
  fake.become(() => REFUSED);
  expect(await licenceProblems(await fake.open())).toStrictEqual([]);
});

test('fewer records than an administrator counts are told, as many or more are not', async () => {
  fake.become((_n, request) => ({ body: { totalSize: request.includes('Account') ? 3 : 7 } }));
  const org = await fake.open();
  const all = { Account: 3, InsurancePolicy: 8 };
  expect(visibleProblems(await countVisible(org, all), all)).toEqual([
    expect.stringMatching(/^InsurancePolicy: the user sees 7 of 8 records/),
  ]);
  expect(await countVisible(org, { InsurancePolicy: 1 })).toEqual({ InsurancePolicy: 7 });
  expect(visibleProblems({ Account: Infinity }, { Account: 3 })[0]).toMatch(/too long/);
});
