import type { StagedEvent, Target } from './event.ts';

/** Fields of a record by API name, comparable with what a patch would write. As-ofs are `2026-11-22T09:00:00Z`. */
export type Fields = Readonly<Record<string, string | boolean | null>>;

/** A record of the org that an event speaks of. */
export interface MatchedRecord {
  readonly id: string;
  /** The account whose lock a write takes: the record itself, or the policy's. */
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

/** The events of one subject without outcome, in order of time, and the records that have its key. */
export interface MatchedSubject {
  readonly target: Target;
  readonly subjectKey: string;
  readonly events: readonly StagedEvent[];
  readonly records: readonly MatchedRecord[];
}

/** The fields among `wanted` that the record holds otherwise. */
export function difference(fields: Fields, wanted: Fields): Fields {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => fields[name] !== value));
}
