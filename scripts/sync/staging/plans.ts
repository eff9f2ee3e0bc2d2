import type { StagedEvent, Target } from '../events/event.ts';
import type { Fields, MatchedRecord, SettledEvent } from '../events/record.ts';
import type { UnknownValue } from '../events/unknownValue.ts';
import type { Outcome, PLANNED } from './outcomes.ts';
import type { KeptItems } from '../state/compared.ts';
import { ROW } from './rows.ts';
import type { Staging } from './staging.ts';
import { unknownCounter } from './unknown.ts';

/** Why an event failed or is ambiguous: a code, and a text of ours. */
export interface Fault {
  readonly code: string;
  readonly message: string;
}

/** What planning decided about an event. */
export interface Decision {
  readonly event: StagedEvent;
  /** 'planned': its row has to be confirmed first. */
  readonly outcome: Outcome | typeof PLANNED;
  readonly fault?: Fault;
  /**
   * The guard under which the state folder has to remember the event's instant, or to forget an older one that the org now
   * holds.
   */
  readonly guard: Buffer | null;
  readonly record: string | null;
  /** The items of the view that it leaves on the policy. */
  readonly compared?: KeptItems | undefined;
  /** It changes only what the job works out itself: the org's as-of stays. */
  readonly asOfStays?: boolean;
}

/** A row to write: the changed fields of a record, and the event whose view document goes with them. */
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

/**
 * Returns a function that stages the plan of a subject, and the hash by which the subject will be settled, null when it won't. Call
 * it many times within one transaction.
 */
export function planSaver(staging: Staging): (plan: SubjectPlan, settledBy: Uint8Array | null) => void {
  const decide = staging.prepare(
    'UPDATE event SET outcome = ?, guard = ?, record = ?, settled = ?, compared = ?, as_of_stays = ? WHERE n = ?',
  );
  const addFault = staging.prepare('INSERT INTO fault (n, code, message, record) VALUES (?, ?, ?, ?)');
  // A record whose row is finished may get a second one, for the events of a record that was merged into it.
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
  return (plan, settledBy) => {
    if (plan.unknown) count(plan.unknown, plan.decisions.length);
    const isSecond = plan.change !== undefined && !addChange(plan.change);
    for (const decision of plan.decisions) {
      const { event, outcome, guard, record, fault, compared, asOfStays } =
        isSecond && decision.outcome === 'planned' ? { ...decision, ...OTHER_KEY } : decision;
      const items = compared === undefined ? null : JSON.stringify(compared);
      decide.run(outcome, guard, record, settledBy, items, asOfStays === true ? 1 : null, event.n);
      if (fault) addFault.run(event.n, fault.code, fault.message, record);
    }
  };
}

/**
 * Returns a function that stages events of settled subjects. They keep no record: that tells them from unchanged events whose
 * subject is to be kept as settled anew.
 */
export function settledSaver(staging: Staging): (events: readonly SettledEvent[]) => void {
  const decide = staging.prepare("UPDATE event SET outcome = 'unchanged', guard = ? WHERE n = ?");
  return (events) => {
    for (const { guard, n } of events) decide.run(guard, n);
  };
}

/** The record's key changed in the org between two look-ups, and the run has events of both keys. */
const OTHER_KEY = {
  outcome: 'ambiguous',
  guard: null,
  fault: { code: 'OTHER_KEY', message: 'the record had another key when the run looked before' },
} as const;
