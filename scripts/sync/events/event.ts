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
  /** Hash by which the line is known once it is settled; absent when it never is. */
  readonly line?: Uint8Array;
}

/** An event whose line is known from an earlier run. Its data is read when it is needed. */
export interface KnownEvent extends Omit<EventCore, 'data'> {
  readonly source: Source;
  readonly line: Uint8Array;
  /** Hash of lines, record and settings with which nothing had to be changed; null when something was. */
  readonly settled: Uint8Array | null;
  /** The second of the event's instant then, counted from year 1. */
  readonly second: number;
  /** Hash of the view document, null when there is none. */
  readonly view: string | null;
  readonly bytes: Buffer;
}

/** An event as it is staged; its view document stays in the database. */
export interface StagedEvent extends EventCore {
  readonly n: number;
  readonly subjectKey: string;
  /** Hash by which its line is known once it is settled. */
  readonly line?: Uint8Array;
  /** What a known line was settled with, as long as its data hasn't been read. */
  readonly known?: { readonly settled: Uint8Array | null; readonly second: number };
}

/** Keys are compared case-insensitively, as the org compares them. */
export const subjectKey = (subject: string): string => subject.toLowerCase();
