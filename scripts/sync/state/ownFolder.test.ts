import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withState, withStateToRead } from '../commands/stateFolder.ts';
import { SyncError } from '../errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const nothing = (): Promise<void> => Promise.resolve();
const modeOf = (path: string): number => statSync(path).mode & 0o7777;

/** The error's message and advice; undefined when there is no error. */
async function refusal(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    return `${error.code}: ${error.message}. ${error.next}`;
  }
}

test.each(['777', '1777', '755', '2770'])('an own folder of mode %s is closed to others', async (octal) => {
  const mode = parseInt(octal, 8);
  const state = join(folder, 'state');
  mkdirSync(state);
  chmodSync(state, mode);
  await withState(state, nothing);
  expect(modeOf(state) & 0o777).toBe(0o700);
  chmodSync(state, mode);
  await withState(state, nothing);
  expect(modeOf(state) & 0o777).toBe(0o700);
});

test('a folder that others write to and that holds other things is refused with the command that closes it', async () => {
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  writeFileSync(join(shared, 'something else'), '');
  chmodSync(shared, 0o1777);
  const said = await refusal(() => withState(shared, nothing));
  expect(said).toContain(`STATE_FOLDER: The state folder can not be used: others may write to ${shared}`);
  expect(said).toContain(`chmod 700 ${shared}`);
  expect(modeOf(shared)).toBe(0o1777);
  expect(existsSync(join(shared, 'state.db'))).toBe(false);
  chmodSync(shared, 0o755);
  expect(await refusal(() => withState(shared, nothing))).toBeUndefined();
});

test.each([
  ['to change', withState],
  ['to read', withStateToRead],
])('a path that can not be a folder is refused at once, %s', async (_what, open) => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  for (const path of [file, join(file, 'below'), '']) {
    const said = await refusal(() => open(path, nothing));
    expect(said).toMatch(/^STATE_FOLDER: .*--state-dir/);
  }
});

test('a folder that can be seen but not made ends at once, not never', async () => {
  expect(await refusal(() => withState('/proc/1/x', nothing))).toMatch(/^STATE_FOLDER: .*\/proc\/1\/x/);
});

test('folders that are missing are made, for their owner only', async () => {
  const deep = join(folder, 'a', 'b', 'state');
  await withState(deep, nothing);
  expect([join(folder, 'a'), join(folder, 'a', 'b'), deep].map(modeOf)).toEqual([0o700, 0o700, 0o700]);
});
