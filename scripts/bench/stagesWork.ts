import { createReadStream, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Config } from '../sync/config/config.ts';
import { loadConfig } from '../sync/config/loadConfig.ts';
import type { Job, Run } from '../sync/job.ts';
import { readCheckStage } from '../sync/pipeline.ts';
import { rememberSettled } from '../sync/settle/rememberSettled.ts';
import { openStaging, type Staging } from '../sync/staging/staging.ts';
import { inTransaction } from '../sync/state/sqlite.ts';
import { openState, type StateStore } from '../sync/state/store.ts';
import { ROOT } from '../connect360/root.ts';

/**
 * Prints the CPU seconds of one of three ways to read a feed: `stage` is the job's read, check and stage of lines that it has never
 * seen; `known` the same of lines that were settled the night before; `parse` is a bare loop that splits the same files into
 * lines and calls JSON.parse.
 */
const [work, feed = ''] = process.argv.slice(2);
const seconds = work === 'parse' ? await cpuOf(() => parse(feed)) : await stage(feed, work === 'known');
process.stdout.write(String(seconds));

async function cpuOf(measured: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await measured();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function parse(folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.ndjson'))) {
    let rest = '';
    for await (const chunk of createReadStream(join(folder, name), { encoding: 'utf8' })) {
      const lines = `${rest}${String(chunk)}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) parseLine(line);
    }
  }
}

/** Some lines of a generated feed are broken on purpose. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function stage(path: string, areKnown: boolean): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-stages-'));
  const staging = openStaging(join(folder, 'staging.db'));
  const state = openState(folder);
  const job = {
    config: loadConfig(join(ROOT, 'config', 'sync.json')),
    log: pino({ level: 'silent' }),
    progress: { begin: () => undefined, advance: () => undefined, end: () => undefined },
    signal: new AbortController().signal,
    thresholds: {},
    now: Date.now,
  } satisfies Job;
  const run = { staging, state, folder, feed: { path, spooled: false }, runId: 'bench' };
  // Reading doesn't use the org.
  const read = (): Promise<void> => readCheckStage(job, run as unknown as Run);
  if (areKnown) {
    await read();
    settleAll(staging, state, job.config);
  }
  const taken = await cpuOf(read);
  staging.close();
  state.close();
  await rm(folder, { recursive: true });
  return taken;
}

/** As if the org held whatever the events say. */
function settleAll(staging: Staging, state: StateStore, config: Config): void {
  staging.exec("UPDATE event SET outcome = 'changed' WHERE outcome IS NULL");
  inTransaction(state.db, () => {
    rememberSettled(staging, state, config, Date.now())();
  });
}
