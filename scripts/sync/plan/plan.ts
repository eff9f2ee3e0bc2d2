import type { Config } from '../config/config.ts';
import type { Target } from '../check/checkedEvent.ts';
import type { Finder } from '../match/finder.ts';
import { matchSubjects } from '../match/match.ts';
import { QUERIES_PER_CALL } from '../org/query.ts';
import { inTransaction, readingAtOnce, type Staging } from '../stage/staging.ts';
import { asOfReader } from '../state/asOfs.ts';
import type { StateStore } from '../state/store.ts';
import { planSubject, type Change, type SubjectPlan } from './planSubject.ts';

/** Accounts come before policies, here and when they are written. */
export const TARGETS: readonly Target[] = ['Account', 'InsurancePolicy'];

/** What planning needs at hand. */
export interface Planning {
  readonly staging: Staging;
  readonly state: StateStore;
  readonly config: Config;
  readonly find: Finder;
  /** Hears how many subjects are done. */
  readonly onSubjects: (count: number) => void;
}

/**
 * Gives every staged event about an object its outcome, or plans the row that waits for the org's word. What a stopped
 * run has planned stays; planning goes on with the rest.
 */
export async function planEvents(target: Target, planning: Planning): Promise<void> {
  const { staging, state, config, find, onSubjects } = planning;
  const seenAt = asOfReader(state);
  const save = planSaver(staging);
  const count = config.keysPerQuery * QUERIES_PER_CALL;
  for await (const subjects of matchSubjects(staging, target, find, count)) {
    inTransaction(staging, () => {
      readingAtOnce(state.db, () => {
        for (const subject of subjects) save(planSubject(subject, config, state, seenAt));
      });
    });
    onSubjects(subjects.length);
  }
}

function planSaver(staging: Staging): (plan: SubjectPlan) => void {
  const settle = staging.prepare('UPDATE event SET outcome = ?, guard = ?, record = ? WHERE n = ?');
  const fault = staging.prepare('INSERT INTO fault (n, code, message, record) VALUES (?, ?, ?, ?)');
  const change = staging.prepare(
    `INSERT OR IGNORE INTO change (object, record, account, before, patch, view_event, state)
     VALUES (?, ?, ?, ?, ?, ?, 'planned')`,
  );
  function addChange({ object, record, patch, viewEvent }: Change): boolean {
    const [before, after] = [JSON.stringify(record), JSON.stringify(patch)];
    return change.run(object, record.id, record.accountId, before, after, viewEvent).changes > 0;
  }
  return (plan) => {
    const isSecond = plan.change !== undefined && !addChange(plan.change);
    for (const decision of plan.decisions) {
      const { event, outcome, guard, record, ...rest } =
        isSecond && decision.outcome === 'planned' ? { ...decision, ...OTHER_KEY } : decision;
      settle.run(outcome, guard, record, event.n);
      if (rest.fault) fault.run(event.n, rest.fault.code, rest.fault.message, record);
    }
  };
}

/** The record's key was changed in the org between two look-ups, and events of both keys are in the run. */
const OTHER_KEY = {
  outcome: 'ambiguous',
  guard: null,
  fault: { code: 'OTHER_KEY', message: 'the record had another key when the run looked before' },
} as const;
