import { parseInstant, toSecond } from '../../feed/instant.ts';
import type { StagedEvent } from '../events/event.ts';
import type { FoundRecord } from './finder.ts';
import { areSettled, settledHash } from './settledSubjects.ts';

const AT = parseInstant('2026-11-21T10:00:00Z') ?? '';
const SECOND = Number(toSecond(AT));
const HASH = Buffer.from('settled');

const event = (over: Partial<StagedEvent> = {}): StagedEvent => ({
  n: 1,
  zone: 'mypv',
  source: '/portals/mypv',
  id: 'e',
  kind: 'registration',
  target: 'Account',
  subject: 'K1',
  subjectKey: 'k1',
  time: AT,
  instant: AT,
  data: null,
  line: Buffer.from('line'),
  known: { settled: HASH, second: SECOND },
  ...over,
});
const record = (text: string): FoundRecord => ({
  text,
  read: () => {
    throw new Error('it was read');
  },
  changedAt: () => null,
});

const hashOf = (
  events: readonly StagedEvent[],
  {
    rules = 'rules',
    target = 'Account',
    text = 'record',
  }: { rules?: string; target?: 'Account' | 'InsurancePolicy'; text?: string } = {},
) => settledHash(rules)(target, events, record(text))?.toString('hex');

const other = event({ kind: 'contact', line: Buffer.from('other') });

test.each<[string, string | undefined, boolean]>([
  ['at a later time', hashOf([event({ time: '9', instant: '9', id: 'f' }), other]), true],
  ['in another order', hashOf([other, event()]), true],
  ['with another line', hashOf([event({ line: Buffer.from('LINE') }), other]), false],
  ['from another zone', hashOf([event({ zone: 'myvivium' }), other]), false],
  ['of another kind', hashOf([event({ kind: 'erased' }), other]), false],
  ['with one event less', hashOf([event()]), false],
  ['about another target', hashOf([event(), other], { target: 'InsurancePolicy' }), false],
  ['of another record', hashOf([event(), other], { text: 'RECORD' }), false],
  ['by other rules', hashOf([event(), other], { rules: 'other' }), false],
])('what settles a subject is the same %s: %#', (_how, hash, isSame) => {
  expect(hash).toMatch(/^[0-9a-f]{32}$/);
  expect(hash === hashOf([event(), other])).toBe(isSame);
});

test('a line that can not be known again settles nothing', () => {
  const { line: _line, ...unknown } = event();
  expect(hashOf([event(), unknown])).toBeUndefined();
});

test.each<[string, readonly StagedEvent[], boolean]>([
  ['as they were', [event(), event()], true],
  ['at a later second', [event({ known: { settled: HASH, second: SECOND - 1 } })], true],
  ['at an earlier second', [event(), event({ known: { settled: HASH, second: SECOND + 1 } })], false],
  ['one of which changed something', [event(), event({ known: { settled: null, second: SECOND } })], false],
  [
    'one of which was settled by something else',
    [event({ known: { settled: Buffer.from('SETTLED'), second: SECOND } }), event()],
    false,
  ],
  ['one of which is new', [event(), { ...event(), known: undefined } as unknown as StagedEvent], false],
])('events %s are settled: %s', (_which, events, are) => {
  expect(areSettled(events, HASH)).toBe(are);
});
