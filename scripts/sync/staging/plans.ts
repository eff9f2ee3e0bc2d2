import type { StagedEvent, Target } from '../events/event.ts';
import type { Fields, MatchedRecord } from '../events/record.ts';
import type { UnknownValue } from '../events/unknownValue.ts';
import type { Outcome, PLANNED } from './outcomes.ts';
import { ROW } from './rows.ts';
import type { Staging } from './staging.ts';
import { unknownCounter } from './unknown.ts';

/** Why an event failed or is ambiguous: a code, and words of ours or the org's. */
export interface Fault {
  readonly code: string;
  readonly message: string;
}

/** What planning has decided of an event. */
export interface Decision {
  readonly event: StagedEvent;
  /** 'planned': its row has to be confirmed first. */
  readonly outcome: Outcome | typeof PLANNED;
  readonly fault?: Fault;
  /** Where the state folder is to remember the event's instant, or to forget an older one that the org now holds. */
  readonly guard: Buffer | null;
  readonly record: string | null;
}

/** A row to write: what changes of a record, and which event's view document goes with it. */
export interface Change {
  readonly target: Target;
  readonly record: MatchedRecord;
  readonly patch: Fields;
  readonly viewEvent: number | null;
}

export interface SubjectPlan {
  readonly decisions: readonly Decision[];
  readonly change: Change | undefined;
  /** A brand that the configuration doesn't know. */
  readonly unknown?: UnknownValue | undefined;
}

/** Gives a function that stages the plan of a subject. Many of them belong in one transaction. */
export function planSaver(staging: Staging): (plan: SubjectPlan) => void {
  const decide = staging.prepare('UPDATE event SET outcome = ?, guard = ?, record = ? WHERE n = ?');
  const addFault = staging.prepare('INSERT INTO fault (n, code, message, record) VALUES (?, ?, ?, ?)');
  // A record whose row is through may get another one: it is the heir of a record that has gone since.
  const add = staging.prepare(
    `INSERT INTO change (target, record, account, before, patch, view_event, state)
     VALUES (?, ?, ?, ?, ?, ?, '${ROW.planned}')
     ON CONFLICT (target, account, record) DO UPDATE SET
       before = excluded.before, patch = excluded.patch, view_event = excluded.view_event, part = NULL,
       written = written + (state = '${ROW.confirmed}'), state = excluded.state
     WHERE state IN ('${ROW.confirmed}', '${ROW.refused}')`,
  );
  function addChange({ target, record, patch, viewEvent }: Change): boolean {
    const [before, after] = [JSON.stringify(record), JSON.stringify(patch)];
    return add.run(target, record.id, record.accountId, before, after, viewEvent).changes > 0;
  }
  const count = unknownCounter(staging);
  return (plan) => {
    if (plan.unknown) count(plan.unknown, plan.decisions.length);
    const isSecond = plan.change !== undefined && !addChange(plan.change);
    for (const decision of plan.decisions) {
      const { event, outcome, guard, record, fault } =
        isSecond && decision.outcome === 'planned' ? { ...decision, ...OTHER_KEY } : decision;
      decide.run(outcome, guard, record, event.n);
      if (fault) addFault.run(event.n, fault.code, fault.message, record);
    }
  };
}

/** The record's key was changed in the org between two look-ups, and events of both keys are in the run. */
const OTHER_KEY = {
  outcome: 'ambiguous',
  guard: null,
  fault: { code: 'OTHER_KEY', message: 'the record had another key when the run looked before' },
} as const;
