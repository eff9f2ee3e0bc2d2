import type { Instant } from '../../feed/instant.ts';
import type { Zone } from '../../feed/contract.ts';
import type { Kind, Target } from '../events/event.ts';
import type { Staging } from './staging.ts';

/** What the state folder keeps of an event. */
export interface Trace {
  readonly kind: Kind;
  readonly target: Target;
  readonly zone: Zone;
  /** 'unchanged' also where the org keeps its as-of. */
  readonly outcome: 'changed' | 'unchanged' | 'unmatched';
  readonly subjectKey: string;
  readonly instant: Instant;
  /** Key of its own guard. */
  readonly guard: Uint8Array;
}

/**
 * The events whose instant the state folder has to remember, or whose remembered instant the org now holds; in order of their
 * instants. Those of `last` come last of a second, as precisely as the org tells instants apart.
 */
export function* traces(staging: Staging, last: readonly Kind[]): Generator<Trace> {
  const rows = staging
    .prepare(
      `SELECT kind, target, zone, CASE WHEN as_of_stays = 1 THEN 'unchanged' ELSE outcome END AS outcome, subject_key, instant, guard FROM event
       WHERE guard IS NOT NULL AND outcome IN ('changed', 'unchanged', 'unmatched') 
       ORDER BY CAST(instant AS INTEGER), kind IN (SELECT value FROM json_each(?)), instant, n`,
    )
    .iterate(JSON.stringify(last));
  for (const { subject_key, ...row } of rows) yield { ...row, subjectKey: subject_key } as unknown as Trace;
}
