import { contact, erased, hidden, MYVIVIUM, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { QUICK } from '../../tests/kit/memoryOrg.ts';
import { memoryStaging, memoryState } from '../../tests/kit/memoryState.ts';
import { checked } from '../../tests/kit/replayed.ts';
import { comparedBy } from '../events/comparison.ts';
import { eventStager } from '../staging/newEvents.ts';
import type { Staging } from '../staging/staging.ts';
import { comparedReader, type KeptItems } from '../state/compared.ts';
import { settledReader } from '../state/settled.ts';
import type { StateStore } from '../state/store.ts';
import { rememberSettled } from './rememberSettled.ts';

const NOW = Date.parse('2026-12-01T00:00:00Z');
const CODES = [...comparedBy(QUICK).keys()];

let state: StateStore;
let staging: Staging;
beforeEach(() => {
  state = memoryState();
  staging = memoryStaging();
});
const lineOf = (name: string): Buffer => Buffer.from(name.padEnd(16));
const RECORD = Buffer.from('record');

interface Left {
  readonly outcome?: string;
  /** Name of its line; null where it can't be known again. */
  readonly line?: string | null;
  readonly settled?: Buffer | null;
  readonly compared?: KeptItems;
}

/** Stages an event as planning and writing leave it. */
function stage(
  sent: Sent,
  { outcome = 'unchanged', line = 'line', settled = null, compared }: Left = {},
): void {
  const event = checked(sent);
  eventStager(staging)(event);
  const items = compared === undefined ? null : JSON.stringify(compared);
  staging
    .prepare("UPDATE event SET outcome = ?, line = ?, settled = ?, compared = ?, record = 'R' WHERE id = ?")
    .run(outcome, line === null ? null : lineOf(line), settled, items, event.id);
}

/** Ends a run with what is staged, and forgets the events. */
function remember(): void {
  rememberSettled(staging, state, QUICK, NOW)();
  staging.exec('DELETE FROM event');
}

/** What is known of a customer's line. */
function known(key: string, line = 'line') {
  const subject = settledReader(state, NOW)('Account', key);
  return subject && { line: subject.line(lineOf(line)), record: subject.record };
}

const count = (table: 'settled' | 'compared'): unknown =>
  state.db.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count;

const at = (time: string, more: Sent = {}): Sent => ({ time: `2026-11-21T${time}Z`, ...more });

test.each([
  ['changed', true],
  ['unchanged', true],
  ['late', false],
  ['failed', false],
  ['foreign', false],
  ['ambiguous', false],
  ['unmatched', false],
])('the line of an event that is %s is known the next time: %s', (outcome, isKnown) => {
  stage(registration('K1', null), { outcome });
  remember();
  expect(known('k1') !== undefined).toBe(isKnown);
});

test('with it the second of its instant, the hash of its view, and by what it was settled', () => {
  stage(registration('K1', null, at('10:00:00')), { settled: RECORD });
  stage(registration('K2', null, at('10:00:07.9')));
  stage(shown('P1', 'x'));
  const [view] = staging
    .prepare("SELECT data ->> '$.hash' AS hash FROM event WHERE target <> 'Account'")
    .all();
  remember();
  expect(known('k1')).toMatchObject({ line: { view: null }, record: new Uint8Array(RECORD) });
  expect((known('k2')?.line?.second ?? 0) - (known('k1')?.line?.second ?? 0)).toBe(7);
  expect(known('k2')?.record).toBeNull();
  expect(settledReader(state, NOW)('InsurancePolicy', 'p1')?.line(lineOf('line'))?.view).toBe(view?.hash);
});

test('every line of a subject is known, none of one that can not be told again, none that was superseded', () => {
  stage(registration('K1', null), { line: 'one' });
  stage(registration('K1', null, MYVIVIUM), { line: 'two' });
  stage(contact('K1', '2026-11-01T10:00:00Z', {}), { line: null });
  stage(contact('K1', '2026-10-01T10:00:00Z', {}), { line: 'old', outcome: 'superseded' });
  remember();
  expect(['one', 'two', 'old', 'other'].map((line) => known('k1', line)?.line !== undefined)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a subject without such a line any more is forgotten, others are not', () => {
  stage(registration('K1', null));
  stage(registration('K2', null));
  remember();
  stage(registration('K1', null), { line: null });
  remember();
  expect([known('k1'), known('k2') !== undefined]).toEqual([undefined, true]);
});

test('an erasure drops what is known of the customer, and of policies whose lines name the customer', () => {
  stage(registration('K1', null));
  stage(registration('K2', null));
  stage(shown('P1', 'x', {}, { customer: 'k1' }), { compared: ITEMS });
  stage(shown('P2', 'x', {}, { customer: 'K2' }), { compared: { ...ITEMS, customer: 'K2' } });
  remember();
  expect([count('settled'), count('compared')]).toEqual([4, 2]);
  stage(erased('K1', 'customer'), { outcome: 'changed', line: null });
  remember();
  expect(known('k1')).toBeUndefined();
  expect([count('settled'), count('compared')]).toEqual([2, 1]);
});

test('a policy goes with the customer that any of its lines names', () => {
  stage(shown('P1', 'x'), { line: 'one' });
  stage(shown('P1', 'y', MYVIVIUM, { customer: 'K1' }), { line: 'two' });
  remember();
  stage(erased('K1', 'customer'), { outcome: 'changed', line: null });
  remember();
  expect(count('settled')).toBe(0);
});

test('an erasure drops its own lines of that run, whatever comes after it', () => {
  stage(erased('K1', 'customer', at('10:00:00')), { outcome: 'changed', line: null });
  stage(registration('K1', null, at('11:00:00')), { outcome: 'changed' });
  remember();
  expect(known('k1')).toBeUndefined();
});

test("a policy's erasure is no erasure of a customer of that number", () => {
  stage(shown('P2', 'x', {}, { customer: 'K1' }));
  remember();
  stage(erased('K1', 'policy'), { outcome: 'changed', line: null });
  remember();
  expect(count('settled')).toBe(1);
});

const ITEMS: KeptItems = {
  view: 'a'.repeat(64),
  items: [{ code: 'premium', kind: 'text', value: '1' }],
  customer: 'K1',
};

describe('of a policy the compared items of the view that stands are kept', () => {
  const items = () => comparedReader(state, CODES)('p1', ITEMS.view);

  test.each<[string, () => void, boolean]>([
    [
      'of the view that stands',
      () => {
        stage(shown('P1', 'x'), { compared: ITEMS });
      },
      true,
    ],
    [
      'not of one that was refused',
      () => {
        stage(shown('P1', 'x'), { compared: ITEMS, outcome: 'failed' });
      },
      false,
    ],
    [
      'not of a policy that is hidden',
      () => {
        stage(hidden('P1', 'ended'));
      },
      false,
    ],
    [
      'of one that came after an erasure',
      () => {
        stage(erased('P1', 'policy', at('10:00:00')), { outcome: 'changed' });
        stage(shown('P1', 'x', at('11:00:00')), { compared: ITEMS });
      },
      true,
    ],
    [
      'not of one at the instant of an erasure',
      () => {
        stage(erased('P1', 'policy', at('10:00:00')), { outcome: 'changed' });
        stage(shown('P1', 'x', at('10:00:00')), { compared: ITEMS });
      },
      false,
    ],
    [
      "of one that the other zone's hidden policy goes with",
      () => {
        stage(hidden('P1', 'ended', { ...at('09:00:00'), ...MYVIVIUM }));
        stage(shown('P1', 'x', at('10:00:00')), { compared: ITEMS });
      },
      true,
    ],
    [
      'not of a customer of that number',
      () => {
        stage(registration('P1', null), { compared: ITEMS });
      },
      false,
    ],
  ])('%s', (_what, given, areKept) => {
    given();
    remember();
    expect(items()).toEqual(areKept ? ITEMS.items : undefined);
    expect(count('compared')).toBe(Number(areKept));
  });

  test.each<[string, () => void, boolean]>([
    [
      'hidden',
      () => {
        stage(hidden('P1', 'ended'));
      },
      false,
    ],
    [
      'erased',
      () => {
        stage(erased('P1', 'policy'), { outcome: 'changed' });
      },
      false,
    ],
    [
      'spoken of by what was refused',
      () => {
        stage(shown('P1', 'y'), { outcome: 'failed' });
      },
      true,
    ],
    [
      'not spoken of',
      () => {
        stage(shown('P2', 'y'));
      },
      true,
    ],
  ])('those of a policy that is %s the next time', (_what, next, areKept) => {
    stage(shown('P1', 'x'), { compared: ITEMS });
    remember();
    next();
    remember();
    expect(items() !== undefined).toBe(areKept);
  });
});
