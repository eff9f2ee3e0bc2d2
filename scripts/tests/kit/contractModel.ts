import {
  HIDDEN_REASON,
  type ModelAccount,
  type ModelEvent,
  type ModelOutcome,
  type ModelPolicy,
  type ModelWorld,
} from './modelWorld.ts';

/**
 * The contract of docs/FEED.md and docs/SYNC.md told a second time, as plainly as it goes: one event after the other, one
 * record after the other, everything in memory. It shares no code with the job, so that a property test can hold the two
 * against each other. Moments are counted in tenths of a second; an org's as-of in whole seconds.
 */

/** What a night gives: the outcome of each event by zone and id, those tried again included, and the number of rows written. */
export interface ModelNight {
  readonly outcomes: ReadonlyMap<string, ModelOutcome>;
  readonly rows: number;
}

/** Days for which an event without a record is kept. */
const KEPT_DAYS = 30;

const key = (event: ModelEvent): string => `${event.zone} ${event.id}`;
const isAboutPolicy = (event: ModelEvent): boolean =>
  event.kind === 'view' || (event.kind === 'erased' && event.of === 'policy');
const nameOf = (text: string): string => text.toLowerCase();
const second = (moment: number): number => Math.floor(moment / 10);
/** The moment that decides which of two events is newer. */
const moment = (event: ModelEvent): number => (event.kind === 'contact' ? event.changed : event.time);

function sameSubject(a: ModelEvent, b: ModelEvent): boolean {
  return isAboutPolicy(a) === isAboutPolicy(b) && nameOf(a.subject) === nameOf(b.subject);
}

/** Positive when `a` is newer than `b`: by moment, then id, then zone. */
function newer(a: ModelEvent, b: ModelEvent): number {
  if (moment(a) !== moment(b)) return moment(a) - moment(b);
  if (a.id !== b.id) return a.id > b.id ? 1 : -1;
  return a.zone > b.zone ? 1 : a.zone < b.zone ? -1 : 0;
}

/** Whether the event came before the erasure, by what the zone says. */
function wasBefore(event: ModelEvent, erasure: ModelEvent): boolean {
  return event.time < erasure.time || (event.time === erasure.time && event.id < erasure.id);
}

/** Plays the lines of a night, the same event twice included. `day` counts days. */
export function playNight(world: ModelWorld, lines: readonly ModelEvent[], day: number): ModelNight {
  const feed = new Map(lines.map((event) => [key(event), event]));
  for (const [id, { day: since }] of world.kept) if (since < day - KEPT_DAYS) world.kept.delete(id);
  const kept = [...world.kept].filter(([id]) => !feed.has(id)).map(([, { event }]) => event);
  const all = [...feed.values(), ...kept];
  const outcomes = new Map<ModelEvent, ModelOutcome>();
  supersede(all, kept, outcomes);

  const subjects = new Map<string, ModelEvent[]>();
  for (const event of all) {
    if (outcomes.has(event)) continue;
    const subject = `${isAboutPolicy(event) ? 'policy' : 'customer'} ${nameOf(event.subject)}`;
    subjects.set(subject, [...(subjects.get(subject) ?? []), event]);
  }
  let rows = 0;
  for (const events of subjects.values()) {
    events.sort((a, b) => a.time - b.time || (a.id > b.id ? 1 : a.id < b.id ? -1 : a.zone > b.zone ? 1 : -1));
    const [first] = events;
    if (first === undefined) continue;
    if (isAboutPolicy(first) ? playPolicy(world, events, outcomes) : playCustomer(world, events, outcomes))
      rows += 1;
  }
  keep(world, all, outcomes, day);

  return { outcomes: new Map([...outcomes].map(([event, outcome]) => [key(event), outcome])), rows };
}

/** Of several events with one key the newest counts; an erasure takes its zone's older events with it. */
function supersede(
  all: readonly ModelEvent[],
  kept: readonly ModelEvent[],
  outcomes: Map<ModelEvent, ModelOutcome>,
): void {
  for (const event of all)
    if (
      event.kind === 'erased' &&
      all.some(
        (other) =>
          other.kind === 'erased' &&
          other.zone === event.zone &&
          sameSubject(other, event) &&
          newer(other, event) > 0,
      )
    )
      outcomes.set(event, 'superseded');
  const erasures = all.filter((event) => event.kind === 'erased' && !outcomes.has(event));
  for (const event of all)
    if (
      event.kind !== 'erased' &&
      erasures.some((one) => one.zone === event.zone && sameSubject(one, event) && wasBefore(event, one))
    )
      outcomes.set(event, 'superseded');
  const alive = all.filter((event) => event.kind !== 'erased' && !outcomes.has(event));
  for (const event of alive)
    if (
      alive.some(
        (other) =>
          other.kind === event.kind &&
          sameSubject(other, event) &&
          (event.kind === 'contact' || other.zone === event.zone) &&
          newer(other, event) > 0,
      )
    )
      outcomes.set(event, 'superseded');
  for (const event of kept)
    if (!outcomes.has(event) && isOfErased(event, all, outcomes)) outcomes.set(event, 'superseded');
}

/** Whether the event names a customer whom its zone has erased after it. */
function isOfErased(
  event: ModelEvent,
  all: readonly ModelEvent[],
  outcomes: ReadonlyMap<ModelEvent, ModelOutcome>,
): boolean {
  if (event.kind !== 'view' || event.customer === undefined) return false;
  const customer = nameOf(event.customer);
  return all.some(
    (one) =>
      one.kind === 'erased' &&
      one.of === 'customer' &&
      one.zone === event.zone &&
      nameOf(one.subject) === customer &&
      outcomes.get(one) !== 'superseded' &&
      wasBefore(event, one),
  );
}

/** Keeps what had no record and drops what has found one. */
function keep(
  world: ModelWorld,
  all: readonly ModelEvent[],
  outcomes: ReadonlyMap<ModelEvent, ModelOutcome>,
  day: number,
): void {
  for (const event of all) {
    if (outcomes.get(event) !== 'unmatched' || isOfErased(event, all, outcomes))
      world.kept.delete(key(event));
    else if (!world.kept.has(key(event))) world.kept.set(key(event), { event, day });
  }
}

function hear(world: ModelWorld, scope: string, event: ModelEvent): void {
  const name = `${scope} of ${nameOf(event.subject)}`;
  world.heard.set(name, Math.max(moment(event), world.heard.get(name) ?? -Infinity));
}

/** Remembers that the zone has erased the subject: older data of it must not come back. */
function hearErasure(world: ModelWorld, event: ModelEvent): void {
  if (isAboutPolicy(event)) hear(world, 'policy', event);
  else for (const scope of [event.zone, 'contact']) hear(world, scope, event);
}

/** Whether something newer was heard before, by the second. */
function isLate(world: ModelWorld, scope: string, event: ModelEvent, asOf: number | null): boolean {
  const heard = second(world.heard.get(`${scope} of ${nameOf(event.subject)}`) ?? -Infinity);
  return second(moment(event)) < Math.max(heard, asOf ?? -Infinity);
}

function noRecord(
  world: ModelWorld,
  events: readonly ModelEvent[],
  count: number,
  outcomes: Map<ModelEvent, ModelOutcome>,
): void {
  for (const event of events) {
    outcomes.set(event, count === 0 ? 'unmatched' : 'ambiguous');
    if (count === 0 && event.kind === 'erased') hearErasure(world, event);
  }
}

/** Returns whether a row was written. */
function playCustomer(
  world: ModelWorld,
  events: readonly ModelEvent[],
  outcomes: Map<ModelEvent, ModelOutcome>,
): boolean {
  const found = world.accounts.filter(({ number }) => nameOf(number) === nameOf(events[0]?.subject ?? ''));
  const [account] = found;
  if (account === undefined || found.length > 1) {
    noRecord(world, events, found.length, outcomes);
    return false;
  }
  return playRecord(account, events, outcomes, (event) => {
    const zone = account.zones[event.zone];
    if (event.kind === 'registration') {
      if (isLate(world, event.zone, event, zone.asOf)) return 'late';
      const isSame = zone.registered === event.registered && zone.day === event.day;
      hear(world, event.zone, event);
      if (isSame && zone.asOf !== null) return 'unchanged';
      Object.assign(zone, { registered: event.registered, day: event.day, asOf: second(event.time) });
      return 'changed';
    }
    if (event.kind === 'contact') return playContact(world, account, event);
    if (isLate(world, event.zone, event, zone.asOf)) return 'late';
    const before = JSON.stringify(account);
    hearErasure(world, event);
    Object.assign(zone, { registered: false, day: null, asOf: null });
    if (account.contactAsOf === null || account.contactAsOf <= second(event.time))
      Object.assign(account, { contactAsOf: null, contactZone: null });
    return JSON.stringify(account) === before ? 'unchanged' : 'changed';
  });
}

function playContact(
  world: ModelWorld,
  account: ModelAccount,
  event: ModelEvent & { readonly kind: 'contact' },
): ModelOutcome {
  const heard = world.heard.get(`contact of ${nameOf(event.subject)}`) ?? -Infinity;
  const newest = Math.max(second(heard), account.contactAsOf ?? -Infinity, second(world.since));
  const changed = second(event.changed);
  if (changed < newest) return 'late';
  if (changed === newest) return 'unchanged';
  if (world.writesContact) {
    if (!account.isPerson) return 'failed';
    if (event.phone !== undefined) account.phone = event.phone;
  }
  hear(world, 'contact', event);
  Object.assign(account, { contactAsOf: changed, contactZone: event.zone });
  return 'changed';
}

/** Returns whether a row was written. */
function playPolicy(
  world: ModelWorld,
  events: readonly ModelEvent[],
  outcomes: Map<ModelEvent, ModelOutcome>,
): boolean {
  const named = world.policies.filter(({ number }) => nameOf(number) === nameOf(events[0]?.subject ?? ''));
  const found = named.length > 1 ? named.filter(({ isActive }) => isActive) : named;
  const [policy] = found;
  if (policy === undefined || found.length > 1) {
    noRecord(world, events, named.length, outcomes);
    return false;
  }
  const views = events.filter(({ kind }) => kind === 'view');
  const newest = views.reduce<ModelEvent | undefined>(
    (best, one) => (best === undefined || newer(one, best) > 0 ? one : best),
    undefined,
  );
  for (const event of events) {
    const customer = event.kind === 'view' ? event.customer : undefined;
    if (policy.zone !== null && policy.zone !== event.zone) outcomes.set(event, 'foreign');
    else if (customer !== undefined && nameOf(customer) !== nameOf(policy.account.number))
      outcomes.set(event, 'ambiguous');
    else if (policy.zone === null && event.kind === 'view' && event !== newest)
      outcomes.set(event, 'superseded');
  }
  const mine = events.filter((event) => !outcomes.has(event));
  return playRecord(policy, mine, outcomes, (event) => {
    if (isLate(world, 'policy', event, policy.asOf)) return 'late';
    hear(world, 'policy', event);
    if (event.kind !== 'view') {
      const isEmpty = [policy.shown, policy.reason, policy.product, policy.title, policy.asOf].every(
        (value) => value === null,
      );
      Object.assign(policy, { shown: null, reason: null, product: null, title: null, asOf: null });
      return isEmpty ? 'unchanged' : 'changed';
    }
    const isShown = event.title !== null;
    const wanted = {
      shown: isShown ? ('Shown' as const) : ('Hidden' as const),
      reason: isShown ? null : HIDDEN_REASON,
      product: event.product,
      title: event.title,
    };
    const isSame = Object.entries(wanted).every(
      ([name, value]) => policy[name as keyof ModelPolicy] === value,
    );
    if (isSame && policy.asOf !== null) return 'unchanged';
    Object.assign(policy, { ...wanted, asOf: second(event.time) });
    return 'changed';
  });
}

/** Applies events to a record. When they leave it as it was, none has changed it. Returns whether it is another. */
function playRecord(
  record: ModelAccount | ModelPolicy,
  events: readonly ModelEvent[],
  outcomes: Map<ModelEvent, ModelOutcome>,
  apply: (event: ModelEvent) => ModelOutcome,
): boolean {
  const before = JSON.stringify(record);
  for (const event of events) outcomes.set(event, apply(event));
  if (JSON.stringify(record) !== before) return true;
  for (const event of events) if (outcomes.get(event) === 'changed') outcomes.set(event, 'unchanged');
  return false;
}
