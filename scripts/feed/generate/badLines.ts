import { MAX_VIEW_LENGTH } from '../canonicalView.ts';
import { MAX_LINE_BYTES } from '../lineSplitter.ts';
import { inTurn } from './shares.ts';

/** The event that the broken line replaces. */
export interface ReplacedEvent {
  readonly id: string;
  readonly customer: string;
  readonly policy: string;
  readonly time: string;
}

/** A way to break the contract. */
export interface BadLine {
  readonly name: string;
  /** Code of the reject that the job gives it. */
  readonly code: string;
  readonly line: (broken: ReplacedEvent) => string | Buffer;
}

type Event = Readonly<Record<string, unknown>>;

const event = ({ id, time }: ReplacedEvent, rest: Event): Event => ({
  specversion: '1.0',
  id,
  source: '/portals/mypv',
  time,
  ...rest,
});

const registration = (broken: ReplacedEvent, data: unknown, rest: Event = {}): Event =>
  event(broken, { type: 'be.pv.cuzo.registration.v1', subject: broken.customer, data, ...rest });

const contact = (broken: ReplacedEvent, data: unknown): Event =>
  event(broken, { type: 'be.pv.cuzo.contact.v1', subject: broken.customer, data });

const policyView = (broken: ReplacedEvent, data: unknown): Event =>
  event(broken, { type: 'be.pv.cuzo.policy-view.v1', subject: broken.policy, data });

const viewWith = (broken: ReplacedEvent, item: Event, section = 'details'): Event =>
  policyView(broken, {
    shown: true,
    product: 'car',
    view: { title: 'Auto', sections: [{ code: section, items: [item] }] },
  });

const GOOD = { registered: true, registeredOn: null } as const;

const bad = (name: string, code: string, make: (broken: ReplacedEvent) => Event): BadLine => ({
  name,
  code,
  line: (broken) => JSON.stringify(make(broken)),
});

/** An invented register number with correct check digits. */
const REGISTER_NUMBER = '99.12.31-997.71';
/** Deep enough to overflow any recursive parser's stack. */
const DEPTH = 100_000;

/** Every way to break the contract that fits into a line of ordinary length. */
export const BAD_LINES: readonly BadLine[] = [
  { name: 'cut off', code: 'NOT_JSON', line: (b) => JSON.stringify(registration(b, GOOD)).slice(0, -20) },
  { name: 'no object', code: 'NOT_AN_OBJECT', line: (b) => JSON.stringify([registration(b, GOOD)]) },
  {
    name: 'Latin-1',
    code: 'NOT_UTF8',
    line: (b) =>
      Buffer.from(JSON.stringify(viewWith(b, { code: 'last-name', kind: 'text', value: 'René' })), 'latin1'),
  },
  bad('half a character', 'LONE_SURROGATE', (b) =>
    viewWith(b, { code: 'last-name', kind: 'text', value: 'Ren\ud83d' }),
  ),
  bad('register number', 'REGISTER_NUMBER', (b) =>
    viewWith(b, { code: 'first-name', kind: 'text', value: `nr. ${REGISTER_NUMBER}` }),
  ),
  bad('other version', 'INVALID_VALUE', (b) => registration(b, GOOD, { specversion: '0.3' })),
  bad('no id', 'MISSING', (b) => registration(b, GOOD, { id: undefined })),
  bad('other source', 'UNKNOWN_SOURCE', (b) => registration(b, GOOD, { source: '/portals/elsewhere' })),
  bad('other type', 'UNKNOWN_TYPE', (b) => registration(b, GOOD, { type: 'be.pv.cuzo.login.v1' })),
  bad('spaces around subject', 'INVALID_VALUE', (b) => registration(b, GOOD, { subject: ` ${b.customer}` })),
  bad('time without offset', 'INVALID_VALUE', (b) => registration(b, GOOD, { time: b.time.slice(0, 19) })),
  bad('far ahead', 'FUTURE_TIME', (b) => registration(b, GOOD, { time: '2099-01-01T00:00:00Z' })),
  bad('day without registration', 'DAY_WITHOUT_REGISTRATION', (b) =>
    registration(b, { registered: false, registeredOn: '2026-11-01' }),
  ),
  bad('no such day', 'INVALID_VALUE', (b) =>
    registration(b, { registered: true, registeredOn: '2026-02-30' }),
  ),
  bad('yes for true', 'WRONG_TYPE', (b) => registration(b, { registered: 'yes', registeredOn: null })),
  bad('contact without instant', 'MISSING', (b) => contact(b, { email: 'no.instant@example.com' })),
  bad('country by name', 'INVALID_VALUE', (b) =>
    contact(b, {
      changedAt: b.time,
      address: {
        street: 'Proefweg',
        houseNumber: '1',
        postalCode: '1000',
        city: 'Brussel',
        country: 'Belgium',
      },
    }),
  ),
  bad('shown without view', 'MISSING', (b) => policyView(b, { shown: true, product: 'car' })),
  bad('hidden without reason', 'MISSING', (b) => policyView(b, { shown: false, product: 'car' })),
  bad('product by name', 'INVALID_VALUE', (b) =>
    policyView(b, { shown: false, product: 'Car Insurance', reason: 'ended' }),
  ),
  bad('amount as a number', 'WRONG_TYPE', (b) =>
    viewWith(b, { code: 'annual-premium', kind: 'money', value: { amount: 504.92, currency: 'EUR' } }),
  ),
  bad('section by name', 'INVALID_VALUE', (b) =>
    viewWith(b, { code: 'vehicle', kind: 'text', value: 'Auto' }, 'Main Driver'),
  ),
  bad('no such country', 'INVALID_VALUE', (b) =>
    contact(b, {
      changedAt: b.time,
      address: { street: 'Proefweg', houseNumber: '1', postalCode: '1000', city: 'Brussel', country: 'ZZ' },
    }),
  ),
  bad('day before the calendar of the org', 'INVALID_VALUE', (b) =>
    registration(b, { registered: true, registeredOn: '0001-01-01' }),
  ),
  {
    name: 'key twice',
    code: 'DUPLICATE_KEY',
    line: (b) => JSON.stringify(registration(b, GOOD)).replace('"data":{', '"data":{"registered":false,'),
  },
  {
    name: 'number of too many digits',
    code: 'INEXACT_NUMBER',
    line: (b) =>
      JSON.stringify(viewWith(b, { code: 'bonus', kind: 'number', value: { value: 7 } })).replace(
        '"value":7',
        '"value":12345678901234567890',
      ),
  },
  bad('erasure of a household', 'INVALID_VALUE', (b) =>
    event(b, { type: 'be.pv.cuzo.erased.v1', subject: b.customer, data: { kind: 'household' } }),
  ),
];

/** The ways that need a long line. Each is used once, or they would be most of the feed. */
export const LONG_BAD_LINES: readonly BadLine[] = [
  bad('long line', 'LINE_TOO_LONG', (b) => registration(b, GOOD, { padding: 'x'.repeat(MAX_LINE_BYTES) })),
  bad('long view', 'VIEW_TOO_LONG', (b) =>
    viewWith(b, { code: 'vehicle', kind: 'text', value: 'x'.repeat(MAX_VIEW_LENGTH) }),
  ),
  {
    name: 'nested deeply',
    code: 'TOO_DEEP',
    line: (b) =>
      JSON.stringify(registration(b, 'HERE')).replace('"HERE"', '['.repeat(DEPTH) + ']'.repeat(DEPTH)),
  },
];

/** Returns a function that returns the ways in turn; the long ones once, after the first turn of the others. */
export function openBadLines(): () => BadLine {
  const first = [...BAD_LINES, ...LONG_BAD_LINES].values();
  const nextShort = inTurn(BAD_LINES);
  return () => first.next().value ?? nextShort();
}
