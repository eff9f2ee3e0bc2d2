import type { Zone } from '../../feed/contract.ts';
import type { Instant } from '../../feed/instant.ts';
import type { StateStore } from './store.ts';

/** What an as-of guards: a zone's word on a customer, a customer's contact data, a policy's view. */
export type GuardScope = Zone | 'contact' | 'policy';

export const GUARD_SCOPES: readonly GuardScope[] = ['mypv', 'myvivium', 'contact', 'policy'];

/** The key of an as-of: nothing of the subject can be read from it. */
export function guardKey(state: StateStore, scope: GuardScope, subjectKey: string): Buffer {
  return state.hash(`${scope}\n${subjectKey}`);
}

/** Looks up the newest word that was seen of a key but isn't in the org. */
export function asOfReader(state: StateStore): (key: Uint8Array) => Instant | undefined {
  const find = state.db.prepare('SELECT instant FROM as_of WHERE guard = ?');
  return (key) => find.get(key)?.instant as Instant | undefined;
}
