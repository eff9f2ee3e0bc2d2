import { registration, shown, type Sent } from '../../tests/kit/events.ts';
import { addPerson } from '../../tests/kit/memoryOrg.ts';
import { phoned, registered, THREE_TRIES, writeRuns } from '../../tests/kit/writeRuns.ts';
import type { Config } from '../config/config.ts';
import { runFeed } from '../commands/run.ts';
import type { Report } from '../report/report.ts';

const { memory, stateDir, feed, job, run, runWith } = writeRuns(THREE_TRIES);

/** Adds a policy of an account; gives an event about it. */
function policyOf(letter: string, number: number): Sent {
  const name = `P-${letter}${number}`;
  const fields = { Name: name, NameInsuredId: `001${letter}`, IsActive: true };
  memory.records.InsurancePolicy.set(`0YT${letter}${number}`, fields);
  return shown(name, 'a view');
}

/** Two policies each of two accounts. */
const policies = (): readonly Sent[] =>
  ['A', 'B'].flatMap((letter) => [1, 2].map((number) => policyOf(letter, number)));

test('a locked row is tried again with the others that were locked, in the last round one account at a time', async () => {
  memory.refuse = () => 'UNABLE_TO_LOCK_ROW';
  expect(await run(...policies())).toMatchObject({ failed: 4, changed: 0, rowsWritten: 0 });
  const all = ['0YTA1', '0YTA2', '0YTB1', '0YTB2'];
  expect(memory.sent).toEqual([all, all, all.slice(0, 2), all.slice(2)]);
});

test('before each round the job waits as it is told, event by event too', async () => {
  const sentAt: number[] = [];
  const answers = ['UNABLE_TO_LOCK_ROW', 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'UNABLE_TO_LOCK_ROW'];
  memory.refuse = () => {
    sentAt.push(performance.now());
    return answers.shift();
  };
  const config: Config = { ...THREE_TRIES, waits: { ...THREE_TRIES.waits, row: [0.08, 0] } };
  const report = await runWith({ config }, registered('A'), phoned('A', '02 000 00 01'));
  expect(report).toMatchObject({ changed: 2 });
  const [locked = 0, again = 0, lockedAlone = 0, againAlone = 0] = sentAt;
  // A wait is shorter by up to a quarter.
  expect(Math.min(again - locked, againAlone - lockedAlone)).toBeGreaterThan(59);
});

test('a lock that ends before the last try fails nothing', async () => {
  memory.refuse = () => (memory.sent.length < 3 ? 'UNABLE_TO_LOCK_ROW' : undefined);
  expect(await run(...policies())).toMatchObject({ failed: 0, changed: 4, rowsWritten: 4 });
});

test('a refused row with one event fails at once', async () => {
  memory.refuse = (id) => (id === '001A' ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined);
  expect(await run(registered('A'), registered('B'))).toMatchObject({
    failed: 1,
    changed: 1,
    rowsWritten: 1,
  });
  expect(memory.sent).toEqual([['001A', '001B']]);
});

/** As many accounts as need their own request in the last round, one more than are sent unasked. */
function manyAccounts(count: number): readonly Sent[] {
  return Array.from({ length: count }, (_, place) => {
    addPerson(memory, `001-${place}`, `M-${place}`);
    return registration(`M-${place}`, null);
  });
}

/** Half of what the org still allows: 50 calls. */
const FEW_CALLS = { ...THREE_TRIES, apiShare: 0.0005 };

test.each([
  ['more requests are needed than calls are left', 202, 'API_SHORT'],
  ['so few that the org is not asked', 200, undefined],
])('a round of requests of fewer rows, when %s', async (_when, count, code) => {
  const first = Math.ceil(count / 8);
  memory.refuse = () => (memory.sent.length <= first ? 'UNABLE_TO_LOCK_ROW' : undefined);
  const running = runWith({ config: { ...FEW_CALLS, rowsPerRequest: 8 } }, ...manyAccounts(count));
  if (code === undefined) expect(await running).toMatchObject({ changed: count });
  else
    await expect(running).rejects.toMatchObject({
      code,
      detail: expect.stringMatching(/^101 requests are needed for rows that were locked, /) as string,
    });
  expect(memory.sent.slice(first).filter(({ length }) => length !== 2)).toStrictEqual([]);
});

test.each([
  ['more accounts are locked than calls are left', 101, FEW_CALLS, 'API_SHORT'],
  ['so few that the org is not asked', 100, FEW_CALLS, undefined],
  ['as many as calls are left', 101, { ...THREE_TRIES, apiShare: 0.00101 }, undefined],
])('the last round, account by account, when %s', async (_when, count, config, code) => {
  memory.refuse = () => 'UNABLE_TO_LOCK_ROW';
  const running = runWith({ config }, ...manyAccounts(count));
  if (code === undefined) expect(await running).toMatchObject({ failed: count });
  else
    await expect(running).rejects.toMatchObject({
      code,
      detail: '101 accounts are locked still, allowed are 0.05 % of the 100000 calls of today',
    });
});

test('rows that Bulk left are not sent one by one when calls are short', async () => {
  memory.refuse = () => (memory.sent.length === 0 ? 'DUPLICATES_DETECTED' : undefined);
  const config: Config = { ...FEW_CALLS, bulkAbove: 0, rowsPerRequest: 2, duplicateRules: 'save' };
  await expect(runWith({ config }, ...manyAccounts(202))).rejects.toMatchObject({
    code: 'API_SHORT',
    detail: expect.stringMatching(/^101 requests are needed for rows that Bulk left, /) as string,
  });
  expect(memory.sent).toStrictEqual([]);
});

/** Policies of these accounts, and the ids of the rows of each request with what else was under way when it was sent. */
async function sentAtOnce(
  accounts: string,
  config: Partial<Config>,
): Promise<{ readonly report: Report; readonly together: readonly (readonly (readonly string[])[])[] }> {
  const lines = Array.from(accounts).map(policyOf);
  const underWay = new Set<readonly string[]>();
  const together: (readonly (readonly string[])[])[] = [];
  const { org } = memory;
  const request: typeof org.request = async (method, path, body, headers) => {
    if (!path.endsWith('/composite/sobjects')) return org.request(method, path, body, headers);
    const ids = (body as { readonly records: readonly { readonly id: string }[] }).records.map(
      ({ id }) => id,
    );
    underWay.add(ids);
    together.push([...underWay]);
    // Later ones are answered earlier.
    for (let turn = 0; turn < 20 - together.length; turn += 1) await Promise.resolve();
    underWay.delete(ids);
    return org.request(method, path, body, headers);
  };
  const slow = { ...org, request };
  const own = job({ config: { ...THREE_TRIES, ...config } });
  const report = await runFeed(own, stateDir(), feed(...lines), () => Promise.resolve(slow));
  return { report, together };
}

const accountsOf = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.map((id) => id.slice(3, 4))),
];

test('several requests are under way at a time, none with rows of the same account', async () => {
  const { report, together } = await sentAtOnce('AAABBCCC', { rowsPerRequest: 4, requestsAtOnce: 3 });
  expect(report).toMatchObject({ changed: 8, failed: 0, rowsWritten: 8 });
  expect(Math.max(...together.map(({ length }) => length))).toBe(3);
  for (const requests of together) {
    const accounts = requests.flatMap(accountsOf);
    expect(new Set(accounts).size).toBe(accounts.length);
  }
});

test('an account with more rows than a request takes has one request at a time', async () => {
  const { report, together } = await sentAtOnce('AAAAABB', { rowsPerRequest: 2, requestsAtOnce: 3 });
  expect(report).toMatchObject({ changed: 7, failed: 0, rowsWritten: 7 });
  for (const requests of together) {
    const accounts = requests.flatMap(accountsOf);
    expect(new Set(accounts).size).toBe(accounts.length);
  }
});

test('what was locked goes again one request at a time', async () => {
  memory.refuse = () => (memory.sent.length <= 3 ? 'UNABLE_TO_LOCK_ROW' : undefined);
  const { report, together } = await sentAtOnce('AABBCC', { rowsPerRequest: 2, requestsAtOnce: 3 });
  expect(report).toMatchObject({ changed: 6 });
  expect(together.map(({ length }) => length)).toEqual([1, 2, 3, 1, 1, 1, 1, 1, 1]);
});

test('a run that is to stop sends nothing more; what was answered counts as done', async () => {
  const controller = new AbortController();
  memory.onRequest = (request) => {
    if (request === 'PATCH /composite/sobjects') controller.abort('SIGTERM');
  };
  const { signal } = controller;
  const config: Config = { ...THREE_TRIES, rowsPerRequest: 1, requestsAtOnce: 1 };
  let done = 0;
  const advance = (count: number): void => void (done += count);
  const progress = { ...job().progress, begin: () => void (done = 0), advance };
  await expect(runWith({ config, progress, signal }, registered('A'), registered('B'))).rejects.toMatchObject(
    { code: 'STOPPED' },
  );
  expect([memory.sent, done]).toEqual([[['001A']], 1]);
});

test('one request at a time takes as many rows as it may, whatever their account', async () => {
  const { together } = await sentAtOnce('AAABBCCC', { rowsPerRequest: 4, requestsAtOnce: 1 });
  expect(together.map((requests) => requests.map(({ length }) => length))).toEqual([[4], [4]]);
});

test('when one request fails, those under way with it are answered before the run stops', async () => {
  let failed = false;
  memory.onRequest = (request) => {
    if (request !== 'PATCH /composite/sobjects' || failed) return;
    failed = true;
    throw new Error('gone');
  };
  await expect(sentAtOnce('AABBCC', { rowsPerRequest: 2, requestsAtOnce: 3 })).rejects.toThrow('gone');
  expect(memory.sent).toHaveLength(2);
});
