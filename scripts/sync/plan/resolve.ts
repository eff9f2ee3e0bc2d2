import type { Config } from '../config/config.ts';
import { subjectKey, type StagedEvent } from '../events/event.ts';
import { ruleOf } from '../events/eventRules.ts';
import type { MatchedRecord, MatchedSubject } from '../events/record.ts';

/** Why an event never gets as far as its record. */
export type NotApplied = 'superseded' | 'foreign' | 'unmatched' | 'ambiguous';

/** The record of a subject, the events that speak of it in order of time, and those that don't count. */
export interface Resolved {
  readonly record: MatchedRecord | undefined;
  readonly events: readonly StagedEvent[];
  readonly notApplied: ReadonlyMap<StagedEvent, NotApplied>;
}

/**
 * Decides which record a subject's events are about and which of them count: none when no record or several have the
 * key; of a policy only those of its brand's zone, without a brand the newest of either zone.
 */
export function resolve(subject: MatchedSubject, config: Config): Resolved {
  const record = theOne(subject);
  const notApplied = new Map<StagedEvent, NotApplied>();
  if (!record) {
    const outcome: NotApplied = subject.records.length === 0 ? 'unmatched' : 'ambiguous';
    for (const event of subject.events) notApplied.set(event, outcome);
    return { record, events: [], notApplied };
  }
  if (subject.target === 'InsurancePolicy')
    for (const event of subject.events) {
      const reason = whyNot(event, subject.events, record, config);
      if (reason !== undefined) notApplied.set(event, reason);
    }
  return { record, events: subject.events.filter((event) => !notApplied.has(event)), notApplied };
}

/** Of several policies with one number, the single active one is meant; accounts know no active one. */
function theOne({ target, records }: MatchedSubject): MatchedRecord | undefined {
  const several = records.length > 1;
  const candidates = several && target === 'InsurancePolicy' ? records.filter(isActive) : records;
  return candidates.length === 1 ? candidates[0] : undefined;
}

const isActive = (record: MatchedRecord): boolean => record.isActive;

/** Why an event doesn't count for a policy. */
function whyNot(
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

/** At the same instant the greater id wins, then the greater source. */
function newer(best: StagedEvent | undefined, event: StagedEvent): StagedEvent {
  if (!best) return event;
  const order =
    compare(event.instant, best.instant) || compare(event.id, best.id) || compare(event.source, best.source);
  return order > 0 ? event : best;
}

/** Order of the bytes in UTF-8, which is how the staging database compares. */
const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
