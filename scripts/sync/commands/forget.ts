import { subjectKey, type Target } from '../events/event.ts';
import { guardScopes } from '../events/eventRules.ts';
import { guardKey } from '../state/asOfs.ts';
import { dropComparedOf } from '../state/compared.ts';
import { dropWaitingOf } from '../state/inbox.ts';
import { dropKeptOf } from '../state/keptEvents.ts';
import { mustBeFinished } from '../state/runs.ts';
import { dropSettledOf } from '../state/settled.ts';
import { withState } from './stateFolder.ts';

/**
 * `forget`: deletes what the state folder holds about a customer or a policy. Returns the number of kept events, events
 * that wait for a small run, as-ofs, settled lines' and compared items' entries deleted. For a customer that includes those of policies that
 * name the customer.
 */
export function forget(stateDir: string, target: Target, subject: string): Promise<number> {
  return withState(stateDir, (state) => {
    mustBeFinished(state, stateDir);
    const key = subjectKey(subject.trim());
    const kept = dropKeptOf(state, target, key) + dropWaitingOf(stateDir, target, key);
    const dropAsOf = state.db.prepare('DELETE FROM as_of WHERE guard = ?');
    const asOfs = guardScopes(target).map((scope) =>
      Number(dropAsOf.run(guardKey(state, scope, key)).changes),
    );
    const settled = dropSettledOf(state, target, key) + dropComparedOf(state, target, key);
    return Promise.resolve(asOfs.reduce((sum, count) => sum + count, kept + settled));
  });
}
