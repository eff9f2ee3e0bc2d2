import { toSecond } from '../../feed/instant.ts';
import type { Config } from '../config/config.ts';
import { comparedBy } from '../events/comparison.ts';
import { subjectKey } from '../events/event.ts';
import { settlingEvents, type Settling } from '../staging/settling.ts';
import type { Staging } from '../staging/staging.ts';
import { comparedKeeper, type ComparedKeeper, type KeptItems } from '../state/compared.ts';
import { customerHash, settledKey, settledKeeper, type SettledKeeper } from '../state/settled.ts';
import type { StateStore } from '../state/store.ts';

/** The outcomes of events whose lines are known the next time. */
const KNOWN: readonly string[] = ['changed', 'unchanged'];

/**
 * Keeps the lines that changed something or nothing and the compared items of the views that stand, and drops those of subjects that
 * were erased or have no such line any more.
 * `now`: milliseconds since 1970. Returns what ends it, to be called once the run counts as finished.
 */
export function rememberSettled(
  staging: Staging,
  state: StateStore,
  config: Config,
  now: number,
): () => void {
  const keeper = settledKeeper(state, now);
  const compared = comparedKeeper(state, [...comparedBy(config).keys()]);
  const keepLines = subjectKeeper(state, keeper);
  const keepItems = itemsKeeper(compared);
  function keep(events: readonly Settling[]): void {
    keepLines(events);
    keepItems(events);
  }
  const erased: Uint8Array[] = [];
  let subject: Settling[] = [];
  for (const event of settlingEvents(staging, (target, key) => settledKey(state, target, key))) {
    if (event.isErasure && event.target === 'Account') erased.push(customerHash(state, event.subjectKey));
    if (subject[0] && Buffer.compare(subject[0].key, event.key) !== 0) {
      keep(subject);
      subject = [];
    }
    subject.push(event);
  }
  keep(subject);
  for (const one of [keeper, compared]) one.dropOfCustomers(erased);
  return keeper.end;
}

/** Returns a function that keeps what is known of the events of one subject. */
function subjectKeeper(
  state: StateStore,
  { keep, drop }: SettledKeeper,
): (events: readonly Settling[]) => void {
  return (events) => {
    const [first] = events;
    if (!first) return;
    if (events.some(({ isErasure }) => isErasure)) {
      drop(first.key);
      return;
    }
    const lines = events.flatMap(({ outcome, line, view, instant }) =>
      line !== null && KNOWN.includes(outcome)
        ? [{ hash: line, view, second: Number(toSecond(instant)) }]
        : [],
    );
    const customer = events.find((one) => one.customer !== null)?.customer ?? null;
    const named = customer === null ? null : customerHash(state, subjectKey(customer));
    keep(first.key, { lines, record: first.settled }, named);
  };
}

/** Returns a function that keeps the compared items of the view that stands after the events of one policy; those of a customer show none. */
function itemsKeeper({ keep, drop }: ComparedKeeper): (events: readonly Settling[]) => void {
  return (events) => {
    const views = events.filter(({ kind, outcome }) => kind === 'policy-view' && KNOWN.includes(outcome));
    const erasures = events.filter(({ isErasure }) => isErasure);
    const shown = views.find(
      ({ compared, instant }) => compared !== null && erasures.every((one) => one.instant < instant),
    );
    const [told] = [...views, ...erasures];
    if (shown) keep(shown.key, JSON.parse(shown.compared ?? '') as KeptItems);
    else if (told) drop(told.key);
  };
}
