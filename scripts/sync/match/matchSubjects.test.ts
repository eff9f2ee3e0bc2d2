import { hash } from 'node:crypto';
import { registration, shown, type Sent } from '../../tests/kit/events.ts';
import { fresh, known } from '../../tests/kit/knownEvents.ts';
import { memoryOrg, QUICK, type MemoryOrg } from '../../tests/kit/memoryOrg.ts';
import { memoryStaging, memoryState } from '../../tests/kit/memoryState.ts';
import { checked } from '../../tests/kit/replayed.ts';
import { checkAgain } from '../check/lineChecker.ts';
import type { CheckedEvent, KnownEvent, Target } from '../events/event.ts';
import type { MatchedBatch, MatchedSubject } from '../events/record.ts';
import { chosenApis } from '../staging/chosen.ts';
import { eventStager } from '../staging/newEvents.ts';
import type { Staging } from '../staging/staging.ts';
import { inTransaction } from '../state/sqlite.ts';
import type { StateStore } from '../state/store.ts';
import { matchAgain, matchNothing, matchSubjects, type Matching } from './matchSubjects.ts';

const AGENT = '005000000000009AAA';
const LOOK_UPS: readonly string[] = Array(3).fill('POST /composite');

let state: StateStore;
let staging: Staging;
let memory: MemoryOrg;
beforeEach(() => {
  state = memoryState();
  staging = memoryStaging();
  memory = memoryOrg();
});
function stageEvents(events: readonly (CheckedEvent | KnownEvent)[]): void {
  const add = eventStager(staging);
  inTransaction(staging, () => {
    for (const one of events) add(one);
  });
}

function stage(...sent: readonly Sent[]): void {
  stageEvents(sent.map(checked));
}

/** Words about so many customers, 0001 and on. */
const customers = (count: number): readonly Sent[] =>
  Array.from({ length: count }, (_, place) => registration(String(place + 1).padStart(4, '0'), null));

/** All batches, and the steps that were told. */
async function matched(
  match: (target: Target, matching: Matching) => AsyncGenerator<MatchedBatch>,
  target: Target,
  over: Partial<Matching> = {},
): Promise<{ readonly batches: readonly MatchedBatch[]; readonly steps: readonly (readonly unknown[])[] }> {
  const steps: (readonly unknown[])[] = [];
  const batches: MatchedBatch[] = [];
  const matching: Matching = {
    staging,
    state,
    org: memory.org,
    config: QUICK,
    labels: new Map(),
    signal: new AbortController().signal,
    rules: 'rules',
    check: checkAgain,
    now: Date.parse('2026-11-22T03:00:00Z'),
    onRecords: () => undefined,
    onStep: (...step) => steps.push(step),
    ...over,
  };
  for await (const batch of match(target, matching)) batches.push(batch);
  return { batches, steps };
}

const lastOf = (batches: readonly MatchedBatch[]): MatchedSubject | undefined =>
  batches.at(-1)?.subjects.at(-1);
const keysIn = (batches: readonly MatchedBatch[]): readonly string[] =>
  batches.flatMap(({ subjects }) => subjects.map(({ subjectKey }) => subjectKey));

test('every subject of the target that has an event without outcome comes once, with its records', async () => {
  memory.records.Account.set('1', { Customer_Number__c: '0002', IsPersonAccount: true });
  stage(...customers(3), shown('P1', 'x'));
  staging.exec("UPDATE event SET outcome = 'superseded' WHERE subject = '0003'");
  const { batches, steps } = await matched(matchSubjects, 'Account');
  expect(batches).toMatchObject([
    {
      settled: [],
      subjects: [
        { target: 'Account', subjectKey: '0001', events: [{ subject: '0001' }], records: [] },
        { target: 'Account', subjectKey: '0002', events: [{ subject: '0002' }], records: [{ id: '1' }] },
      ],
      count: 2,
    },
  ]);
  expect(steps).toEqual([['match', 2]]);
  expect(chosenApis(staging).lookedUpBy).toEqual({ Account: 'Queries', InsurancePolicy: null });
});

test('without such a subject nothing is asked', async () => {
  stage(shown('P1', 'x'));
  expect(await matched(matchSubjects, 'Account')).toEqual({ batches: [], steps: [] });
  expect(memory.requests).toStrictEqual([]);
  expect(chosenApis(staging).lookedUpBy.Account).toBeNull();
});

test.each([
  ['fewer than a thousand wait for the end', 7, 1, [7], 2],
  ['one call', 2100, 2000, [1000, 1000, 100], 1],
  ['a thousand each', 2000, 2000, [1000, 1000], 1],
  ['a thousand of several calls', 1500, 150, [1000, 500], 2],
])(
  'a call looks up as many keys as it takes, a batch is a thousand subjects at most: %s',
  async (_how, count, keysPerQuery, counts, calls) => {
    stage(...customers(count));
    const { batches, steps } = await matched(matchSubjects, 'Account', {
      config: { ...QUICK, keysPerQuery },
    });
    expect(batches.map((batch) => batch.count)).toEqual(counts);
    expect(keysIn(batches)).toEqual(customers(count).map(({ subject }) => subject));
    expect(steps).toEqual([['match', count]]);
    expect(memory.requests).toEqual(Array(calls).fill('POST /composite'));
  },
);

test('many subjects are looked up by a Bulk query, which is a step of its own; those that are looked up again by query', async () => {
  stage(...customers(41));
  const org: Matching['org'] = {
    ...memory.org,
    tryOnce: () => Promise.resolve({ totalSize: 1 }),
    request: () => Promise.resolve({ id: '750', state: 'JobComplete' }),
    receive: (_path, read) => {
      async function* body() {
        await Promise.resolve();
        yield Buffer.from('"Id","Customer_Number__c","IsPersonAccount"\n"1","0041","true"\n');
      }
      return read(body(), new Headers());
    },
  };
  const config = { ...QUICK, keysPerQuery: 1 };
  const { batches, steps } = await matched(matchSubjects, 'Account', { org, config });
  expect(steps).toEqual([
    ['look up', 1],
    ['match', 41],
  ]);
  expect(lastOf(batches)).toMatchObject({ subjectKey: '0041', records: [{ id: '1' }] });
  expect(chosenApis(staging).lookedUpBy.Account).toBe('Bulk query');
  memory.records.Account.set('2', { Customer_Number__c: '0041', IsPersonAccount: true });
  const again = await matched(matchAgain, 'Account', { config });
  expect(again.steps).toStrictEqual([]);
  expect(lastOf(again.batches)).toMatchObject({ records: [{ id: '2' }] });
});

test('where nothing is looked up any more no subject has a record', async () => {
  memory.records.Account.set('1', { Customer_Number__c: '0001', IsPersonAccount: true });
  stage(...customers(1));
  const { batches } = await matched(matchNothing, 'Account');
  expect(batches).toMatchObject([{ subjects: [{ subjectKey: '0001', records: [] }], count: 1 }]);
  expect(memory.requests).toStrictEqual([]);
});

test('settled subjects wait for nothing; the few others of many batches are planned, and their views read, together', async () => {
  const names = customers(250).map(({ subject }) => String(subject));
  const sent = new Map(names.map((name) => [name, shown(name, 'x', { id: name })]));
  const { hash: told } = checked(shown('P1', 'x')).data as { readonly hash: string };
  for (const Name of names)
    memory.records.InsurancePolicy.set(Name, {
      Name,
      CuZo_View_Hash__c: told,
      CuZo_As_Of__c: '2026-11-21T10:00:00.000+0000',
      LastModifiedById: AGENT,
      SystemModstamp: '2026-11-21T10:00:00.000+0000',
    });
  stageEvents([...sent.values()].map(fresh));
  const [first, ...more] = (await matched(matchSubjects, 'InsurancePolicy')).batches;
  const hashes = [first, ...more].flatMap((batch) =>
    (batch?.subjects ?? []).map(({ subjectKey, settledBy }) => [subjectKey, settledBy?.() ?? null] as const),
  );
  const settledBy = new Map(hashes);
  const changed = ['0001', '0150', '0250'];
  staging.exec('DELETE FROM event');
  stageEvents(
    [...sent].map(([name, one]) =>
      changed.includes(name) ? fresh(one) : known(one, settledBy.get(name) ?? null),
    ),
  );
  memory.requests.length = 0;
  const config = { ...QUICK, keysPerQuery: 20 };
  const { batches } = await matched(matchSubjects, 'InsurancePolicy', { config });
  expect(batches.map(({ settled, count }) => [settled.length, count])).toEqual([
    [99, 99],
    [99, 99],
    [49, 49],
    [0, 3],
  ]);
  expect(keysIn(batches)).toEqual(changed);
  expect(memory.requests).toEqual([...LOOK_UPS, 'GET /', 'POST /composite']);
});

test('a view that somebody overwrote is told by the hash of what stands there', async () => {
  const sent = shown('P1', 'x');
  const { hash: told } = checked(sent).data as { readonly hash: string };
  memory.records.InsurancePolicy.set('P', {
    Name: 'P1',
    CuZo_View__c: 'overwritten',
    CuZo_View_Hash__c: told,
    CuZo_As_Of__c: '2026-11-21T10:00:00.000+0000',
    LastModifiedById: AGENT,
  });
  stage(sent);
  const [batch] = (await matched(matchSubjects, 'InsurancePolicy')).batches;
  expect(batch?.subjects[0]?.records[0]?.fields.CuZo_View_Hash__c).toBe(hash('sha256', 'overwritten'));
});
