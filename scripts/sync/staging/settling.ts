import { kindsWhere } from '../events/eventRules.ts';
import type { Kind, Target } from '../events/event.ts';
import type { Instant } from '../../feed/instant.ts';
import type { Staging } from './staging.ts';

/** An event of a subject of which the state folder has to learn, or to forget, the lines. */
export interface Settling {
  readonly key: Uint8Array;
  readonly target: Target;
  readonly subjectKey: string;
  readonly outcome: string;
  readonly instant: Instant;
  /** Hash of the line, null where it can't be known again. */
  readonly line: Uint8Array | null;
  readonly settled: Uint8Array | null;
  /** Hash of the view document, in hex. */
  readonly view: string | null;
  /** The customer that it names. */
  readonly customer: string | null;
  /** The compared items of the view that it has left on the policy, as JSON. */
  readonly compared: string | null;
  readonly kind: Kind;
  readonly isErasure: boolean;
}

const ERASING = kindsWhere(({ erases }) => erases)
  .map((kind) => `'${kind}'`)
  .join(', ');

/**
 * The events that count, by the key of their subject; without those of subjects that are settled as they were. `keyOf` gives the key
 * under which the state folder knows a subject.
 */
export function* settlingEvents(
  staging: Staging,
  keyOf: (target: Target, subjectKey: string) => Uint8Array,
): Generator<Settling> {
  staging.function('settled_key', { deterministic: true }, (target, subjectKey) =>
    keyOf(target as Target, subjectKey as string),
  );
  const rows = staging
    .prepare(
      `SELECT settled_key(target, subject_key) AS key, target, subject_key, kind, compared, outcome, instant, event.line, settled,
         coalesce(view, data ->> '$.hash') AS view, data ->> '$.customer' AS customer, kind IN (${ERASING}) AS erasure
       FROM event LEFT JOIN line USING (n)
       WHERE outcome <> 'superseded' AND NOT (outcome = 'unchanged' AND record IS NULL)
       ORDER BY key`,
    )
    .iterate();
  for (const { subject_key, erasure, ...row } of rows)
    yield { ...row, subjectKey: subject_key, isErasure: erasure === 1 } as unknown as Settling;
}
