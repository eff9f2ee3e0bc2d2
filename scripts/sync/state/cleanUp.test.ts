import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { makePlanFolder, removeLeftovers, removeOldReports, removePlanLeftovers } from './cleanUp.ts';
import { runFolder } from './runFiles.ts';
import { finishRun, saveRun, type Phase } from './runs.ts';
import { readState, type StateStore } from './store.ts';

const STAGED = ['staging.db', 'staging.db-wal', 'staging.db-shm', 'staging.db-journal'];
const REST = ['stdin.ndjson', 'stdin.ndjson.partial', 'part-1.csv', 'part-12.csv'];
const REPORTS = ['failures.ndjson', 'rejects.ndjson'];
const NOW = Date.parse('2026-12-01T03:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

let folder: string;
let state: StateStore;
let parent: string;
beforeEach(() => {
  ({ folder: parent } = folderForFile('clean-up-'));
  folder = mkdtempSync(join(parent, 'state-'));
  state = readState(folder);
});
afterEach(() => {
  state.close();
});

function put(into: string, names: readonly string[]): string {
  mkdirSync(into, { recursive: true });
  for (const name of names) writeFileSync(join(into, name), 'x');
  return into;
}
const left = (path: string): readonly string[] | 'gone' =>
  existsSync(path) ? readdirSync(path).sort() : 'gone';

function save(runId: string, phase: Phase, started = '2026-11-30T03:00:00Z'): void {
  saveRun(state, { runId, started, phase, feed: { path: 'x', spooled: false }, settings: null });
}
const run = (names: readonly string[], runId = 'r'): string => put(runFolder(folder, runId), names);
const plan = (names: readonly string[]): string => put(makePlanFolder(parent), names);
function touch(path: string, at: number): void {
  utimesSync(path, at / 1000, at / 1000);
}

describe('what a killed run has staged', () => {
  test.each<[Phase | 'unknown', readonly string[]]>([
    ['unknown', REPORTS],
    ['finished', REPORTS],
    ['discarded', REPORTS],
    ['reading', ['failures.ndjson', 'part-1.csv', 'part-12.csv', 'rejects.ndjson', 'stdin.ndjson']],
    ['planning', [...STAGED, ...REST, ...REPORTS].sort()],
    ['writing', [...STAGED, ...REST, ...REPORTS].sort()],
    ['replanning', [...STAGED, ...REST, ...REPORTS].sort()],
  ])('of a run that is %s', (phase, expected) => {
    const made = run([...STAGED, ...REST, ...REPORTS]);
    if (phase !== 'unknown') save('r', phase);
    removeLeftovers(folder, state);
    expect(left(made)).toEqual(expected);
  });

  test('a folder in which nothing else was goes too; one that was no run’s is not looked into', () => {
    const made = run(STAGED);
    const elsewhere = put(join(folder, 'elsewhere'), STAGED);
    symlinkSync(elsewhere, runFolder(folder, 'link'));
    writeFileSync(runFolder(folder, 'file'), 'x');
    removeLeftovers(folder, state);
    expect([left(made), left(elsewhere)]).toEqual(['gone', [...STAGED].sort()]);
  });

  test('there may be no runs at all', () => {
    removeLeftovers(folder, state);
    removeOldReports(folder, state, 30, NOW, parent);
    expect(left(folder)).toStrictEqual([]);
  });
});

describe('reports older than thirty days', () => {
  const BEFORE = new Date(NOW - 30 * DAY_MS - 1).toISOString();
  const JUST = new Date(NOW - 30 * DAY_MS).toISOString();

  test.each<[string, Phase, string, string | null, readonly string[] | 'gone']>([
    ['go with their folder when their run ended before', 'finished', BEFORE, BEFORE, 'gone'],
    ['stay when it ended then', 'finished', BEFORE, JUST, REPORTS],
    ['go when it was given up and began before', 'discarded', BEFORE, null, 'gone'],
    ['stay when it began then', 'discarded', JUST, null, REPORTS],
    ['stay when it may be resumed', 'writing', BEFORE, null, REPORTS],
  ])('%s', (_what, phase, started, finished, expected) => {
    const made = run(REPORTS);
    touch(made, NOW - 100 * DAY_MS);
    save('r', 'reading', started);
    if (finished !== null) finishRun(state, 'r', finished, '{}');
    state.db.prepare('UPDATE run SET phase = ?').run(phase);
    removeOldReports(folder, state, 30, NOW, parent);
    expect(left(made)).toEqual(expected);
  });

  test('of a run that nobody knows, and of plans, by the age of the folder; other files stay', () => {
    const [old, young] = [run(REPORTS, 'old'), run(REPORTS, 'young')];
    const [oldPlan, youngPlan] = [plan([...REPORTS, 'staging.db']), plan(REPORTS)];
    for (const path of [old, oldPlan]) touch(path, Date.parse(BEFORE));
    for (const path of [young, youngPlan]) touch(path, Date.parse(JUST));
    removeOldReports(folder, state, 30, NOW, parent);
    expect([old, young, oldPlan, youngPlan].map(left)).toEqual(['gone', REPORTS, ['staging.db'], REPORTS]);
  });
});

describe('what killed plans have staged', () => {
  test('goes, their reports and the folder stay; what fails of one is left to the next start', () => {
    const [stuck, other] = [plan([]), plan([...STAGED, ...REPORTS])];
    mkdirSync(join(stuck, 'staging.db'));
    const similar = put(mkdtempSync(join(parent, 'cuzo-other-')), STAGED);
    removePlanLeftovers(parent);
    expect([stuck, other, similar].map(left)).toEqual([['staging.db'], REPORTS, [...STAGED].sort()]);
  });

  test.each<[string, (() => number) | undefined, readonly string[]]>([
    ['stays where the folder is another user’s', () => 4_000_000, [...STAGED].sort()],
    ['goes where the system knows no users', undefined, []],
  ])('%s', (_what, getuid, expected) => {
    const made = plan(STAGED);
    const own = Object.getOwnPropertyDescriptor(process, 'getuid') ?? {};
    Object.defineProperty(process, 'getuid', { ...own, value: getuid });
    removePlanLeftovers(parent);
    Object.defineProperty(process, 'getuid', own);
    expect(left(made)).toEqual(expected);
  });
});
