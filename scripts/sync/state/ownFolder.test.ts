import fs, { chmodSync, existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { mock } from 'node:test';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { withState, withStateToRead } from '../commands/stateFolder.ts';
import { SyncError } from '../errors.ts';
import { mustBeFolder, privateFolder, tighten } from './ownFolder.ts';

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('own-folder-'));
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

describe('the folder that others may enter', () => {
  const IN_USE = ['state.db', 'lock.db', 'runs', 'ended.json', 'notified-feed.json', 'notified-live.json'];
  let state: string;
  beforeEach(() => {
    state = join(folder, 'state');
    mkdirSync(state);
  });
  function opened(mode: number, ...names: readonly string[]): string {
    for (const name of names) writeFileSync(join(state, name), '');
    chmodSync(state, mode);
    return state;
  }
  /** Its mode afterwards, or what is said against it. */
  function tightened(): number | string {
    try {
      tighten(state);
      return modeOf(state);
    } catch (error) {
      return (error as SyncError).detail;
    }
  }

  test.each(IN_USE)('is the job’s own where it has made %s, and is closed', (name) => {
    opened(0o777, 'something else', name);
    expect(tightened()).toBe(0o700);
  });

  test.each([
    ['0700', false],
    ['0755', false],
    ['0750', false],
    ['0770', true],
    ['0702', true],
    ['1777', true],
  ])('with files of others in it and mode %s is never changed; refused: %p', (octal, isRefused) => {
    const mode = parseInt(octal, 8);
    opened(mode, 'something else');
    expect(tightened()).toBe(isRefused ? `others may write to ${state} (mode ${octal})` : mode);
    expect(modeOf(state)).toBe(mode);
  });

  test('is not the job’s for a link to nothing of such a name', () => {
    symlinkSync(join(folder, 'gone'), join(state, 'runs'));
    opened(0o777);
    expect(tightened()).toMatch(/^others may write/);
  });

  /** Work while the system refuses to change modes, as it does with folders of another user. */
  function refusingModes<T>(code: string, work: () => T): T {
    const refused = mock.method(fs, 'chmodSync', () => {
      throw Object.assign(new Error(code), { code });
    });
    try {
      return work();
    } finally {
      refused.mock.restore();
    }
  }

  test.each([
    ['used as it is where its group may write to it', 0o770, 0o770],
    ['used as it is where everybody may read it', 0o755, 0o755],
    ['refused where everybody may write to it', 0o777, 'others may write to it (mode 0777)'],
  ])('is another user’s: %s', (_what, mode, expected) => {
    opened(mode);
    const found = refusingModes('EPERM', tightened);
    expect(typeof found === 'number' ? found : found.replace(state, 'it')).toBe(expected);
  });

  test('is not used when its mode can not be changed for another reason', () => {
    opened(0o770);
    expect(() => {
      refusingModes('EIO', () => {
        tighten(state);
      });
    }).toThrow('EIO');
  });

  test('is left as it is on Windows, which has no modes', () => {
    opened(0o777);
    const platform = Object.getOwnPropertyDescriptor(process, 'platform') ?? {};
    Object.defineProperty(process, 'platform', { ...platform, value: 'win32' });
    const found = tightened();
    Object.defineProperty(process, 'platform', platform);
    expect(found).toBe(0o777);
  });
});

test('a folder that is there stays as it is, one that appears meanwhile is used', () => {
  chmodSync(folder, 0o755);
  privateFolder(folder);
  expect(modeOf(folder)).toBe(0o755);
  const make = mock.method(fs, 'mkdirSync', () => {
    throw Object.assign(new Error('there'), { code: 'EEXIST' });
  });
  privateFolder(join(folder, 'new'));
  make.mock.restore();
  writeFileSync(join(folder, 'file'), '');
  expect(() => {
    privateFolder(join(folder, 'file', 'below'));
  }).toThrow(/ENOTDIR/);
});

test('a folder that is missing can be made, below a file or without a name it can not', () => {
  function said(path: string): string | undefined {
    try {
      mustBeFolder(path);
      return undefined;
    } catch (error) {
      return (error as SyncError).detail;
    }
  }
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect([folder, join(folder, 'a', 'b')].map(said)).toEqual([undefined, undefined]);
  expect([file, join(file, 'a', 'b')].map(said)).toEqual([
    `${file} is not a folder`,
    `${file} is not a folder`,
  ]);
  expect(said('')).toBe('its path is empty');
});
