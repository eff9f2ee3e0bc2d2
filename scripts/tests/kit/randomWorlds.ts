import fc from 'fast-check';
import {
  HIDDEN_REASON,
  type ModelAccount,
  type ModelEvent,
  type ModelPolicy,
  type ModelWorld,
  type ModelZone,
} from './modelWorld.ts';
import { momentOf } from './worldRecords.ts';

/** What an agent or admin changes in the org between two nights. */
export interface Edit {
  readonly what:
    | 'registered'
    | 'phone'
    | 'shown'
    | 'new customer'
    | 'new policy'
    | 'brand'
    | 'premium'
    | 'kept';
  readonly place: number;
  readonly zone: ModelZone;
}

/** A world: records, and for each night its lines and what happens before it. */
export interface RandomWorld {
  readonly org: ModelWorld;
  readonly nights: readonly { readonly lines: readonly ModelEvent[]; readonly edits: readonly Edit[] }[];
}

/**
 * Worlds side by side in one org, so that the job runs once for all of them: their numbers and ids end with their place.
 * `days`: how long after the night before each night is.
 */
export interface RandomWorlds {
  readonly writesContact: boolean;
  readonly days: readonly number[];
  readonly worlds: readonly RandomWorld[];
}

/** `contact.since` of the shipped configuration, as a moment of the model. */
const SINCE = momentOf('2026-09-01T00:00:00+02:00');

const zone = fc.constantFrom<ModelZone>('mypv', 'myvivium');
/** Few moments, some in the same second and some the same, so that events meet. */
const moment = fc.constantFrom(0, 0, 4, 9, 10, 12, 36_000);
const NIGHT = 36_000 + 5;
const changed = fc.oneof(
  { weight: 5, arbitrary: moment },
  fc.constantFrom(SINCE - 1, SINCE, SINCE + 5, SINCE + 10),
);
const day = fc.constantFrom(null, '2026-01-05', '2026-02-06');
const customer = fc.constantFrom('C-1', 'C-1', 'c-1', 'C-2', 'C-3');
const policy = fc.constantFrom('P-1', 'P-1', 'p-1', 'P-2', 'P-3');

const ofPolicy = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('view' as const),
      subject: policy,
      title: fc.constantFrom(null, 'one', 'two'),
      product: fc.constantFrom('car', 'home'),
      customer: fc.option(customer, { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('erased' as const),
      subject: policy,
      of: fc.constant('policy' as const),
    }),
  },
);

const ofCustomer = fc.oneof(
  fc.record({ subject: customer, day: fc.option(day, { nil: undefined }) }).map(({ subject, day: on }) => ({
    kind: 'registration' as const,
    subject,
    registered: on !== undefined,
    day: on ?? null,
  })),
  fc.record({
    kind: fc.constant('contact' as const),
    subject: customer,
    changed,
    phone: fc.constantFrom(undefined, null, '02 1', '02 2'),
  }),
  fc.record({
    kind: fc.constant('erased' as const),
    subject: customer,
    of: fc.constant('customer' as const),
  }),
);

const kindOfEvent = fc.oneof(ofCustomer, ofPolicy);

/** Events of a world: an id and zone stand for one event only, an id alone may stand for two. */
const events = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), zone, moment, kindOfEvent), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => {
    const made = all.map(([id, of, time, kind]): ModelEvent => ({ id, zone: of, time, ...kind }));
    return [...new Map(made.map((event) => [`${event.zone} ${event.id}`, event])).values()];
  });

type Night = RandomWorld['nights'][number];

/** Zones send the same again every night, as it was or under another id and with a later time. */
function withRepeats(nights: readonly (Night & { readonly repeats: 'no' | 'same' | 'later' })[]): Night[] {
  const all: Night[] = [];
  for (const { lines, edits, repeats } of nights) {
    const before = all.at(-1)?.lines;
    if (!before || repeats === 'no') all.push({ lines, edits });
    else if (repeats === 'same') all.push({ lines: before, edits: edits.slice(1) });
    else all.push({ lines: before.map(later), edits: edits.slice(1) });
  }
  return all;
}

const later = (event: ModelEvent): ModelEvent => ({
  ...event,
  id: `${event.id}z`,
  time: event.time + NIGHT,
});

const UNKNOWN = { registered: false, day: null, asOf: null };
/** A copy for each account: what happens to one must not happen to the other. */
const zoneState = fc.oneof(
  fc.constant(UNKNOWN).map((state) => ({ ...state })),
  fc.record({ registered: fc.constant(true), day, asOf: fc.constantFrom(-50, 0, 1) }),
);
const account = fc.record({
  number: fc.constantFrom('C-1', 'C-2', 'C-1'),
  isPerson: fc.boolean(),
  zones: fc.record({ mypv: zoneState, myvivium: zoneState }),
  phone: fc.constantFrom(null, '02 1'),
  contactAsOf: fc.constantFrom(null, 0, 1),
  contactZone: fc.constantFrom(null, null, 'mypv' as const, 'myvivium' as const),
});
const NOTHING_KEPT = { premium: 200, keptZone: null, differences: null, differing: null };
const EMPTY = { shown: null, reason: null, product: null, title: null, asOf: null, ...NOTHING_KEPT };
const content = fc.oneof(
  fc.constant(EMPTY),
  fc.constant({
    ...{ shown: 'Hidden' as const, reason: HIDDEN_REASON, product: 'car', title: null, asOf: 0 },
    ...NOTHING_KEPT,
  }),
);
const policyOf = (accounts: readonly ModelAccount[]) =>
  fc
    .tuple(
      fc.record({
        number: fc.constantFrom('P-1', 'P-2', 'P-1'),
        account: fc.constantFrom(...accounts),
        zone: fc.constantFrom<ModelPolicy['zone']>('mypv', 'myvivium', 'none', null, null),
        isActive: fc.boolean(),
      }),
      content,
    )
    .map(([one, what]) => ({ ...one, ...what }));

const org = fc
  .uniqueArray(account, { minLength: 1, maxLength: 3, selector: JSON.stringify })
  .chain((accounts) =>
    fc.record({
      accounts: fc.constant(accounts),
      policies: fc.array(policyOf(accounts), { maxLength: 3 }),
    }),
  );

const edit = fc.record({
  what: fc.constantFrom<Edit['what']>(
    ...(['registered', 'phone', 'shown', 'new customer', 'new policy', 'brand'] as const),
    ...(['premium', 'premium', 'premium', 'kept', 'kept', 'kept'] as const),
  ),
  place: fc.nat(2),
  zone,
});

const world = (writesContact: boolean, nights: number): fc.Arbitrary<RandomWorld> =>
  fc.tuple(org, events).chain(([records, all]) =>
    fc.record({
      org: fc.constant({
        ...records,
        writesContact,
        since: SINCE,
        heard: new Map(),
        kept: new Map(),
        compared: new Map(),
      }),
      nights: fc
        .array(
          fc.record({
            lines: fc.array(fc.constantFrom(...all), { maxLength: 10 }),
            edits: fc.array(edit, { maxLength: 2 }),
            repeats: fc.constantFrom('no' as const, 'same' as const, 'later' as const, 'later' as const),
          }),
          { minLength: nights, maxLength: nights },
        )
        .map(withRepeats),
    }),
  );

/** At most `most` random worlds of one to four nights. */
export const randomWorlds = (most: number): fc.Arbitrary<RandomWorlds> =>
  fc
    .tuple(fc.boolean(), fc.array(fc.constantFrom(1, 1, 1, 29, 31), { minLength: 1, maxLength: 4 }))
    .chain(([writesContact, days]) =>
      fc.record({
        writesContact: fc.constant(writesContact),
        days: fc.constant(days),
        worlds: fc.array(world(writesContact, days.length), {
          minLength: 1,
          maxLength: most,
          size: 'max',
        }),
      }),
    );

/** Does what somebody does in the org; records that are not there are left alone. */
export function applyEdit(world: ModelWorld, { what, place, zone: of }: Edit): void {
  const one = world.accounts[place];
  const other = world.policies[place];
  if (what === 'registered' && one) Object.assign(one.zones[of], { registered: false, day: null });
  if (what === 'phone' && one) one.phone = '02 9';
  if (what === 'shown' && other) other.shown = other.shown === null ? null : 'Hidden';
  for (const policy of world.policies) {
    if (what === 'premium') policy.premium = policy.premium === 100 ? null : 100;
    if (what === 'kept') Object.assign(policy, { keptZone: 'MYPV', differences: 7, differing: null });
  }
  if (what === 'brand' && other) world.policies[place] = { ...other, zone: of };
  if (what === 'new customer')
    world.accounts.push({
      number: 'C-3',
      isPerson: true,
      zones: { mypv: { ...UNKNOWN }, myvivium: { ...UNKNOWN } },
      phone: null,
      contactAsOf: null,
      contactZone: null,
    });
  const [owner] = world.accounts;
  if (what === 'new policy' && owner)
    world.policies.push({
      number: 'P-3',
      account: owner,
      zone: of,
      isActive: true,
      ...EMPTY,
    });
}
