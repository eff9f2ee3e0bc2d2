import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../connect360/root.ts';
import { forThisFile } from '../kit/ending.ts';
import { differences } from './ending.ts';
import { makeGround, WAYS } from './ground.ts';
import { callJob } from './jobProcess.ts';
import type { Ended } from '../kit/job.ts';
import type { Blow, Order } from './order.ts';
import type { RoundOrg } from './roundOrg.ts';
import { openRounds, type Feeding, type Played, type Rounds, type Setting } from './rounds.ts';

const ground = forThisFile(() => makeGround({ customers: 60, policies: 120 }));
let rounds: Rounds;
beforeAll(() => {
  rounds = openRounds(ground);
});

let count = 0;

/** Runs with a disturbed first process; the run must end as an undisturbed one. */
async function play(setting: Partial<Setting> & Pick<Setting, 'disturb'>): Promise<Played> {
  count += 1;
  const whole: Setting = { way: 'collections', feeding: 'folder', login: 'token', ...setting };
  const played = await rounds.onCopy(`stop-${count}`, whole);
  const expected = await rounds.undisturbed(whole.way, whole.feeding);
  expect(differences(expected.ending, played.ending)).toStrictEqual([]);
  return played;
}

const first =
  (order: Order): Setting['disturb'] =>
  (attempt) =>
    attempt === 0 ? order : {};

/** Exit and error codes of the processes, and whether each error says how to continue. */
const ends = ({ attempts }: Played): readonly string[] => attempts.map(({ ended }) => end(ended));

function end({ code, stderr }: Ended): string {
  const error = stderr.trim().split('\n').at(-1) ?? '';
  const [, name = ''] = /"code":"([A-Z_]+)"/.exec(error) ?? [];
  const [, next = ''] = /"next":"[^"]*`(?:npm run -s sync -- )?(\w+)`/.exec(error) ?? [];
  return [String(code), name, next].filter((part) => part !== '').join(' ');
}

const struck = (blow: Blow, point: string, feeding: Feeding = 'folder'): Promise<Played> =>
  play({ feeding, disturb: first({ blow, at: { point, nth: 1 } }) });

test.each([
  ['events are staged', 'reading: before COMMIT staging.db INSERT event,INSERT view'],
  ['a reject is written', 'reading: before writeSync'],
  ['rows are planned', 'planning: before POST /composite'],
])('a disk that is full when %s stops the run, which goes on once there is space', async (_when, point) => {
  expect(ends(await struck('full', point))).toEqual(['3 DISK resume', '1']);
});

test('a disk that is full while standard input is copied discards the run, which has to be fed again', async () => {
  const [first, ...others] = ends(await struck('full', 'reading: before write', 'stdin'));
  expect(first).toMatch(/^3 \w+ run$/);
  expect(others).toEqual(['1']);
});

test.each([
  'reading: after COMMIT staging.db INSERT event,INSERT view',
  'planning: after POST /composite',
  'writing InsurancePolicy: after PATCH /composite/sobjects rows',
])('asked to stop at "%s", a run stops and can be resumed', async (point) => {
  expect(ends(await struck('SIGTERM', point))).toEqual(['3 STOPPED resume', '1']);
});

test('asked to stop before the run has begun, nothing is there to be resumed, and it says so', async () => {
  const [first, ...others] = ends(await struck('SIGTERM', 'start: after GET /sobjects/Account/describe'));
  expect(first).toMatch(/ STOPPED run$/);
  expect(others).toEqual(['1']);
});

test('asked to stop when only the report is missing, a run finishes', async () => {
  expect(ends(await struck('SIGTERM', 'settling: before remove staging.db'))).toEqual(['1']);
});

const allRequests =
  (skip: number, times: number, fault: object): Setting['disturb'] =>
  async (attempt, org) => {
    await org.fault(attempt === 0 ? [{ skip, times, fault }] : []);
    return {};
  };

const REFUSED = {
  status: 401,
  body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }],
};

test.each([
  ['the org is gone for as long as the job waits', 4, { reset: 0 }, 'jwt', ['1']],
  ['the org is gone for longer', 1000, { reset: 0 }, 'jwt', ['3 ORG_GONE resume', '1']],
  ['every session is refused', 1000, REFUSED, 'jwt', ['3 SESSION_ENDED resume', '1']],
] as const)('%s, in the middle of writing', async (_what, times, fault, login, expected) => {
  expect(ends(await play({ login, disturb: allRequests(12, times, fault) }))).toEqual(expected);
});

test.each(['unread', 'full log'] as const)(
  'a run is finished all the same with its output: %s',
  async (output) => {
    const played = await play({ disturb: first({ output }) });
    expect(played.attempts.map(({ ended }) => ended.code)).toEqual([1]);
  },
);

test.each([200, 900, 100_000_000])('a login that is cut after %d bytes is tried again', async (bytes) => {
  const disturb: Setting['disturb'] = async (_attempt, org) => {
    await org.fault([{ path: '/oauth2/token$', times: 1, fault: { reset: bytes } }]);
    return {};
  };
  expect(ends(await play({ login: 'jwt', disturb }))).toEqual(['1']);
});

test.each(['UploadComplete', 'InProgress'])(
  'a Bulk job that stays %s stops the run, which goes on with the same job',
  async (state) => {
    const stuck = { status: 200, body: { state, numberRecordsProcessed: 0, numberRecordsFailed: 0 } };
    const disturb: Setting['disturb'] = async (attempt, org) => {
      await org.fault(attempt === 0 ? [{ method: 'GET', path: '/jobs/ingest/[^/]+$', fault: stuck }] : []);
      return {};
    };
    expect(ends(await play({ way: 'bulk', disturb }))).toEqual(['3 JOB_STUCK resume', '1']);
  },
);

test('a configuration that was changed while the run was stopped is refused, and the run goes on with the old one', async () => {
  const file = ground.configs.collections;
  const shipped = readFileSync(file, 'utf8');
  const stamp = shipped.replace('"write":"full"', '"write":"stamp"');
  const disturb: Setting['disturb'] = async (attempt, org) => {
    await org.fault(attempt === 0 ? [{ path: '/composite/sobjects$', fault: { reset: 0 } }] : []);
    writeFileSync(file, attempt === 1 ? stamp : shipped);
    return {};
  };
  expect(stamp).not.toBe(shipped);
  expect(ends(await play({ disturb }))).toEqual(['3 ORG_GONE resume', '2 CONFIG_CHANGED resume', '1']);
});

const DATA = '/services/data/v66.0';

/** Deletes two customers whose first event is in the feed; another one gets the number of the first. */
async function vanish({ call }: RoundOrg): Promise<void> {
  const soql = encodeURIComponent(
    "SELECT Id, Customer_Number__c, RecordTypeId FROM Account WHERE CuZo_MyPV_As_Of__c = null AND LastName LIKE 'Person %' ORDER BY Id LIMIT 2",
  );
  const { records } = JSON.parse(await call('GET', `${DATA}/query?q=${soql}`)) as {
    readonly records: readonly Readonly<Record<string, string>>[];
  };
  for (const { Id = '' } of records) await call('DELETE', `${DATA}/sobjects/Account/${Id}`);
  const { Customer_Number__c, RecordTypeId } = records[0] ?? {};
  await call('POST', `${DATA}/sobjects/Account`, { LastName: 'Heir', Customer_Number__c, RecordTypeId });
}

test.each(WAYS)(
  'records that vanish while the run is stopped end as if they had before it, %s',
  async (way) => {
    const setting = { way, feeding: 'folder', login: 'token' } as const;
    const before = await rounds.onCopy(`vanished-before-${way}`, {
      ...setting,
      disturb: async (_attempt, org) => {
        await vanish(org);
        return {};
      },
    });
    const meanwhile = await rounds.onCopy(`vanished-${way}`, {
      ...setting,
      disturb: async (attempt, org) => {
        if (attempt === 1) await vanish(org);
        const gone = ['/composite/sobjects$', '/batches$'].map((path) => ({ path, fault: { reset: 0 } }));
        await org.fault(attempt === 0 ? gone : []);
        return {};
      },
    });
    expect(ends(meanwhile)).toEqual(['3 ORG_GONE resume', ...ends(before)]);
    expect(differences(before.ending, meanwhile.ending)).toStrictEqual([]);
  },
);

test('the shipped waits outlast an org that goes away for two minutes', () => {
  const shipped = JSON.parse(readFileSync(join(ROOT, 'config', 'sync.json'), 'utf8')) as {
    waits: { request: readonly number[] };
  };
  // Up to a quarter of a wait is cut off at random.
  expect(shipped.waits.request.reduce((sum, one) => sum + one, 0) * 0.75).toBeGreaterThan(120);
});

test('a second run on the same state folder is refused and does not disturb the first', async () => {
  const trace = join(ground.folder, 'first.trace');
  const disturb: Setting['disturb'] = async (_attempt, org) => {
    await org.fault([{ path: '/composite$', times: 1, fault: { delayMs: 3000 } }]);
    const folder = join(ground.folder, `stop-${count}`);
    second = untilReading(trace).then(() => {
      const args = ['resume', '--state-dir', join(folder, 'state'), '--config', ground.configs.collections];
      return callJob({ args, login: org.login('token'), order: {} });
    });
    return { trace };
  };
  let second: Promise<Ended> | undefined;
  expect(ends(await play({ disturb }))).toEqual(['1']);
  expect(second && end(await second)).toBe('2 STATE_LOCKED');
});

async function untilReading(trace: string): Promise<void> {
  while (!existsSync(trace) || !readFileSync(trace, 'utf8').includes('reading: ')) await sleep(20);
}
