import type { Config } from '../config/config.ts';
import type { CountryCodes } from '../events/eventRule.ts';
import type { MatchedSubject } from '../events/record.ts';
import { planSaver, type SubjectPlan } from '../staging/plans.ts';
import type { Staging } from '../staging/staging.ts';
import { asOfReader, guardKey } from '../state/asOfs.ts';
import { inTransaction, readingAtOnce } from '../state/sqlite.ts';
import type { StateStore } from '../state/store.ts';
import { planSubject, type Seen } from './planSubject.ts';

/** Returns a function that plans a batch of subjects and stages the result. */
export function subjectPlanner(
  staging: Staging,
  state: StateStore,
  config: Config,
  countries: CountryCodes,
): (subjects: readonly MatchedSubject[]) => void {
  const seen: Seen = {
    at: asOfReader(state),
    key: (scope, subjectKey) => guardKey(state, scope, subjectKey),
  };
  const save: (plan: SubjectPlan) => void = planSaver(staging);
  return (subjects) => {
    inTransaction(staging, () => {
      readingAtOnce(state.db, () => {
        for (const subject of subjects) save(planSubject(subject, config, seen, countries));
      });
    });
  };
}
