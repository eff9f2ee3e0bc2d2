import type { Instant } from '../../feed/instant.ts';
import type { Config } from '../config/config.ts';
import type { Fields, MatchedRecord } from '../match/matchedRecord.ts';
import type { MatchedSubject } from '../match/match.ts';
import type { StagedEvent } from '../match/stagedEvent.ts';
import { guardKey, type GuardScope } from '../state/asOfs.ts';
import type { StateStore } from '../state/store.ts';
import { applyEvent, newest, type Verdict } from './applyEvent.ts';
import { resolve, type Aside } from './resolve.ts';

/** A row to write: what changes of a record, and which event's view document goes with it. */
export interface Change {
  readonly object: string;
  readonly record: MatchedRecord;
  readonly patch: Fields;
  readonly viewEvent: number | null;
}

export interface Decision {
  readonly event: StagedEvent;
  /** 'planned': its row has to be confirmed first. */
  readonly outcome: Aside | 'unchanged' | 'late' | 'failed' | 'planned';
  readonly fault?: { readonly code: string; readonly message: string };
  /** Where the state folder is to remember the event's instant, or to forget an older one that the org now holds. */
  readonly guard: Buffer | null;
  readonly record: string | null;
}

export interface SubjectPlan {
  readonly decisions: readonly Decision[];
  readonly change: Change | undefined;
}

/** Which as-of guards what an event speaks of. */
export function guardScope(event: StagedEvent, isPolicy: boolean): GuardScope {
  if (isPolicy) return 'policy';
  return event.body.kind === 'contact' ? 'contact' : event.zone;
}

/** The fields after an event: what the next event of the same record meets. */
export function afterEvent(fields: Fields, verdict: Verdict): Fields {
  return verdict.outcome === 'changed' ? { ...fields, ...verdict.patch } : fields;
}

/**
 * Plans what the events of one subject do: an outcome for each, one row for all that change something. An erasure
 * takes the stamps that guard contact data; from then on it guards itself, in this run as in later ones.
 */
export function planSubject(
  subject: MatchedSubject,
  config: Config,
  state: StateStore,
  seenAt: (guard: Uint8Array) => string | undefined,
): SubjectPlan {
  const isPolicy = subject.target === 'InsurancePolicy';
  const { record, events, aside } = resolve(subject, config);
  const guardOf = (event: StagedEvent): Buffer =>
    guardKey(state, guardScope(event, isPolicy), subject.subjectKey);
  const decisions: Decision[] = [...aside].map(([event, outcome]) => {
    const guard = event.body.kind === 'erased' ? guardOf(event) : null;
    const found = { event, outcome, guard, record: record?.id ?? null };
    return outcome === 'ambiguous' ? { ...found, fault: ambiguity(record) } : found;
  });
  if (!record) return { decisions, change: undefined };

  let fields = record.fields;
  let viewEvent: number | null = null;
  let erasedAt: Instant | undefined;
  for (const event of events) {
    const guard = guardOf(event);
    const seen = event.body.kind === 'contact' ? newest(seenAt(guard), erasedAt) : seenAt(guard);
    const situation = { fields, isPersonAccount: record.isPersonAccount, isPolicy, seen };
    const verdict = applyEvent(event, situation, config);
    if (event.body.kind === 'erased' && verdict.outcome !== 'late')
      erasedAt = newest(erasedAt, event.instant);
    const found = { event, guard: leavesTrace(event, verdict) ? guard : null, record: record.id };
    if (verdict.outcome === 'failed') decisions.push({ ...found, outcome: 'failed', fault: verdict });
    else decisions.push({ ...found, outcome: verdict.outcome === 'changed' ? 'planned' : verdict.outcome });
    if (verdict.outcome === 'changed' && verdict.writesView) viewEvent = event.n;
    if (verdict.outcome === 'changed' && config.roles.view in verdict.patch) viewEvent = null;
    fields = afterEvent(fields, verdict);
  }
  return changeOf(subject, record, fields, viewEvent, decisions);
}

/** Whether the state folder has something to do for an event when the run is settled. */
function leavesTrace(event: StagedEvent, verdict: Verdict): boolean {
  if (verdict.outcome === 'unchanged') return verdict.isNewer || event.body.kind === 'erased';
  return verdict.outcome === 'changed';
}

/** Events that undo each other leave nothing to write. */
function changeOf(
  subject: MatchedSubject,
  record: MatchedRecord,
  after: Fields,
  viewEvent: number | null,
  decisions: readonly Decision[],
): SubjectPlan {
  const patch = Object.fromEntries(
    Object.entries(after).filter(([name, value]) => record.fields[name] !== value),
  );
  if (Object.keys(patch).length > 0)
    return { decisions, change: { object: subject.target, record, patch, viewEvent } };
  const settled = decisions.map((one): Decision =>
    one.outcome === 'planned' ? { ...one, outcome: 'unchanged' } : one,
  );
  return { decisions: settled, change: undefined };
}

function ambiguity(record: MatchedRecord | undefined): { code: string; message: string } {
  return record
    ? { code: 'OTHER_CUSTOMER', message: 'the policy belongs to another customer than the event says' }
    : { code: 'SEVERAL_RECORDS', message: 'several records have this key' };
}
