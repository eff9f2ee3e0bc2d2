import {
  HIDDEN_REASON,
  SHOWN_PREMIUM,
  TITLE_WITH_PREMIUM,
  type ModelEvent,
  type ModelOutcome,
  type ModelPolicy,
  type ModelWorld,
} from './modelWorld.ts';
import { hear, isLate, nameOf, newer, noRecord, playRecord, second } from './modelSubject.ts';

/** Returns whether a row was written. */
export function playPolicy(
  world: ModelWorld,
  events: readonly ModelEvent[],
  outcomes: Map<ModelEvent, ModelOutcome>,
): boolean {
  const named = world.policies.filter(({ number }) => nameOf(number) === nameOf(events[0]?.subject ?? ''));
  const found = named.length > 1 ? named.filter(({ isActive }) => isActive) : named;
  const [policy] = found;
  if (policy === undefined || found.length > 1) {
    noRecord(world, events, named.length, outcomes);
    compareLater(world, undefined, events, outcomes);
    return false;
  }
  const before = JSON.stringify(policy);
  playEventsOf(world, policy, events, outcomes);
  compareLater(world, policy, events, outcomes);
  return JSON.stringify(policy) !== before;
}

/** Remembers what is compared of the view that stands now; nothing of one that was hidden or erased. */
function compareLater(
  world: ModelWorld,
  policy: ModelPolicy | undefined,
  events: readonly ModelEvent[],
  outcomes: ReadonlyMap<ModelEvent, ModelOutcome>,
): void {
  const name = nameOf(events[0]?.subject ?? '');
  const erasures = events.filter(({ kind }) => kind === 'erased');
  const applied = events.filter(
    (one) => one.kind === 'view' && ['changed', 'unchanged'].includes(outcomes.get(one) ?? ''),
  );
  const shown = applied.find(
    (one) => one.kind === 'view' && one.title !== null && erasures.every(({ time }) => time < one.time),
  );
  if (policy && shown?.kind === 'view' && shown.title === TITLE_WITH_PREMIUM)
    world.compared.set(name, { title: shown.title, customer: nameOf(policy.account.number) });
  else if (applied.length > 0 || erasures.length > 0) world.compared.delete(name);
}

/** What the job keeps on a policy whatever the zone says. `title`: of the view whose items are known. */
function keepOn(policy: ModelPolicy, title: string | null | undefined): void {
  policy.keptZone = policy.zone === 'none' || policy.zone === null ? null : policy.zone.toUpperCase();
  if (policy.title !== null && policy.title !== title) return;
  const isCompared = policy.title === TITLE_WITH_PREMIUM;
  const differs = isCompared && policy.premium !== null && policy.premium !== SHOWN_PREMIUM;
  policy.differences = isCompared ? Number(differs) : null;
  policy.differing = differs ? 'annual-premium' : null;
}

function playEventsOf(
  world: ModelWorld,
  policy: ModelPolicy,
  events: readonly ModelEvent[],
  outcomes: Map<ModelEvent, ModelOutcome>,
): void {
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
  const verdicts = new Set<ModelOutcome>();
  playRecord(policy, mine, outcomes, (event) => {
    const outcome = playPolicyEvent(world, policy, event);
    verdicts.add(outcome);
    if (outcome === 'late') return outcome;
    const before = JSON.stringify(policy);
    keepOn(policy, event.kind === 'view' ? event.title : null);
    return JSON.stringify(policy) === before ? outcome : 'changed';
  });
  if (verdicts.size === 1 && verdicts.has('late'))
    keepOn(policy, world.compared.get(nameOf(policy.number))?.title);
}

function playPolicyEvent(world: ModelWorld, policy: ModelPolicy, event: ModelEvent): ModelOutcome {
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
  const isSame = Object.entries(wanted).every(([name, value]) => policy[name as keyof ModelPolicy] === value);
  if (isSame && policy.asOf !== null) return 'unchanged';
  Object.assign(policy, { ...wanted, asOf: second(event.time) });
  return 'changed';
}
