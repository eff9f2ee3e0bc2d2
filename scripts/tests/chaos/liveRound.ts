import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../connect360/root.ts';
import { openRandom, type Random } from '../../feed/generate/random.ts';
import { runFeed } from '../../sync/commands/run.ts';
import { OUTCOMES } from '../../sync/staging/outcomes.ts';
import { ndjson, registration, type Sent } from '../kit/events.ts';
import { folderForFile } from '../kit/folder.ts';
import { startListen, type ListenProcess } from '../kit/listenProcess.ts';
import { secretFile, TOKEN } from '../kit/liveReceiver.ts';
import { memoryOrg, QUICK, type Held, type MemoryOrg } from '../kit/memoryOrg.ts';
import { serveMemoryOrg, type ServerFault } from '../kit/memoryServer.ts';
import { feedOf, quickJob } from '../kit/quickJob.ts';
import { ORDER, type Order } from './order.ts';

/** What disturbs `listen` in a round: its process is killed, or requests to the org and from the sender go wrong. */
export type LiveKind = 'live-kill' | 'live-faults';

/** How a round ended. */
export interface LiveResult {
  readonly what: string;
  /** Differences from an undisturbed run; empty when there are none. */
  readonly faults: readonly string[];
}

const POINTS = pathToFileURL(join(ROOT, 'scripts', 'tests', 'chaos', 'points.ts')).href;
const CUSTOMERS = 30;
/** A small run passes some forty points, a request two. */
const MOST_POINTS = 70;
const LONGEST_MS = 120_000;

const SHORT = {
  waits: {
    request: [0.02, 0.03, 0.05, 0.05, 0.05],
    row: [0.02, 0.02],
    answer: 5,
    transfer: 5,
    poll: [0.01],
    stuck: 1,
  },
};

/** An org with customers, none of them registered. */
function customers(): MemoryOrg {
  const made = memoryOrg();
  for (let n = 0; n < CUSTOMERS; n += 1)
    made.records.Account.set(`001000000000${String(n).padStart(3, '0')}AAA`, {
      [QUICK.roles.customerNumber]: `C-${n}`,
      [QUICK.roles.isPersonAccount]: true,
    });
  return made;
}

interface Sender {
  /** Events that were answered 202. */
  readonly acknowledged: Sent[];
  /** Events in all attempts, those without an answer included. */
  attempts: number;
}

/** Sends a batch until it is answered 202. Returns false when the process ended before. */
async function sendOnce(
  at: ListenProcess,
  batch: readonly Sent[],
  sender: Sender,
  isLost: boolean,
): Promise<boolean> {
  sender.attempts += batch.length;
  try {
    const answer = await fetch(at.events, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/x-ndjson' },
      body: ndjson(batch),
    });
    await answer.text();
    // As a sender whose connection broke before the answer.
    return answer.status === 202 && !isLost;
  } catch {
    return false;
  }
}

let clock = 0;

function newBatch(random: Random): readonly Sent[] {
  return Array.from({ length: random.int(1, 5) }, () => {
    clock += 1;
    const time = new Date(Date.parse('2026-11-20T00:00:00Z') + clock * 1000).toISOString();
    // Each says another day, so that none leaves the record as it is: an unchanged one doesn't move its as-of.
    const day = new Date(Date.UTC(2001, 0, clock)).toISOString().slice(0, 'YYYY-MM-DD'.length);
    return registration(`C-${random.int(0, CUSTOMERS + 1)}`, day, { time });
  });
}

const FAULTS: readonly ServerFault[] = ['busy', 'cut', 'answer lost'];

/** Disturbs `listen` so many times, with a sender that tries again, and compares with one undisturbed run of a feed. */
export async function playLive(kind: LiveKind, seed: number, times: number): Promise<LiveResult> {
  const random = openRandom(seed);
  const { folder, remove } = folderForFile('live-chaos-');
  const org = customers();
  let isFaulty = false;
  const { env } = await serveMemoryOrg(org, () =>
    isFaulty && random.chance(0.3) ? random.pick(FAULTS) : 'none',
  );
  const config = join(folder, 'sync.json');
  const shipped = JSON.parse(readFileSync(join(ROOT, 'config', 'sync.json'), 'utf8')) as object;
  writeFileSync(config, JSON.stringify({ ...shipped, ...SHORT }));
  const tokens = secretFile(folder, 'tokens', TOKEN);
  const stateDir = join(folder, 'state');
  const args = ['--every', '0.05', '--token-file', tokens, '--state-dir', stateDir, '--config', config];
  const sender: Sender = { acknowledged: [], attempts: 0 };
  let batch = newBatch(random);
  let killed = 0;

  async function live(order: Order | undefined): Promise<void> {
    const begun = order === undefined ? [] : ['--no-warnings', '--import', POINTS];
    const more = order === undefined ? {} : { [ORDER]: JSON.stringify(order) };
    const at = await startListen(args, { ...env, ...more }, begun);
    if (!at) {
      killed += 1;
      return;
    }
    let isOver = false as boolean;
    void at.ended.then(() => (isOver = true));
    const until = Date.now() + LONGEST_MS;
    // What was taken though its answer was lost has to be sent again: nobody would know of it otherwise.
    let isOpen = false;
    for (
      let sent = 0;
      !isOver && (order !== undefined || sent < 10 || isOpen) && Date.now() < until;
      sent += 1
    ) {
      isOpen = !(await sendOnce(at, batch, sender, isFaulty && random.chance(0.3)));
      if (!isOpen) {
        sender.acknowledged.push(...batch);
        batch = newBatch(random);
      }
      await sleep(random.int(1, 60));
    }
    if (order !== undefined) {
      at.kill('SIGKILL');
      await at.ended;
      killed += 1;
      return;
    }
    isFaulty = false;
    while ((await at.waiting()) > 0 && Date.now() < until) await sleep(50);
    at.kill('SIGTERM');
    const code = await at.ended;
    if (code !== 0) throw new Error(`listen ended with ${String(code)}: ${at.log()}`);
  }

  if (kind === 'live-kill')
    for (let n = 0; n < times; n += 1) await live({ at: { count: random.int(1, MOST_POINTS) } });
  else
    for (let n = 1; n < times; n += 1) {
      isFaulty = true;
      await live(undefined);
    }
  isFaulty = kind === 'live-faults';
  await live(undefined);
  const faults = await differencesFrom(folder, org, sender);
  await remove();
  return {
    what: `${killed} kills, ${sender.acknowledged.length} events acknowledged in ${sender.attempts} attempts`,
    faults,
  };
}

async function differencesFrom(
  folder: string,
  org: MemoryOrg,
  { acknowledged, attempts }: Sender,
): Promise<readonly string[]> {
  const undisturbed = customers();
  const feed = feedOf(folder, acknowledged);
  await runFeed(quickJob().job, join(folder, 'undisturbed'), feed, () => Promise.resolve(undisturbed.org));
  const runs = [...org.runs.values()];
  const sum = (name: string): number => runs.reduce((total, run) => total + Number(run[name] ?? 0), 0);
  const outcomes = OUTCOMES.map((outcome) => sum(`${outcome[0]?.toUpperCase() ?? ''}${outcome.slice(1)}__c`));
  const [read, settled] = [sum('Read__c'), outcomes.reduce((total, count) => total + count, 0)];
  return [
    ...[...undisturbed.records.Account].flatMap(([id, expected]) =>
      same(expected, org.records.Account.get(id)) ? [] : [`account ${id} differs`],
    ),
    ...(settled === read ? [] : [`${settled} outcomes of ${read} events`]),
    // Events of an attempt whose answer was lost are in the inbox twice; none may be missing.
    ...(read >= acknowledged.length && read <= attempts
      ? []
      : [`${read} events read, ${acknowledged.length} acknowledged, ${attempts} sent`]),
    ...(runs.every((run) => run.Kind__c === 'Live' && run.Status__c === 'Finished')
      ? []
      : ['a run that is not finished']),
  ];
}

const same = (expected: Held, found: Held | undefined): boolean =>
  JSON.stringify(Object.entries(expected).sort()) === JSON.stringify(Object.entries(found ?? {}).sort());
