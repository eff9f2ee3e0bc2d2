import type { Config } from '../config/config.ts';
import { subjectKey, type StagedEvent } from '../events/event.ts';
import { ruleOf } from '../events/eventRules.ts';
import type { MatchedRecord, MatchedSubject } from '../events/record.ts';

/** Why an event is never applied to a record. */
export type NotApplied = 'superseded' | 'foreign' | 'unmatched' | 'ambiguous';

/** The record of a subject, the events that apply to it in order of time, and those that don't. */
export interface Resolved {
  readonly record: MatchedRecord | undefined;
  readonly events: readonly StagedEvent[];
  readonly notApplied: ReadonlyMap<StagedEvent, NotApplied>;
}

/**
 * Decides which record a subject's events are about and which of them apply: none when there is no record or several; for a
 * policy only those of its brand's zone or, without a brand, the newest of either zone.
 */
export function resolve(subject: MatchedSubject, config: Config): Resolved {
  const record = singleRecord(subject);
  const notApplied = new Map<StagedEvent, NotApplied>();
  if (!record) {
    const outcome: NotApplied = subject.records.length === 0 ? 'unmatched' : 'ambiguous';
    for (const event of subject.events) notApplied.set(event, outcome);
    return { record, events: [], notApplied };
  }
  if (subject.target === 'InsurancePolicy')
    for (const event of subject.events) {
      const reason = reasonNotApplied(event, subject.events, record, config);
      if (reason !== undefined) notApplied.set(event, reason);
    }
  return { record, events: subject.events.filter((event) => !notApplied.has(event)), notApplied };
}

/** When several policies have the same number, the only active one is meant. Accounts have no such rule. */
function singleRecord({ target, records }: MatchedSubject): MatchedRecord | undefined {
  const several = records.length > 1;
  const candidates = several && target === 'InsurancePolicy' ? records.filter(isActive) : records;
  return candidates.length === 1 ? candidates[0] : undefined;
}

const isActive = (record: MatchedRecord): boolean => record.isActive;

/** Why an event doesn't apply to a policy. */
function reasonNotApplied(
  event: StagedEvent,
  all: readonly StagedEvent[],
  record: MatchedRecord,
  { brands }: Config,
): NotApplied | undefined {
  if (record.brand !== null && brands[record.brand] !== event.zone) return 'foreign';
  const rule = ruleOf(event.kind);
  const customer = rule.customer?.(event.data);
  if (customer !== undefined && subjectKey(customer) !== subjectKey(record.customer ?? ''))
    return 'ambiguous';
  const isOneOfTwo = record.brand === null && !rule.erases;
  return isOneOfTwo && event !== newestOfKind(all, event.kind) ? 'superseded' : undefined;
}

const newestOfKind = (events: readonly StagedEvent[], kind: StagedEvent['kind']): StagedEvent | undefined =>
  events.filter((event) => event.kind === kind).reduce(newer, undefined);

/** At the same instant the greater id wins, then the greater source, so that the order of the lines doesn't matter. */
function newer(best: StagedEvent | undefined, event: StagedEvent): StagedEvent {
  if (!best) return event;
  const order =
    compare(event.instant, best.instant) || compare(event.id, best.id) || compare(event.source, best.source);
  return order > 0 ? event : best;
}

/** Compares by UTF-8 bytes, as SQLite does in the staging database. */
const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
