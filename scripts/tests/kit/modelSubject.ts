import type { ModelAccount, ModelEvent, ModelOutcome, ModelPolicy, ModelWorld } from './modelWorld.ts';

/** What the plain model of the contract does with events of customers and of policies alike. */

export const isAboutPolicy = (event: ModelEvent): boolean =>
  event.kind === 'view' || (event.kind === 'erased' && event.of === 'policy');
export const nameOf = (text: string): string => text.toLowerCase();
export const second = (moment: number): number => Math.floor(moment / 10);
/** The moment that decides which of two events is newer. */
const moment = (event: ModelEvent): number => (event.kind === 'contact' ? event.changed : event.time);

/** Positive when `a` is newer than `b`: by moment, then id, then zone. */
export function newer(a: ModelEvent, b: ModelEvent): number {
  if (moment(a) !== moment(b)) return moment(a) - moment(b);
  if (a.id !== b.id) return a.id > b.id ? 1 : -1;
  return a.zone > b.zone ? 1 : a.zone < b.zone ? -1 : 0;
}

export function hear(world: ModelWorld, scope: string, event: ModelEvent): void {
  const name = `${scope} of ${nameOf(event.subject)}`;
  world.heard.set(name, Math.max(moment(event), world.heard.get(name) ?? -Infinity));
}

/** Remembers that the zone has erased the subject: older data of it must not come back. */
export function hearErasure(world: ModelWorld, event: ModelEvent): void {
  if (isAboutPolicy(event)) hear(world, 'policy', event);
  else for (const scope of [event.zone, 'contact']) hear(world, scope, event);
}

/** Whether something newer was heard before, by the second. */
export function isLate(world: ModelWorld, scope: string, event: ModelEvent, asOf: number | null): boolean {
  const heard = second(world.heard.get(`${scope} of ${nameOf(event.subject)}`) ?? -Infinity);
  return second(moment(event)) < Math.max(heard, asOf ?? -Infinity);
}

export function noRecord(
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

/** Applies events to a record. When they leave it as it was, none has changed it. Returns whether it is another. */
export function playRecord(
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
