import type { Held } from '../../../force-app/main/default/lwc/cuzoDifferences/cuzoDifferences.ts';
import type { StagedEvent, Target } from './event.ts';

/**
 * Fields of a record by API name, in the form that a patch would write, so that the two can be compared. As-ofs look like
 * `2026-11-22T09:00:00Z`.
 */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** A record of the org that an event is about. */
export interface MatchedRecord {
  readonly id: string;
  /** The account that a write locks: the record itself, or the policy's account. */
  readonly accountId: string;
  readonly isPersonAccount: boolean;
  /** Customer number of the account. */
  readonly customer: string | null;
  readonly brand: string | null;
  /** An account always is. */
  readonly isActive: boolean;
  /** Id of the user who changed it last; null where that isn't looked up. */
  readonly modifiedBy: string | null;
  readonly fields: Fields;
  /** What Connect 360 holds in the fields that views are compared with, by API name; none of an account. */
  readonly held: Readonly<Record<string, Held>>;
}

/**
 * The events of one subject that have no outcome yet, in order of time, id and source, and the records with its key. The order of the
 * lines never matters: at the same time the greater id wins, then the greater source.
 */
export interface MatchedSubject {
  readonly target: Target;
  readonly subjectKey: string;
  readonly events: readonly StagedEvent[];
  readonly records: readonly MatchedRecord[];
  /**
   * Hash of the lines, the record and the settings: while it stays the same and nothing has to be changed, nothing will have to
   * be. Undefined where that can't be said.
   */
  readonly settledBy?: () => Uint8Array | undefined;
}

/** The fields among `wanted` in which the record differs. */
export function difference(fields: Fields, wanted: Fields): Fields {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => fields[name] !== value));
}

/** An event that changes nothing, as it did before. `guard`: key of the as-of that has to be remembered, where it is newer now. */
export interface SettledEvent {
  readonly n: number;
  readonly guard: Buffer | null;
}

/** Some subjects that were looked up: the events of those that are settled, and the others. */
export interface MatchedBatch {
  readonly settled: readonly SettledEvent[];
  readonly subjects: readonly MatchedSubject[];
  /** How many subjects both are. */
  readonly count: number;
}
