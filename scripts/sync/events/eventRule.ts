import type { FeedEvent, Zone } from '../../feed/contract.ts';
import type { Instant } from '../../feed/instant.ts';
import type { Config } from '../config/config.ts';
import type { FieldNeed } from '../org/fieldNeed.ts';
import type { UnknownValue } from './unknownValue.ts';
import type { GuardScope } from '../state/asOfs.ts';
import type { Target, Word } from './event.ts';
import type { Fields } from './record.ts';

/** What an event meets: its record as the events before it leave it. */
export interface Situation {
  readonly event: Word;
  readonly fields: Fields;
  readonly isPersonAccount: boolean;
  /** The newest word of the event's guard that org or state folder have seen. The event isn't older. */
  readonly newestSeen: Instant | undefined;
  readonly config: Config;
}

/**
 * What an event does to its record. `writesView`: the event's view document goes with the patch; where the patch clears the
 * view it names the field itself. `isNewer`: the org's as-of is older than this word, which isn't written.
 */
export type Effect =
  | { readonly outcome: 'changed'; readonly patch: Fields; readonly writesView: boolean }
  | { readonly outcome: 'unchanged'; readonly isNewer: boolean }
  | { readonly outcome: 'failed'; readonly code: string; readonly message: string };

/** What the job keeps of an event of a type: which records it is about, and what its rule needs later. */
export interface Kept<D> {
  readonly target: Target;
  readonly data: D;
  /** The view document that is staged apart. */
  readonly view?: string;
}

/**
 * Everything that the job knows of one type of event, `E` (docs/FEED.md). `D` is what is staged of its data. Methods are
 * written as such so that rules of different data stand in one table.
 */
export interface EventRule<E extends FeedEvent = FeedEvent, D = unknown> {
  /** The objects that it can be about. */
  readonly targets: readonly Target[];
  /** What is staged of it. */
  keep(event: E): Kept<D>;
  /** A date-time of its data that decides, instead of `time`, which of several is newest; `path` is where it stands. */
  decidedBy?(event: E): { readonly instant: string; readonly path: string };
  /** Of one subject the newest counts: each zone's own, or one for the record whichever zone speaks. */
  readonly newestPer: 'zone' | 'record';
  /** Supersedes whatever else its zone said of the record before. */
  readonly erases: boolean;
  /** What guards the record against older words: its own scope first, then others that it moves too. */
  guards(target: Target, zone: Zone): readonly [GuardScope, ...GuardScope[]];
  /** The field with the instant of the newest word of its guard that was written. */
  asOf(target: Target, zone: Zone): string;
  /** What is older than this is late, whatever org and state folder hold. */
  notBefore?(config: Config): Instant | undefined;
  /** The customer that the policy must belong to, when the event names one. */
  customer?(data: D): string | undefined;
  /** What it does to its record. Whether it is late is decided before. */
  effect(data: D, situation: Situation): Effect;
  /** The state folder remembers it: when the org doesn't hold the newer word, or always. */
  readonly remembered: 'unless written' | 'always';
  /** Its codes that the contract doesn't list. */
  unknown?(event: E): readonly UnknownValue[];
  /** The fields that it writes. */
  writes(config: Config): readonly FieldNeed[];
}
