import type { EventType, Source, Zone } from '../../feed/contract.ts';
import type { Instant } from '../../feed/instant.ts';
import type { UnknownValue } from './unknownValue.ts';

/** The objects whose records events speak of. Accounts come before policies, in planning and in writing. */
export const TARGETS = ['Account', 'InsurancePolicy'] as const;

export type Target = (typeof TARGETS)[number];

type KindOf<T extends EventType> = T extends `be.pv.cuzo.${infer K}.v1` ? K : never;

/** A type of event, by the word in the middle of its name: how it is staged, kept and told. */
export type Kind = KindOf<EventType>;

/** What the job's rules look at in an event. */
export interface Word {
  readonly zone: Zone;
  readonly source: string;
  readonly id: string;
  readonly kind: Kind;
  readonly target: Target;
  /** As it was sent. */
  readonly subject: string;
  /** When the zone spoke. */
  readonly time: Instant;
  /** What decides which of several is newest: `time`, or what the type's rule takes instead. */
  readonly instant: Instant;
  /** What the type's rule stages of the event. */
  readonly data: unknown;
}

/** An event that keeps to the contract, ready to be staged. */
export interface CheckedEvent extends Word {
  readonly source: Source;
  /** Canonical view document of a policy that is shown. */
  readonly view: string | null;
  /** Codes that the contract doesn't list. */
  readonly unknown?: readonly UnknownValue[];
}

/** An event as it is staged; its view document stays in the database. */
export interface StagedEvent extends Word {
  readonly n: number;
  readonly subjectKey: string;
}

/** Keys match as the org matches them: without case. */
export const subjectKey = (subject: string): string => subject.toLowerCase();
