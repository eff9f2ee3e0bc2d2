import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { registration } from '../tests/kit/events.ts';
import { folderForFile } from '../tests/kit/folder.ts';
import { startListen, type ListenProcess } from '../tests/kit/listenProcess.ts';
import { secretFile, STRUCTURED, TOKEN } from '../tests/kit/liveReceiver.ts';
import { memoryOrg, QUICK } from '../tests/kit/memoryOrg.ts';
import { serveMemoryOrg } from '../tests/kit/memoryServer.ts';
import type { Figure, Section } from './measure.ts';

const PER_SECOND = 200;
const SECONDS = 60;
const EVERY_MS = 50;
const CUSTOMERS = 1_000;

const P99_AIM_MS = 100;
const MEMORY_AIM_MB = 200;

/** As `npm run sync` starts the job (scripts/launch.js). */
const SMALL_HEAP = ['--max-semi-space-size=4', '--initial-old-space-size=32', '--heap-growing-percent=30'];

/** Sends events to `listen`, one a request, while its small runs go on against an org in this process. */
export const LISTEN: Section = {
  name: 'listen',
  minutes: 2,
  gb: 1,
  measure: (scale) => listenFor(Math.ceil(SECONDS * scale)),
};

async function listenFor(seconds: number): Promise<readonly Figure[]> {
  const { folder, remove } = folderForFile('bench-listen-');
  const org = memoryOrg();
  for (let n = 0; n < CUSTOMERS; n += 1)
    org.records.Account.set(`00100000000${String(n).padStart(4, '0')}AAA`, {
      [QUICK.roles.customerNumber]: `C-${n}`,
      [QUICK.roles.isPersonAccount]: true,
    });
  const { env } = await serveMemoryOrg(org);
  const tokens = secretFile(folder, 'tokens', TOKEN);
  const args = ['--token-file', tokens, '--state-dir', join(folder, 'state')];
  const at = await startListen(args, { ...env, MALLOC_ARENA_MAX: '1' }, SMALL_HEAP);
  if (!at) throw new Error('listen did not start');
  try {
    const answers = await send(at, seconds);
    while ((await at.waiting()) > 0) await sleep(200);
    answers.sort((a, b) => a - b);
    return [
      figure('answer, median', 'ms', answers[Math.floor(answers.length / 2)]),
      figure('answer, 99th percentile', 'ms', answers[Math.floor(answers.length * 0.99)], P99_AIM_MS),
      figure('peak memory', 'MB', peakMb(at.pid), MEMORY_AIM_MB),
      { name: 'events taken', unit: 'events', tries: [answers.length] },
    ];
  } finally {
    AGENT.destroy();
    at.kill('SIGTERM');
    await at.ended;
    await remove();
  }
}

function figure(name: string, unit: string, value = Number.NaN, aim?: number): Figure {
  return {
    name: `${PER_SECOND} events/s: ${name}`,
    unit,
    tries: [value],
    ...(aim === undefined ? {} : { aim: { atMost: aim } }),
  };
}

/** The milliseconds of every answer. Requests begin on time, whether or not earlier ones are answered. */
async function send(at: ListenProcess, seconds: number): Promise<number[]> {
  const answers: Promise<number>[] = [];
  const begun = performance.now();
  for (let sent = 0; sent < seconds * PER_SECOND;) {
    const due = Math.floor(((performance.now() - begun) / 1000) * PER_SECOND);
    for (; sent < Math.min(due, seconds * PER_SECOND); sent += 1) answers.push(post(at, sent));
    await sleep(EVERY_MS);
  }
  return Promise.all(answers);
}

/** A sender keeps its connections; what has to wait for one counts as waiting. */
const AGENT = new Agent({ keepAlive: true, maxSockets: 32 });

function post({ events }: ListenProcess, n: number): Promise<number> {
  const time = new Date(Date.parse('2026-11-20T00:00:00Z') + n * 1000).toISOString();
  const event = registration(`C-${n % CUSTOMERS}`, '2026-11-20', { time });
  const headers = { ...STRUCTURED, authorization: `Bearer ${TOKEN}` };
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(events, { method: 'POST', headers, agent: AGENT }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 202) resolve(performance.now() - begun);
        else reject(new Error(`the receiver answered ${String(answer.statusCode)}`));
      });
    });
    sent.once('error', reject).end(JSON.stringify(event));
  });
}

/** Peak resident memory of a process, by Linux (proc(5), VmHWM). */
function peakMb(pid: number | undefined): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
