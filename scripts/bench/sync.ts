import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Connect360 } from '../tests/kit/connect360.ts';
import { median, type Aim, type Figure, type Section } from './measure.ts';
import { orgOn, syncData, type Size, type SyncData } from './syncData.ts';
import { timeJob, type JobRun } from './syncJob.ts';
import { updateByCli, updateByLoop } from './syncPeers.ts';
import { rowsToWrite, type RowsFile } from './syncRows.ts';

const FULL: Size = { customers: 100_000, policies: 250_000 };

/** Compares the job with the Salesforce CLI and with a plain jsforce loop, on the same org and rows. */
export const SYNC: Section = {
  name: 'sync',
  minutes: 25,
  gb: 8,
  measure: (scale, tries) => measureSync(scaled(scale), tries),
};

const scaled = (scale: number): Size => ({
  customers: Math.ceil(FULL.customers * scale),
  policies: Math.ceil(FULL.policies * scale),
});

const say = (text: string): void => void process.stderr.write(`  ${text} ...\n`);

async function measureSync(size: Size, tries: number): Promise<readonly Figure[]> {
  const data = await syncData('sync', size, say);
  const files = await changedRows(data, say);
  const settled = await nightBefore(data);
  const first: JobRun[] = [];
  const [nightly, again]: [JobRun[], JobRun[]] = [[], []];
  const peers = { cli: [] as number[], loop: [] as number[], loopCalls: [] as number[] };
  for (let round = 1; round <= tries; round += 1) {
    say(`try ${round} of ${tries}: the first load by the job`);
    first.push(await on(data.firstDb, (org) => timeJob(org, data.feed, join(org.folder, 'state'))));
    say(`try ${round} of ${tries}: the same rows by sf data update bulk`);
    peers.cli.push(await on(data.firstDb, (org) => updateByCli(org, files)));
    say(`try ${round} of ${tries}: the same rows by a loop of jsforce`);
    await on(data.firstDb, async (org) => {
      peers.loop.push(await updateByLoop(org, files));
      peers.loopCalls.push(await callsOf(org));
    });
    say(`try ${round} of ${tries}: a nightly snapshot, and the same one again`);
    await on(data.nightlyDb, async (org) => {
      const stateDir = join(org.folder, 'state');
      cpSync(settled, stateDir, { recursive: true });
      nightly.push(await timeJob(org, data.feed, stateDir));
      again.push(await timeJob(org, data.feed, stateDir));
    });
  }
  return figures(first, nightly, again, peers, data.rowsChanged);
}

/** A state folder as yesterday's night left it, which knows the lines that are the same today. */
async function nightBefore({ folder, nightlyDb, yesterday }: SyncData): Promise<string> {
  const stateDir = join(folder, 'state');
  rmSync(stateDir, { recursive: true, force: true });
  say('the night before');
  await on(nightlyDb, (org) => timeJob(org, yesterday, stateDir));
  return stateDir;
}

/** The rows of a first load as CSV, made once. */
export async function changedRows(data: SyncData, say: (text: string) => void): Promise<readonly RowsFile[]> {
  const folder = join(data.folder, 'rows');
  if (!existsSync(folder)) {
    say('working out the rows of the first load, once');
    return on(data.firstDb, (org) => rowsToWrite(org, data.feed, folder));
  }
  return readdirSync(folder)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => ({
      object: name.startsWith('Account') ? 'Account' : 'InsurancePolicy',
      path: join(folder, name),
    }));
}

/** Works with an org on a copy of a database. */
export async function on<T>(
  database: string,
  work: (org: Connect360) => Promise<T>,
  args: readonly string[] = [],
): Promise<T> {
  const org = await orgOn(database, args);
  try {
    return await work(org);
  } finally {
    await org.close();
  }
}

async function callsOf(org: Connect360): Promise<number> {
  const { apiCalls } = (await org.rest('GET', '/__local/stats')) as { apiCalls: { total: number } };
  return apiCalls.total;
}

const figure = (name: string, unit: string, tries: readonly number[], aim?: Aim): Figure => ({
  name,
  unit,
  tries,
  ...(aim === undefined ? {} : { aim }),
});

/** Wall time, own CPU time, and the rest of the wall time, which is waiting for the org and the disk. */
function times(name: string, runs: readonly JobRun[], cpuAim?: Aim): readonly Figure[] {
  const stages = ['read', 'match', 'write', 'settle'].map((stage) => {
    const wall = runs.map((run) => run.stages.get(stage)?.wall ?? 0);
    return figure(`${name}, ${stage}: wall`, 's', wall);
  });
  return [
    figure(`${name}: wall`, 's', walls(runs)),
    figure(`${name}: own CPU`, 's', runs.map(cpuOf)),
    figure(
      `${name}: own CPU an event`,
      'us',
      runs.map((run) => (cpuOf(run) * 1e6) / run.report.read),
      cpuAim,
    ),
    figure(
      `${name}: waiting for the org`,
      's',
      runs.map((run) => run.wall - cpuOf(run)),
    ),
    ...stages,
    figure(`${name}, write: waiting for the org`, 's', runs.map(waitingForWrites)),
  ];
}

const walls = (runs: readonly JobRun[]): readonly number[] => runs.map(({ wall }) => wall);

const cpuOf = ({ stages }: JobRun): number => [...stages.values()].reduce((sum, { cpu }) => sum + cpu, 0);

function waitingForWrites({ stages }: JobRun): number {
  const write = stages.get('write');
  return write ? write.wall - write.cpu : 0;
}

interface Peers {
  readonly cli: readonly number[];
  readonly loop: readonly number[];
  readonly loopCalls: readonly number[];
}

function figures(
  first: readonly JobRun[],
  nightly: readonly JobRun[],
  again: readonly JobRun[],
  { cli, loop, loopCalls }: Peers,
  rowsChanged: number,
): readonly Figure[] {
  const ratio = (mine: readonly number[], theirs: readonly number[]): readonly number[] => [
    median({ tries: mine }) / median({ tries: theirs }),
  ];
  const reports = (runs: readonly JobRun[], of: (run: JobRun['report']) => number): readonly number[] =>
    runs.map(({ report }) => of(report));
  const calls = (runs: readonly JobRun[]): readonly number[] => reports(runs, ({ apiCalls }) => apiCalls);
  const written = (runs: readonly JobRun[]): readonly number[] =>
    reports(runs, ({ rowsWritten }) => rowsWritten);
  const read = reports(again, (report) => report.read)[0] ?? 0;
  const beside = written(nightly).map((rows) => Math.abs(rows - rowsChanged));
  return [
    ...times('(a) first load', first),
    figure('(a) sf data update bulk, same rows: wall', 's', cli),
    figure('(a) loop of jsforce Collections, same rows: wall', 's', loop),
    figure('(a) waiting for writes : wall of sf', 'times', ratio(first.map(waitingForWrites), cli), {
      atMost: 1.1,
    }),
    figure('(a) wall : wall of the loop', 'times', ratio(walls(first), loop), { atMost: 1 / 3 }),
    figure('(a) wall : wall of sf', 'times', ratio(walls(first), cli), { atMost: 1 }),
    figure('(a) rows written', 'rows', written(first)),
    figure('(a) API calls', 'calls', calls(first)),
    figure('(a) API calls of the loop', 'calls', loopCalls),
    figure(
      '(a) peak memory',
      'MB',
      reports(first, ({ peakRssMb }) => peakRssMb),
    ),
    ...times('(b) 1 % changed', nightly),
    figure('(b) sf data update bulk of everything: wall', 's', cli),
    figure('(b) wall : wall of sf', 'times', ratio(walls(nightly), cli), { atMost: 0.25 }),
    figure('(b) rows written', 'rows', written(nightly)),
    figure('(b) rows written beside those that changed', 'rows', beside, { atMost: 0 }),
    figure('(b) API calls : those of the loop', 'times', ratio(calls(nightly), loopCalls), { atMost: 0.05 }),
    ...times('(c) nothing changed', again, { atMost: 80 }),
    figure('(c) rows written', 'rows', written(again), { atMost: 0 }),
    figure('(c) API calls', 'calls', calls(again), { atMost: Math.ceil(read / 5000) + 10 }),
  ];
}
