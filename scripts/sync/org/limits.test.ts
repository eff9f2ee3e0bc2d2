import { dayCalls } from './limitInfo.ts';
import { startFakeOrg, type FakeOrg } from './fakeOrg.ts';
import { remainingLimits } from './limits.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm, and its older versions. */
test.each<[string | null, number | undefined]>([
  ['api-usage=25/5000', 4975],
  ['api-usage=25/5000; per-app-api-usage=17/250(appName=sample-connected-app)', 233],
  ['per-app-api-usage=17/250(appName=a/b=c), api-usage=4999/5000', 1],
  ['api-usage=10018/100000; api-bursts=1/750', 89_982],
  ['API-Usage = 5001/5000', 0],
  ['api-bursts=1/750', undefined],
  ['', undefined],
  [null, undefined],
])('Sforce-Limit-Info %s leaves %s calls', (header, left) => {
  expect(dayCalls(header)?.left).toBe(left);
});

let fake: FakeOrg;
beforeAll(async () => {
  fake = await startFakeOrg();
});
afterAll(() => fake.end());

const FORBIDDEN = { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }] };

test.each([
  [
    'GET /limits for a user who may',
    { body: { DailyApiRequests: { Max: 15_000, Remaining: 7 }, DailyBulkApiBatches: { Remaining: 5 } } },
    { calls: 7, allowed: 15_000, bulkBatches: 5, from: 'GET /limits' },
  ],
  [
    'the header for one who may not',
    { ...FORBIDDEN, headers: { 'sforce-limit-info': 'api-usage=25/5000' } },
    { calls: 4975, allowed: 5000, bulkBatches: Infinity, from: 'Sforce-Limit-Info' },
  ],
  ['nothing', FORBIDDEN, { calls: Infinity, allowed: Infinity, bulkBatches: Infinity, from: 'nowhere' }],
] as const)('what the org still allows is read from %s', async (_where, answer, expected) => {
  fake.become(() => answer);
  expect(await remainingLimits(await fake.open())).toEqual(expected);
});
