import type { EventType, Source, Zone } from '../../feed/contract.ts';
import type { Instant } from '../../feed/instant.ts';
import type { UnknownValue } from './unknownValue.ts';

/** The objects that events are about. Accounts come before policies, in planning and in writing. */
export const TARGETS = ['Account', 'InsurancePolicy'] as const;

export type Target = (typeof TARGETS)[number];

type KindOf<T extends EventType> = T extends `be.pv.cuzo.${infer K}.v1` ? K : never;

/** A type of event, by the word in the middle of its name. Used in the staging database, the state folder and reports. */
export type Kind = KindOf<EventType>;

/** What the rules need to know of an event. */
export interface EventCore {
  readonly zone: Zone;
  readonly source: string;
  readonly id: string;
  readonly kind: Kind;
  readonly target: Target;
  /** As the feed has it; matching uses subjectKey. */
  readonly subject: string;
  /** The event's `time`. */
  readonly time: Instant;
  /** Decides which of several events is newest: `time`, or the date-time that the type's rule takes instead. */
  readonly instant: Instant;
  /** What the type's rule stages of the event's data. */
  readonly data: unknown;
}

/** An event that keeps to the contract, ready to be staged. */
export interface CheckedEvent extends EventCore {
  readonly source: Source;
  /** Canonical view document of a policy that is shown. */
  readonly view: string | null;
  /** Codes that the contract doesn't list. */
  readonly unknown?: readonly UnknownValue[];
}

/** An event as it is staged; its view document stays in the database. */
export interface StagedEvent extends EventCore {
  readonly n: number;
  readonly subjectKey: string;
}

/** Keys are compared case-insensitively, as the org compares them. */
export const subjectKey = (subject: string): string => subject.toLowerCase();
