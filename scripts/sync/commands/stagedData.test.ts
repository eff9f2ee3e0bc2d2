import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registration } from '../../tests/kit/events.ts';
import { addPerson } from '../../tests/kit/memoryOrg.ts';
import { memoryRuns } from '../../tests/kit/memoryRuns.ts';
import { TEST_NOW } from '../../tests/kit/quickJob.ts';
import { SyncError } from '../errors.ts';
import type { Report } from '../report/report.ts';
import { temporaryStaging } from '../staging/staging.ts';
import { discardRun } from './discard.ts';
import { planFeed } from './plan.ts';
import { status } from './status.ts';

/** A subject that must not be found in any file once its staged data has to be gone. */
const SECRET = 'secret-subject-of-a-feed';
const DAY_MS = 24 * 60 * 60 * 1000;

const { memory, open, folder, stateDir, feed, job, runWith, resume } = memoryRuns();
beforeEach(() => {
  addPerson(memory, '001A', SECRET);
});

const secretFeed = (): ReturnType<typeof feed> => feed(registration(SECRET, null));
const run = (now = TEST_NOW): Promise<Report> => runWith({ now }, registration(SECRET, null));

/** Makes the next run stop at a request, as if the org were gone. */
function stopAt(start: string): void {
  memory.onRequest = (request) => {
    if (request.startsWith(start)) throw new SyncError('ORG_GONE', 'for a test');
  };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (one: unknown) => one,
  );
  if (!(error instanceof SyncError)) throw new Error('it was not refused', { cause: error });
  return `${error.exit} ${error.code}; ${error.next}`;
}

/** Files below a folder that hold the secret. */
const holding = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('feed-'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(SECRET));

async function inTemporary<T>(work: () => Promise<T> | T): Promise<T> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder();
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

test('what a plan stages has no name in any folder, however much it is', async () => {
  await inTemporary(() => {
    const staging = temporaryStaging();
    staging.exec('INSERT INTO view (n, document) VALUES (1, zeroblob(30000000))');
    expect(readdirSync(folder())).toStrictEqual([]);
    staging.close();
  });
});

test('while a plan waits for the org, nothing of its feed lies anywhere', async () => {
  const seen: (readonly string[])[] = [];
  memory.onRequest = (request) => {
    if (request === 'POST /composite') seen.push(holding(folder()));
  };
  await inTemporary(() => planFeed(job(), stateDir(), secretFeed(), false, open));
  expect(seen).toEqual([[]]);
});

test('what killed plans and runs have left is removed at the next start, live plans stay', async () => {
  const plan = mkdtempSync(join(tmpdir(), 'cuzo-plan-'));
  const [unknown, reports] = [join(stateDir(), 'runs', 'unknown'), join(stateDir(), 'runs', 'reports')];
  for (const one of [unknown, reports]) mkdirSync(one, { recursive: true, mode: 0o700 });
  for (const one of [plan, unknown]) {
    for (const name of ['staging.db', 'staging.db-wal', 'stdin.ndjson', 'stdin.ndjson.partial', 'part-1.csv'])
      writeFileSync(join(one, name), SECRET);
  }
  writeFileSync(join(reports, 'rejects.ndjson'), '{}');
  await run();
  expect(readdirSync(plan)).toStrictEqual([]);
  expect(existsSync(unknown)).toBe(false);
  expect(readdirSync(reports)).toEqual(['rejects.ndjson']);
  rmSync(plan, { recursive: true });
});

test('of a run that was cut off while it read, the next start keeps nothing, and resume reads again', async () => {
  await run();
  const db = new DatabaseSync(join(stateDir(), 'state.db'));
  const read = { path: secretFeed().feed, spooled: false };
  db.prepare(
    "INSERT INTO run (run_id, started, phase, feed) VALUES ('killed', '2026-11-22', 'reading', ?)",
  ).run(JSON.stringify(read));
  db.close();
  const left = join(stateDir(), 'runs', 'killed');
  mkdirSync(left, { mode: 0o700 });
  writeFileSync(join(left, 'staging.db'), SECRET);
  expect(await codeOf(run())).toContain('2 UNFINISHED');
  expect(readdirSync(left)).toStrictEqual([]);
  rmSync(join(stateDir(), 'runs'), { recursive: true });
  expect(await resume()).toMatchObject({ runId: 'killed', read: 1 });
});

test('a feed that is gone when it is to be read again is refused with what to do; the run stays', async () => {
  await run();
  const db = new DatabaseSync(join(stateDir(), 'state.db'));
  const gone = join(folder(), 'feed-gone.ndjson');
  db.prepare(
    "INSERT INTO run (run_id, started, phase, feed) VALUES ('killed', '2026-11-22', 'reading', ?)",
  ).run(JSON.stringify({ path: gone, spooled: false }));
  db.close();
  for (let time = 0; time < 2; time += 1) {
    const said = await codeOf(resume());
    expect(said).toContain('2 FEED; Put it back');
    expect(said).not.toContain('--feed');
  }
  writeFileSync(gone, '');
  expect(await resume()).toMatchObject({ runId: 'killed', read: 0 });
});

test.each<[string, (runs: string) => void]>([
  [
    'is missing',
    (runs) => {
      for (const name of readdirSync(runs)) rmSync(join(runs, name, 'staging.db'));
    },
  ],
  [
    'went with its whole folder',
    (runs) => {
      rmSync(runs, { recursive: true });
    },
  ],
  [
    'is of an earlier version',
    (runs) => {
      for (const name of readdirSync(runs)) {
        const db = new DatabaseSync(join(runs, name, 'staging.db'));
        db.exec('PRAGMA user_version = 2');
        db.close();
      }
    },
  ],
  [
    'is damaged',
    (runs) => {
      for (const name of readdirSync(runs)) writeFileSync(join(runs, name, 'staging.db'), 'no database');
    },
  ],
])(
  'a stopped run whose staging database %s is refused with what to do, and can be discarded',
  async (_what, lose) => {
    stopAt('PATCH /composite/sobjects');
    expect(await codeOf(run())).toContain('3 ORG_GONE');
    memory.onRequest = () => undefined;
    lose(join(stateDir(), 'runs'));
    const { runs } = await status(stateDir(), TEST_NOW, 36);
    const plan = (): Promise<unknown> => planFeed(job(), stateDir(), secretFeed(), false, open);
    for (const refused of [resume, run, plan, resume])
      expect(await codeOf(refused())).toMatch(/^2 STAGED_GONE; .*resume --discard/);
    expect((await status(stateDir(), TEST_NOW, 36)).runs).toEqual(runs);
    expect(await discardRun(stateDir(), open, '2026-11-22T03:00:00Z')).toBe(runs[0]?.runId);
    expect(await run()).toMatchObject({ changed: 1 });
  },
);

test('rejects and failures are kept for 30 days, those of a run that is not over for longer', async () => {
  const { rejects } = await runWith({}, '{}');
  const plan = mkdtempSync(join(tmpdir(), 'cuzo-plan-'));
  writeFileSync(join(plan, 'rejects.ndjson'), '{}');
  utimesSync(plan, TEST_NOW / 1000, TEST_NOW / 1000);
  await run(TEST_NOW + 29 * DAY_MS);
  expect(existsSync(rejects ?? '')).toBe(true);
  expect(existsSync(plan)).toBe(true);
  await run(TEST_NOW + 31 * DAY_MS);
  expect(existsSync(rejects ?? '')).toBe(false);
  expect(existsSync(plan)).toBe(false);
});
