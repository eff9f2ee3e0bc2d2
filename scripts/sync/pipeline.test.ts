import fc from 'fast-check';
import { join } from 'node:path';
import { playNight } from '../tests/kit/contractModel.ts';
import type { Sent } from '../tests/kit/events.ts';
import { folderForFile } from '../tests/kit/folder.ts';
import { memoryOrg, QUICK, type MemoryOrg } from '../tests/kit/memoryOrg.ts';
import { memoryStaging } from '../tests/kit/memoryState.ts';
import { feedOf, quickJob, TEST_NOW } from '../tests/kit/quickJob.ts';
import { applyEdit, randomWorlds, type RandomWorlds } from '../tests/kit/randomWorlds.ts';
import { heldRecords, inWorld, lineOf, modelRecords, putRecords } from '../tests/kit/worldRecords.ts';
import type { Config } from './config/config.ts';
import { runPipeline } from './pipeline.ts';
import type { Staging } from './staging/staging.ts';
import { feedFrom, saveRun } from './state/runs.ts';
import { countRows } from './state/sqlite.ts';
import { readState, type StateStore } from './state/store.ts';

/** How many worlds at least, how many at most in one run of the job, and runs at a time. */
const WORLDS = 3000;
const TOGETHER = 25;
const RUNS = 20;

/** The worlds are the same each time; WORLDS_SEED, a whole number, makes others. */
const SEED = Number(process.env.WORLDS_SEED ?? 1);

const DAY_MS = 24 * 60 * 60 * 1000;

let folder: string;
let staging: Staging;
beforeAll(() => {
  ({ folder } = folderForFile('worlds-'));
  staging = memoryStaging();
});

let runs = 0;

/** Runs the job on lines; `day` counts the days since the first night. Returns the rows that it wrote. */
async function runNight(
  lines: readonly Sent[],
  day: number,
  state: StateStore,
  { org }: MemoryOrg,
  config: Config,
): Promise<number> {
  runs += 1;
  const runId = `run-${runs}`;
  const now = TEST_NOW + day * DAY_MS;
  const started = new Date(now).toISOString();
  const feed = feedFrom(feedOf(folder, lines), folder);
  saveRun(state, { runId, started, phase: 'reading', feed, settings: null });
  const run = { runId, started, folder, feed, staging, state, org };
  const { rowsWritten } = await runPipeline(quickJob(config, now).job, run, 'reading');
  return rowsWritten;
}

/** Events whose subject was settled: neither the line nor the record was looked into. */
let settled = 0;

/** The outcome of every staged event, by zone and id. */
function outcomes(): Readonly<Record<string, unknown>> {
  const rows = staging.prepare('SELECT zone, id, outcome FROM event').all();
  return Object.fromEntries(rows.map(({ zone, id, outcome }) => [`${String(zone)} ${String(id)}`, outcome]));
}

/** Plays the worlds by job and model, night by night, and compares what they come to. */
async function playBoth({ writesContact, days, worlds }: RandomWorlds): Promise<void> {
  const config: Config = {
    ...QUICK,
    contact: { ...QUICK.contact, write: writesContact ? 'full' : 'stamp' },
  };
  const models = worlds.map(({ org }) => structuredClone(org));
  const memory = memoryOrg(config);
  const state = readState(join(folder, 'none'));
  let day = 0;
  for (const [night, pause] of days.entries()) {
    day += pause;
    const nights = worlds.map(({ nights: all }) => all[night] ?? { lines: [], edits: [] });
    for (const [place, model] of models.entries()) {
      for (const edit of nights[place]?.edits ?? []) applyEdit(model, edit);
      putRecords(model, place, memory);
    }
    const lines = nights.flatMap((one, place) => one.lines.map((event) => lineOf(event, place)));
    const rows = await runNight(lines, day, state, memory, config);

    settled += countRows(staging, "FROM event WHERE outcome = 'unchanged' AND record IS NULL");
    const played = models.map((model, place) => playNight(model, nights[place]?.lines ?? [], day));
    const expected = played.flatMap((one, place) =>
      [...one.outcomes].map(([name, outcome]) => [inWorld(name, place), outcome]),
    );
    expect(outcomes()).toEqual(Object.fromEntries(expected));
    expect(heldRecords(memory)).toEqual(Object.assign({}, ...models.map(modelRecords)));
    expect(rows).toBe(played.reduce((sum, one) => sum + one.rows, 0));
  }
  state.close();
}

test('in thousands of random worlds every event and record ends as the contract says', async () => {
  let count = 0;
  while (count < WORLDS)
    await fc.assert(
      fc.asyncProperty(randomWorlds(TOGETHER), async (random) => {
        count += random.worlds.length;
        await playBoth(random);
      }),
      { numRuns: RUNS, seed: SEED + count },
    );
  expect(settled).toBeGreaterThan(20);
});
