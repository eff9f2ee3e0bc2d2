import type { Target } from '../check/checkedEvent.ts';
import { subjectKey } from '../stage/stageEvents.ts';
import { guardKey, type GuardScope } from '../state/asOfs.ts';
import { mustBeFinished } from './run.ts';
import { withState } from './stateFolder.ts';

const SCOPES: Readonly<Record<Target, readonly GuardScope[]>> = {
  Account: ['mypv', 'myvivium', 'contact'],
  InsurancePolicy: ['policy'],
};

/** Places in the JSON array of a kept event: its target, and its data with the customer number of a policy view. */
const KEPT_OF_SUBJECT = `subject_key = ? AND event ->> '$[1]' = ?`;
const KEPT_OF_CUSTOMER = `lower(json_extract(event ->> '$[6]', '$.customer')) = ?`;

/**
 * `forget`: purges what the state folder holds of a customer or a policy. Gives how many kept events and as-ofs that
 * were. Of a customer, kept events of policies that name the customer go too.
 */
export function forget(stateDir: string, target: Target, subject: string): Promise<number> {
  return withState(stateDir, (state) => {
    mustBeFinished(state);
    const key = subjectKey(subject.trim());
    const drop = (where: string, ...values: readonly string[]): number =>
      Number(state.db.prepare(`DELETE FROM unmatched WHERE ${where}`).run(...values).changes);
    const kept =
      drop(KEPT_OF_SUBJECT, key, target) + (target === 'Account' ? drop(KEPT_OF_CUSTOMER, key) : 0);
    const dropAsOf = state.db.prepare('DELETE FROM as_of WHERE guard = ?');
    const asOfs = SCOPES[target].map((scope) => Number(dropAsOf.run(guardKey(state, scope, key)).changes));
    return Promise.resolve(asOfs.reduce((sum, count) => sum + count, kept));
  });
}
