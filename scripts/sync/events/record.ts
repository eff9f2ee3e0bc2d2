import type { StagedEvent, Target } from './event.ts';

/**
 * Fields of a record by API name, in the form that a patch would write, so that the two can be compared. As-ofs look like
 * `2026-11-22T09:00:00Z`.
 */
export type Fields = Readonly<Record<string, string | boolean | null>>;

/** A record of the org that an event is about. */
export interface MatchedRecord {
  readonly id: string;
  /** The account that a write locks: the record itself, or the policy's account. */
  readonly accountId: string;
  readonly isPersonAccount: boolean;
  /** Customer number of the account. */
  readonly customer: string | null;
  readonly brand: string | null;
  readonly isActive: boolean;
  /** Id of the user who changed it last; null where that isn't looked up. */
  readonly modifiedBy: string | null;
  readonly fields: Fields;
}

/** The events of one subject that have no outcome yet, in order of time, and the records with its key. */
export interface MatchedSubject {
  readonly target: Target;
  readonly subjectKey: string;
  readonly events: readonly StagedEvent[];
  readonly records: readonly MatchedRecord[];
}

/** The fields among `wanted` in which the record differs. */
export function difference(fields: Fields, wanted: Fields): Fields {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => fields[name] !== value));
}
