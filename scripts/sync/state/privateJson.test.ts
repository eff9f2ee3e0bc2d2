import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { keepEnding, lastEnding } from './lastEnding.ts';
import { keepTold, lastTold } from './lastTold.ts';
import { readPrivateJson, writePrivateJson } from './privateJson.ts';

let folder: string;
let state: string;
beforeEach(() => {
  ({ folder } = folderForFile('private-json-'));
  state = join(folder, 'state');
});

const modeOf = (path: string): number => statSync(path).mode & 0o777;
function put(name: string, text: string): void {
  mkdirSync(state, { recursive: true });
  writeFileSync(join(state, name), text);
}

test('what is kept is on one line of a file that only its owner reads, in place of what was there', () => {
  writePrivateJson(state, 'one.json', { a: 1 });
  writePrivateJson(state, 'one.json', { b: [2] });
  expect(readFileSync(join(state, 'one.json'), 'utf8')).toBe('{"b":[2]}\n');
  expect([readdirSync(state), modeOf(state), modeOf(join(state, 'one.json'))]).toEqual([
    ['one.json'],
    0o700,
    0o600,
  ]);
  expect(readPrivateJson(state, 'one.json')).toEqual({ b: [2] });
});

test('a folder that others may enter is closed, one that is a file is refused', () => {
  writePrivateJson(state, 'ended.json', {});
  chmodSync(state, 0o755);
  writePrivateJson(state, 'ended.json', {});
  expect(modeOf(state)).toBe(0o700);
  writeFileSync(join(folder, 'file'), '');
  expect(() => {
    writePrivateJson(join(folder, 'file'), 'ended.json', {});
  }).toThrow(expect.objectContaining({ code: 'STATE_FOLDER' }) as Error);
});

test.each([
  ['is missing', undefined],
  ['is cut off', '{"a":'],
  ['is null', 'null'],
  ['is a text', '"a"'],
])('of a file that %s nothing is known', (_what, text) => {
  if (text !== undefined) put('one.json', text);
  expect(readPrivateJson(state, 'one.json')).toEqual({});
});

describe('how a command ended last', () => {
  const ENDING = { exitCode: 0, errorCode: null, at: '2026-11-22T03:00:00.000Z' };

  test.each<[string, object | undefined, object | undefined]>([
    ['with success', ENDING, ENDING],
    [
      'with a fault',
      { ...ENDING, exitCode: 2, errorCode: 'FEED' },
      { ...ENDING, exitCode: 2, errorCode: 'FEED' },
    ],
    ['of an earlier version, which kept no code of a fault', { ...ENDING, errorCode: undefined }, ENDING],
    ['without an exit code', { ...ENDING, exitCode: undefined }, undefined],
    ['without a time', { ...ENDING, at: undefined }, undefined],
    ['not yet', undefined, undefined],
  ])('%s', (_how, kept, expected) => {
    if (kept) put('ended.json', JSON.stringify(kept));
    expect(lastEnding(state)).toEqual(expected);
  });

  test('comes back as it was kept', () => {
    keepEnding(state, { ...ENDING, exitCode: 3, errorCode: 'STOPPED' });
    expect(lastEnding(state)).toEqual({ ...ENDING, exitCode: 3, errorCode: 'STOPPED' });
  });
});

describe('what was told last', () => {
  const TOLD = {
    event: 'stopped',
    errorCode: 'DISK',
    at: '2026-11-22T03:00:00.000Z',
    isTold: false,
    isOpen: true,
  };

  test('comes back as it was kept, of nights and of small runs apart', () => {
    keepTold(state, 'feed', TOLD);
    expect([lastTold(state, 'feed'), lastTold(state, 'live')]).toEqual([TOLD, undefined]);
    keepTold(state, 'live', { ...TOLD, event: 'finished' });
    expect([lastTold(state, 'feed'), lastTold(state, 'live')?.event]).toEqual([TOLD, 'finished']);
    expect(readdirSync(state).sort()).toEqual(['notified-feed.json', 'notified-live.json']);
  });

  test.each<[string, object, object | undefined]>([
    [
      'of an earlier version was posted, and nothing is known to be wrong since',
      { event: 'stopped', at: TOLD.at },
      { event: 'stopped', at: TOLD.at, errorCode: null, isTold: true, isOpen: false },
    ],
    ['without an event is nothing', { ...TOLD, event: undefined }, undefined],
    ['without a time is nothing', { ...TOLD, at: undefined }, undefined],
  ])('%s', (_what, kept, expected) => {
    put('notified-feed.json', JSON.stringify(kept));
    expect(lastTold(state, 'feed')).toEqual(expected);
  });
});
