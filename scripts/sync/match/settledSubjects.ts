import { hash } from 'node:crypto';
import { toSecond } from '../../feed/instant.ts';
import type { StagedEvent, Target } from '../events/event.ts';
import type { FoundRecord } from './finder.ts';

const HASH_BYTES = 16;

/** Hashes what decides that nothing has to be changed: settings, the kinds and lines of a subject's events, the record. */
export type SettledHash = (
  target: Target,
  events: readonly StagedEvent[],
  record: FoundRecord,
) => Buffer | undefined;

/**
 * Returns the hash for a version of the rules and settings; both are in `rules`. The times of the events are left out: a later one
 * changes nothing either. Undefined where a line can't be known again.
 */
export function settledHash(rules: string): SettledHash {
  return (target, events, record) => {
    const lines: string[] = [];
    for (const { kind, zone, line } of events) {
      if (line === undefined) return undefined;
      lines.push(`${kind} ${zone} ${Buffer.from(line).toString('latin1')}`);
    }
    const text = [rules, target, ...lines.sort(), record.text].join('\n');
    return hash('sha256', text, 'buffer').subarray(0, HASH_BYTES);
  };
}

/**
 * Whether all events of a subject are of known lines that were settled together, none is older than it was then, and the record
 * looks as it did.
 */
export function areSettled(events: readonly StagedEvent[], now: Uint8Array): boolean {
  return events.every(
    ({ instant, known }) =>
      known?.settled != null && Number(toSecond(instant)) >= known.second && equal(known.settled, now),
  );
}

const equal = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
