import type { Config } from '../config/config.ts';
import type { CountryCodes } from '../events/eventRule.ts';
import { comparedBy } from '../events/comparison.ts';
import { ruleOf } from '../events/eventRules.ts';
import type { MatchedBatch, MatchedSubject } from '../events/record.ts';
import { dataReader, type CheckAgain } from '../staging/knownLines.ts';
import { planSaver, settledSaver, type SubjectPlan } from '../staging/plans.ts';
import { shownItems } from '../staging/shownItems.ts';
import type { Staging } from '../staging/staging.ts';
import { asOfReader, guardKey } from '../state/asOfs.ts';
import { comparedReader } from '../state/compared.ts';
import { inTransaction, readingAtOnce } from '../state/sqlite.ts';
import type { StateStore } from '../state/store.ts';
import { planSubject, type Seen } from './planSubject.ts';

/** What planning needs. */
export interface Planning {
  readonly staging: Staging;
  readonly state: StateStore;
  readonly config: Config;
  readonly countries: CountryCodes;
  readonly check: CheckAgain;
}

/** Returns a function that plans a batch of subjects and stages the result. */
export function subjectPlanner({
  staging,
  state,
  config,
  countries,
  check,
}: Planning): (batch: MatchedBatch) => void {
  const seen: Seen = {
    at: asOfReader(state),
    key: (scope, subjectKey) => guardKey(state, scope, subjectKey),
    items: comparedReader(state, [...comparedBy(config).keys()]),
  };
  const itemsOf = shownItems(staging, config);
  const save = planSaver(staging);
  const saveSettled = settledSaver(staging);
  const readData = dataReader(staging, check);

  function planAndSave(subject: MatchedSubject): void {
    const plan = planSubject(subject, config, seen, countries, itemsOf);
    const isUnchanged = plan.decisions.every(({ outcome }) => outcome === 'unchanged');
    if (!isUnchanged) for (const { n, known } of subject.events) if (known) readData(n);
    save(plan, (isUnchanged && settlesAgain(plan) ? subject.settledBy?.() : undefined) ?? null);
  }

  return ({ settled, subjects }) => {
    inTransaction(staging, () => {
      saveSettled(settled);
      readingAtOnce(state.db, () => {
        for (const subject of subjects) planAndSave(subject);
      });
    });
  };
}

/** Whether what comes to nothing will come to nothing again, and nothing has to be told of it. */
const settlesAgain = ({ decisions, unknown }: SubjectPlan): boolean =>
  unknown === undefined && decisions.every(({ event }) => ruleOf(event.kind).remembered !== 'always');
