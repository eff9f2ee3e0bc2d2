import type { Config } from '../config/config.ts';
import type { MatchedRecord } from '../match/matchedRecord.ts';
import type { MatchedSubject } from '../match/match.ts';
import type { StagedEvent } from '../match/stagedEvent.ts';
import { subjectKey } from '../stage/stageEvents.ts';

/** Why an event never gets as far as its record. */
export type Aside = 'superseded' | 'foreign' | 'unmatched' | 'ambiguous';

/** The record of a subject, the events that speak of it in order of time, and those set aside. */
export interface Resolved {
  readonly record: MatchedRecord | undefined;
  readonly events: readonly StagedEvent[];
  readonly aside: ReadonlyMap<StagedEvent, Aside>;
}

/**
 * Decides which record a subject's events are about and which of them count: none when no record or several have the
 * key; of a policy only those of its brand's zone, without a brand the newest view of either zone.
 */
export function resolve(subject: MatchedSubject, config: Config): Resolved {
  const { records } = subject;
  const record = theOne(records);
  const aside = new Map<StagedEvent, Aside>();
  if (!record) {
    const outcome: Aside = records.length === 0 ? 'unmatched' : 'ambiguous';
    for (const event of subject.events) aside.set(event, outcome);
    return { record, events: [], aside };
  }
  if (subject.target === 'InsurancePolicy') setPolicyEventsAside(subject.events, record, config, aside);
  return { record, events: subject.events.filter((event) => !aside.has(event)), aside };
}

/** Of several policies with one number, the single active one is meant. */
function theOne(records: readonly MatchedRecord[]): MatchedRecord | undefined {
  const candidates = records.length > 1 ? records.filter((record) => record.isActive) : records;
  return candidates.length === 1 && !areAccounts(records) ? candidates[0] : undefined;
}

/** Accounts know no active one. */
const areAccounts = (records: readonly MatchedRecord[]): boolean =>
  records.length > 1 && records.every((record) => record.id === record.accountId);

function setPolicyEventsAside(
  events: readonly StagedEvent[],
  record: MatchedRecord,
  config: Config,
  aside: Map<StagedEvent, Aside>,
): void {
  const newestView = events.filter((event) => event.body.kind === 'policy-view').reduce(newer, undefined);
  for (const event of events) {
    if (record.brand !== null && config.brands[record.brand] !== event.zone) aside.set(event, 'foreign');
    else if (isOfAnotherCustomer(event, record)) aside.set(event, 'ambiguous');
    else if (record.brand === null && event.body.kind === 'policy-view' && event !== newestView)
      aside.set(event, 'superseded');
  }
}

/** At the same instant the greater id wins, then the greater source. */
function newer(best: StagedEvent | undefined, event: StagedEvent): StagedEvent {
  if (!best) return event;
  const order =
    compare(event.instant, best.instant) || compare(event.id, best.id) || compare(event.source, best.source);
  return order > 0 ? event : best;
}

/** Order of the bytes in UTF-8, which is how the staging database compares. */
const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function isOfAnotherCustomer(event: StagedEvent, record: MatchedRecord): boolean {
  if (event.body.kind !== 'policy-view' || event.body.data.customer === undefined) return false;
  return subjectKey(event.body.data.customer) !== subjectKey(record.customer ?? '');
}
