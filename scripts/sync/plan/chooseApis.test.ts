import { configFile } from '../config/config.ts';
import type { Loads } from '../staging/rows.ts';
import { callsToWrite, chooseApis, chooseApisForRest } from './chooseApis.ts';

const config = configFile.parse({ contact: { since: '2026-09-01T00:00:00Z' } });
const load = (rows: number): Loads['Account'] => ({ rows, bytes: rows * 2000 });
const loads: Loads = { Account: load(1000), InsurancePolicy: load(100_000) };
const BULK = { Account: 'Bulk 2.0', InsurancePolicy: 'Bulk 2.0' } as const;
const plenty = { calls: 100_000, bulkBatches: 15_000 };

test('up to two thousand rows go by Collections, more by Bulk', () => {
  expect(chooseApis({ Account: load(2000), InsurancePolicy: load(2001) }, plenty, config)).toEqual({
    Account: 'Collections',
    InsurancePolicy: 'Bulk 2.0',
  });
  const apis = chooseApis(loads, plenty, config);
  expect(apis).toEqual({ Account: 'Collections', InsurancePolicy: 'Bulk 2.0' });
  // 2 for the run's record, 5 requests, 3 jobs.
  expect(callsToWrite(loads, apis, config)).toBe(2 + 5 + 30);
});

test('when calls are short, what takes fewer calls is taken', () => {
  const tight = { Account: load(0), InsurancePolicy: { rows: 2400, bytes: 240_000 } };
  const patient = { ...config, bulkAbove: 5000 };
  expect(chooseApis(tight, plenty, patient).InsurancePolicy).toBe('Collections');
  expect(chooseApis(tight, { ...plenty, calls: 24 }, patient).InsurancePolicy).toBe('Bulk 2.0');
});

test('of two ways that take as many calls Collections is taken, which takes no batch', () => {
  const patient = { ...config, bulkAbove: 5000 };
  const even = { Account: { rows: 2000, bytes: 200_000 }, InsurancePolicy: { rows: 2400, bytes: 240_000 } };
  expect(chooseApis(even, { ...plenty, calls: 44 }, patient)).toEqual({
    Account: 'Collections',
    InsurancePolicy: 'Bulk 2.0',
  });
});

test('a request, a job and a batch that are begun count whole', () => {
  const begun = { Account: { rows: 201, bytes: 1 }, InsurancePolicy: { rows: 1, bytes: 90_000_001 } };
  expect(callsToWrite(begun, { Account: 'Collections', InsurancePolicy: 'Bulk 2.0' }, config)).toBe(
    2 + 2 + 20,
  );
  expect(callsToWrite(begun, { Account: 'Bulk 2.0', InsurancePolicy: 'Collections' }, config)).toBe(
    2 + 10 + 1,
  );
  expect(callsToWrite({ Account: load(0), InsurancePolicy: load(0) }, BULK, config)).toBe(2);
});

test('the batches of both targets count together', () => {
  const both = { Account: load(10_001), InsurancePolicy: load(20_000) };
  expect(chooseApis(both, { ...plenty, bulkBatches: 8 }, config)).toEqual(BULK);
  expect(chooseApis(both, { ...plenty, bulkBatches: 7 }, config)).toEqual({
    Account: 'Collections',
    InsurancePolicy: 'Collections',
  });
});

test('when Bulk batches are short, rows go by Collections', () => {
  expect(chooseApis(loads, { ...plenty, bulkBatches: 2 }, config).InsurancePolicy).toBe('Collections');
});

test('when nothing fits, the run is refused and says why', () => {
  expect(() => chooseApis(loads, { calls: 30, bulkBatches: 2 }, config)).toThrow(
    'The run would take too many API calls: 37, allowed are 50 % of the 30 calls and 2 Bulk batches that the org still allows today',
  );
});

test('an org that tells the calls alone names no batches', () => {
  expect(() => chooseApis(loads, { calls: 30, bulkBatches: Infinity }, config)).toThrow(
    'allowed are 50 % of the 30 calls that the org still allows today',
  );
});

test.each([0.5, 0])(
  'an org that says nothing of its limits is not held to any, by a share of %d',
  (apiShare) => {
    const nothing = { calls: Infinity, bulkBatches: Infinity };
    expect(chooseApis(loads, nothing, { ...config, apiShare })).toEqual({
      Account: 'Collections',
      InsurancePolicy: 'Bulk 2.0',
    });
  },
);

test('a stopped run that is short of calls says so by another code, whatever else goes wrong as it is', () => {
  const short = { calls: 30, bulkBatches: 2 };
  expect(() => chooseApisForRest(loads, short, config)).toThrow(
    expect.objectContaining({
      code: 'API_SHORT',
      detail: expect.stringMatching(/^37, allowed are 50 %/),
    }) as Error,
  );
  expect(chooseApisForRest(loads, plenty, config)).toEqual(chooseApis(loads, plenty, config));
  expect(() => chooseApisForRest({} as Loads, plenty, config)).toThrow(TypeError);
});

test('what is allowed is met to the call and to the batch', () => {
  const apis = { Account: 'Collections', InsurancePolicy: 'Bulk 2.0' } as const;
  const calls = callsToWrite(loads, apis, config) / config.apiShare;
  const bulkBatches = 10 / config.apiShare;
  expect(chooseApis(loads, { calls, bulkBatches }, config)).toEqual(apis);
  expect(chooseApis(loads, { calls: plenty.calls, bulkBatches: bulkBatches - 1 }, config)).toEqual({
    Account: 'Collections',
    InsurancePolicy: 'Collections',
  });
});
