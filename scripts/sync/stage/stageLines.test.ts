import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { registration, shown } from '../../tests/kit/events.ts';
import { checkLine } from '../check/checkLine.ts';
import { endReading, whyUnusable } from '../staging/reading.ts';
import { openStaging, type Staging } from '../staging/staging.ts';
import { linesOf, rejectCodesOf, setTally } from '../staging/tally.ts';
import { unknownValues } from '../staging/unknown.ts';
import { openLineStager } from './stageLines.ts';

const NOW = Date.parse('2026-12-01T00:00:00Z');

let folder: string;
let staging: Staging;
let rejects: string;
beforeEach(() => {
  ({ folder } = folderForFile('stage-lines-'));
  staging = openStaging(join(folder, 'staging.db'));
  rejects = join(folder, 'rejects.ndjson');
});
afterEach(() => {
  staging.close();
});

/** For lines that are known from another run; here none is. */
function checkAgain(): never {
  throw new Error('no line is known');
}

const line = (number: number, sent: object) => ({
  number,
  checked: checkLine({ number, bytes: Buffer.from(JSON.stringify(sent)) }, NOW),
});
const ids = (): readonly unknown[] =>
  staging
    .prepare('SELECT id FROM event ORDER BY n')
    .all()
    .map(({ id }) => id);

test('events are staged, rejects are written with file and line, and both are counted over all batches', () => {
  const stager = openLineStager(staging, rejects, checkAgain);
  stager.add('a.ndjson', [
    line(1, registration('K1', null, { id: 'one' })),
    line(3, {}),
    line(4, shown('P1', 'x', { id: 'two' }, { product: 'new-product' })),
  ]);
  stager.add('b.ndjson', [
    line(7, {}),
    line(8, shown('P2', 'x', { id: 'three' }, { product: 'new-product' })),
  ]);
  expect(stager.end()).toBe(rejects);
  expect(ids()).toEqual(['one', 'two', 'three']);
  expect(linesOf(staging)).toEqual({ read: 5, rejected: 2 });
  expect(rejectCodesOf(staging)).toEqual({ MISSING: 2 });
  const written = readFileSync(rejects, 'utf8').trim().split('\n');
  expect(written.map((one) => JSON.parse(one) as unknown)).toEqual([
    { file: 'a.ndjson', line: 3, code: 'MISSING', path: '/type', message: expect.any(String) as string },
    { file: 'b.ndjson', line: 7, code: 'MISSING', path: '/type', message: expect.any(String) as string },
  ]);
  expect(unknownValues(staging)).toEqual([{ what: 'product', value: 'new-product', count: 2 }]);
});

test('a line that is known from another run is staged as it is, and counts as read', () => {
  const event = line(1, registration('K1', null, { id: 'known' })).checked.event;
  if (!event) throw new Error('a faulty event in the test');
  const known = {
    ...event,
    line: Buffer.from('hash'),
    settled: null,
    second: 0,
    view: null,
    bytes: Buffer.from('{}'),
  };
  const stager = openLineStager(staging, rejects, checkAgain);
  stager.add('a.ndjson', [{ number: 1, checked: { known } }]);
  expect(stager.end()).toBeNull();
  expect(ids()).toEqual(['known']);
  expect(linesOf(staging)).toEqual({ read: 1, rejected: 0 });
});

test('a feed without rejects leaves no file of them', () => {
  const stager = openLineStager(staging, rejects, checkAgain);
  stager.add('a.ndjson', [line(1, registration('K1', null))]);
  expect(stager.end()).toBeNull();
  expect(existsSync(rejects)).toBe(false);
});

test('until the feed has ended nothing that was read counts, nor anything staged before', () => {
  openLineStager(staging, rejects, checkAgain).add('a.ndjson', [
    line(1, registration('K1', null, { id: 'before' })),
  ]);
  setTally(staging, 'read', 1);
  endReading(staging);
  expect(whyUnusable(join(folder, 'staging.db'))).toBeUndefined();
  const stager = openLineStager(staging, rejects, checkAgain);
  stager.add('a.ndjson', [line(1, registration('K1', null, { id: 'again' }))]);
  expect(whyUnusable(join(folder, 'staging.db'))).toBe('its feed is not staged wholly');
  expect(ids()).toEqual(['again']);
  expect(linesOf(staging)).toEqual({ read: 0, rejected: 0 });
});
