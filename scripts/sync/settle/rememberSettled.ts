import { toSecond } from '../../feed/instant.ts';
import { subjectKey } from '../events/event.ts';
import { settlingEvents, type Settling } from '../staging/settling.ts';
import type { Staging } from '../staging/staging.ts';
import { customerHash, settledKey, settledKeeper, type SettledKeeper } from '../state/settled.ts';
import type { StateStore } from '../state/store.ts';

/** The outcomes of events whose lines are known the next time. */
const KNOWN: readonly string[] = ['changed', 'unchanged'];

/**
 * Keeps the lines that changed something or nothing, and drops those of subjects that were erased or have no such line any more.
 * `now`: milliseconds since 1970. Returns what ends it, to be called once the run counts as finished.
 */
export function rememberSettled(staging: Staging, state: StateStore, now: number): () => void {
  const keeper = settledKeeper(state, now);
  const keep = subjectKeeper(state, keeper);
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
  keeper.dropOfCustomers(erased);
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
