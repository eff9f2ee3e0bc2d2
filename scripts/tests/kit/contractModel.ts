import type { ModelAccount, ModelEvent, ModelOutcome, ModelWorld } from './modelWorld.ts';
import { playPolicy } from './modelPolicy.ts';
import {
  hear,
  hearErasure,
  isAboutPolicy,
  isLate,
  nameOf,
  newer,
  noRecord,
  playRecord,
  second,
} from './modelSubject.ts';

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

function sameSubject(a: ModelEvent, b: ModelEvent): boolean {
  return isAboutPolicy(a) === isAboutPolicy(b) && nameOf(a.subject) === nameOf(b.subject);
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
  forgetErased(world, all, outcomes);

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

/** Nothing is known any more of the views of customers who were erased. */
function forgetErased(
  world: ModelWorld,
  all: readonly ModelEvent[],
  outcomes: ReadonlyMap<ModelEvent, ModelOutcome>,
): void {
  for (const event of all)
    if (event.kind === 'erased' && event.of === 'customer' && outcomes.get(event) !== 'superseded')
      for (const [name, { customer }] of world.compared)
        if (customer === nameOf(event.subject)) world.compared.delete(name);
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
