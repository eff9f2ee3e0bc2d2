import type { FeedEvent, Zone } from '../../feed/contract.ts';
import type { Instant } from '../../feed/instant.ts';
import type { Config } from '../config/config.ts';
import type { FieldNeed } from '../org/fieldNeed.ts';
import type { UnknownValue } from './unknownValue.ts';
import type { GuardScope } from '../state/asOfs.ts';
import type { Target, EventCore } from './event.ts';
import type { Fields } from './record.ts';

/** An event and its record, as the events before it leave the record. */
export interface Situation {
  readonly event: EventCore;
  readonly fields: Fields;
  readonly isPersonAccount: boolean;
  /** The newest instant of the event's guard in the org or the state folder. The event isn't older than it. */
  readonly newestSeen: Instant | undefined;
  readonly config: Config;
  readonly countries: CountryCodes;
}

/** By field, the country codes that the org takes there; other fields take any text. */
export type CountryCodes = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What an event does to its record. `writesView`: the event's view document is written with the patch; a patch that clears
 * the view names the field itself. `isNewer`: the event is newer than the org's as-of but doesn't write it, so the state
 * folder has to remember it. `keepsAsOf`: only what the job works out itself is written, so that the as-of stays too.
 */
export type Effect =
  | {
      readonly outcome: 'changed';
      readonly patch: Fields;
      readonly writesView: boolean;
      readonly keepsAsOf?: { readonly isNewer: boolean };
    }
  | { readonly outcome: 'unchanged'; readonly isNewer: boolean }
  | { readonly outcome: 'failed'; readonly code: string; readonly message: string };

/** What is staged of an event: what its rule needs later. */
export interface Kept<D> {
  readonly target: Target;
  readonly data: D;
  /** The view document, which is staged in a table of its own. */
  readonly view?: string;
}

/**
 * Everything the job knows about one type of event, `E` (docs/FEED.md). `D` is what is staged of its data. Methods use
 * method syntax, which TypeScript checks bivariantly, so that rules with different data fit in one table.
 */
export interface EventRule<E extends FeedEvent = FeedEvent, D = unknown> {
  /** The objects that it can be about. */
  readonly targets: readonly Target[];
  /** Returns what is staged of the event. */
  keep(event: E): Kept<D>;
  /** The same data of a known line with the hash of its view; without it the line is checked once more when it is needed. */
  keepKnown?(data: E['data'], viewHash: string | null): D;
  /**
   * A date-time in the data that decides, instead of `time`, which of several events is newest; `path` is where it stands.
   */
  decidedBy?(event: E): { readonly instant: string; readonly path: string };
  /** Which events supersede each other: those of one subject and zone, or all of one record, whichever zone sent them. */
  readonly newestPer: 'zone' | 'record';
  /** Supersedes everything else that its zone sent about the record before. */
  readonly erases: boolean;
  /** The guards that keep older events away from the record: its own scope first, then others that this event moves too. */
  guards(target: Target, zone: Zone): readonly [GuardScope, ...GuardScope[]];
  /** The field that holds the as-of of the event's guard. */
  asOf(target: Target, zone: Zone): string;
  /** Events before this instant are late, whatever the org and the state folder hold. */
  notBefore?(config: Config): Instant | undefined;
  /** The customer that the policy must belong to, when the event names one. */
  customer?(data: D): string | undefined;
  /** What the event does to its record. It isn't called for late events. */
  effect(data: D, situation: Situation): Effect;
  /** When the state folder remembers the event's instant: only when the org doesn't hold it, or always. */
  readonly remembered: 'unless written' | 'always';
  /** Codes in the event that the contract doesn't list. */
  unknown?(event: E): readonly UnknownValue[];
  /** The fields that this type of event writes. */
  writes(config: Config): readonly FieldNeed[];
}
