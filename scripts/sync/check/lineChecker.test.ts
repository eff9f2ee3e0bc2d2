import { parseInstant } from '../../feed/instant.ts';
import { contact, erased, hidden, MYVIVIUM, registration, shown, type Sent } from '../../tests/kit/events.ts';
import type { CheckedEvent } from '../events/event.ts';
import { settledKeeper, settledKey } from '../state/settled.ts';
import { readState } from '../state/store.ts';
import { checkAgain, lineChecker, type LineResult } from './lineChecker.ts';

const NOW = Date.parse('2026-11-22T03:00:00Z');
const RECORD = new Uint8Array([1, 2, 3]);

const bytesOf = (line: Sent | string): Buffer =>
  Buffer.from(typeof line === 'string' ? line : JSON.stringify(line));

/** A folder of which nothing is on disk, and how its lines are checked. */
function opened() {
  const state = readState('/none');
  const check = (line: Sent | string, version = 'one'): LineResult =>
    lineChecker(state, NOW, version)({ number: 1, bytes: bytesOf(line) });
  function settle(line: Sent): void {
    const { target, subject, line: hash = Buffer.alloc(0) } = (check(line) as { event: CheckedEvent }).event;
    const keeper = settledKeeper(state, NOW);
    const lines = [{ hash, view: null, second: 7 }];
    keeper.keep(settledKey(state, target, subject.toLowerCase()), { lines, record: RECORD }, null);
    keeper.end();
  }
  return { state, check, settle };
}
const isKnown = (result: LineResult): boolean => 'known' in result;

const SHOWN = shown('P-1', 'a view', {}, { customer: 'c-1' });
const PHONE = contact('C-1', '2026-11-03T10:00:00Z', { phone: '02 000 00 00' });
const LATER = { id: 'another', time: '2026-11-21T22:00:00+01:00' };

test.each<[string, Sent, string, string]>([
  ['a view', SHOWN, 'InsurancePolicy', '2026-11-21T21:00:00Z'],
  ['contact data, as new as its change', PHONE, 'Account', '2026-11-03T10:00:00Z'],
])('of a settled line with another id and time the event is known: %s', (_what, line, target, instant) => {
  const { check, settle } = opened();
  settle(line);
  const again = { ...line, ...LATER };
  const result = check(again);
  expect(result).toMatchObject({
    known: {
      source: '/portals/mypv',
      zone: 'mypv',
      id: 'another',
      kind: String(line.type).split('.')[3],
      target,
      subject: line.subject,
      time: parseInstant(LATER.time),
      instant: parseInstant(instant),
      settled: RECORD,
      second: 7,
      view: null,
      bytes: bytesOf(again),
    },
  });
});

test.each<[string, Sent | string, string]>([
  ['the last character of the data', JSON.stringify(SHOWN).replace('"c-1"', '"c-2"'), 'one'],
  ['what stands after the data', { ...SHOWN, note: '' }, 'one'],
  ['a space', JSON.stringify(SHOWN).replace('"data":', '"data": '), 'one'],
  ['the subject', { ...SHOWN, subject: 'P-2' }, 'one'],
  ['a letter of the subject that is larger', { ...SHOWN, subject: 'p-1' }, 'one'],
  ['the zone', { ...SHOWN, ...MYVIVIUM }, 'one'],
  ['the version of the rules', SHOWN, 'two'],
])('a line is checked as a whole when it is another one by %s', (_by, line, version) => {
  const { check, settle } = opened();
  settle(SHOWN);
  expect(isKnown(check(SHOWN))).toBe(true);
  expect(check(line, version)).toMatchObject({ event: { kind: 'policy-view' } });
});

test('of two types with the same data and subject one says nothing of the other', () => {
  const { check, settle } = opened();
  const EMPTY = { ...contact('C-1', '2026-11-03T10:00:00Z', {}), id: 'e' };
  settle(EMPTY);
  expect(check({ ...EMPTY, type: 'be.pv.cuzo.registration.v1' })).toMatchObject({
    reject: { code: 'MISSING', path: '/data/registered' },
  });
});

test.each<[string, Sent | string]>([
  ['an erasure', erased('C-1', 'customer')],
  ['a code that the contract does not list', hidden('P-1', 'other')],
  ['data that is not last', JSON.stringify({ data: SHOWN.data, ...registration('C-1', null) })],
])('%s is checked as a whole every night', (_what, line) => {
  const { event } = opened().check(line) as { event: CheckedEvent };
  expect(event.line).toBeUndefined();
});

test('what is wrong beside settled data rejects the line', () => {
  const { check, settle } = opened();
  settle(SHOWN);
  expect(check({ ...SHOWN, time: '2026-11-23T03:00:01Z' })).toMatchObject({
    reject: { code: 'FUTURE_TIME' },
  });
  expect(isKnown(check({ ...SHOWN, time: '2026-11-23T03:00:00Z' }))).toBe(true);
  expect(check({ ...SHOWN, id: '' })).toMatchObject({ reject: { code: 'INVALID_VALUE', path: '/id' } });
});

test('a line that was too long to be kept is rejected', () => {
  const check = lineChecker(opened().state, NOW, 'one');
  expect(check({ number: 1, bytes: null })).toMatchObject({ reject: { code: 'LINE_TOO_LONG' } });
});

test('lines of several subjects in turn are each known by their own', () => {
  const { state, settle } = opened();
  settle(SHOWN);
  settle(PHONE);
  const check = lineChecker(state, NOW, 'one');
  const lines = [SHOWN, PHONE, SHOWN, { ...SHOWN, subject: 'P-3' }, { ...PHONE, subject: 'P-1' }];
  expect(lines.map((line) => isKnown(check({ number: 1, bytes: bytesOf(line) })))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('a known line is read again when its data is needed, also when the clock was set back', () => {
  const { event } = opened().check(SHOWN) as { event: CheckedEvent };
  const line = { ...SHOWN, time: '2030-01-01T00:00:00Z' };
  expect(checkAgain(new Uint8Array(bytesOf(line)))).toMatchObject({ subject: 'P-1', data: event.data });
  expect(() => checkAgain(Buffer.from('{}'))).toThrow('a known line broke the contract');
});

test('a line that is nested too deeply before its data is rejected like any other', () => {
  const { check } = opened();
  const deep = JSON.stringify({ ...SHOWN, data: undefined, deep: 0 }).replace(
    /0}$/,
    `${'['.repeat(20_000)}${']'.repeat(20_000)},"data":${JSON.stringify(SHOWN.data)}}`,
  );
  expect(check(deep)).toMatchObject({ reject: { code: 'TOO_DEEP' } });
});
