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
  const withoutRecord = subject.records.length === 0 ? 'unmatched' : 'ambiguous';
  const notApplied = new Map<StagedEvent, NotApplied>();
  for (const event of subject.events) {
    const reason = record ? reasonNotApplied(event, subject, record, config) : withoutRecord;
    if (reason !== undefined) notApplied.set(event, reason);
  }
  return { record, events: subject.events.filter((event) => !notApplied.has(event)), notApplied };
}

/** When several policies have the same number, the only active one is meant. Accounts are all active. */
function singleRecord({ records }: MatchedSubject): MatchedRecord | undefined {
  const candidates = records.length > 1 ? records.filter(isActive) : records;
  return candidates.length === 1 ? candidates[0] : undefined;
}

const isActive = (record: MatchedRecord): boolean => record.isActive;

/** Why an event doesn't apply to its record; to an account all do. */
function reasonNotApplied(
  event: StagedEvent,
  { target, events }: MatchedSubject,
  record: MatchedRecord,
  { brands }: Config,
): NotApplied | undefined {
  if (target === 'Account') return undefined;
  if (record.brand !== null && brands[record.brand] !== event.zone) return 'foreign';
  const rule = ruleOf(event.kind);
  const customer = rule.customer?.(event.data);
  if (customer !== undefined && subjectKey(customer) !== subjectKey(record.customer ?? ''))
    return 'ambiguous';
  const isOneOfTwo = record.brand === null && !rule.erases;
  return isOneOfTwo && event !== newestOfKind(events, event.kind) ? 'superseded' : undefined;
}

/** They are in order of time, and at the same time of id and source. */
const newestOfKind = (events: readonly StagedEvent[], kind: StagedEvent['kind']): StagedEvent | undefined =>
  events.findLast((event) => event.kind === kind);
