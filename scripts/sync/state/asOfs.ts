import type { Zone } from '../../feed/contract.ts';
import type { Instant } from '../../feed/instant.ts';
import type { StateStore } from './store.ts';

/** What an as-of guards: the fields of a zone on a customer, a customer's contact data, or a policy's view. */
export type GuardScope = Zone | 'contact' | 'policy';

/** The key of an as-of: a hash, so that the subject can't be read from it. */
export function guardKey(state: StateStore, scope: GuardScope, subjectKey: string): Buffer {
  return state.hash(`${scope}\n${subjectKey}`);
}

/** Returns a function that looks up the newest instant of a scope that was seen of a subject but isn't in the org. */
export function asOfReader(
  state: StateStore,
): (subjectKey: string) => (scope: GuardScope) => Instant | undefined {
  const find = state.db.prepare('SELECT instant FROM as_of WHERE guard = ?');
  return (subjectKey) => (scope) =>
    find.get(guardKey(state, scope, subjectKey))?.instant as Instant | undefined;
}
