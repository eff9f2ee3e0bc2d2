import { kindsWhere } from '../events/eventRules.ts';
import type { Erasure } from '../state/inbox.ts';
import type { Staging } from './staging.ts';

const ERASING = kindsWhere(({ erases }) => erases)
  .map((kind) => `'${kind}'`)
  .join(', ');

/**
 * SQL condition, after `WHERE`: the event is about a policy of a customer whom the same zone has erased since, by an event
 * of this run that counts.
 */
export const OF_ERASED_CUSTOMER = `target = 'InsurancePolicy' AND EXISTS (
  SELECT 1 FROM event AS erasure
  WHERE erasure.target = 'Account' AND erasure.subject_key = subject_key(event.data ->> '$.customer')
    AND erasure.kind IN (${ERASING}) AND erasure.zone = event.zone AND erasure.outcome IS NOT 'superseded'
    AND (event.time, event.id) < (erasure.time, erasure.id))`;

/** The erasures of this run that count. */
export function* erasuresIn(staging: Staging): Generator<Erasure> {
  const rows = staging
    .prepare(
      `SELECT zone, target, subject_key AS subjectKey, time FROM event
       WHERE kind IN (${ERASING}) AND outcome IS NOT 'superseded'`,
    )
    .iterate();
  for (const row of rows) yield { ...row } as unknown as Erasure;
}

/** Supersedes the policy events kept from earlier runs whose customer the zone has erased since. */
export function dropKeptOfErased(staging: Staging): void {
  // Kept events are staged last, so one look at the last event shows whether there are any. Most runs have none.
  const last = staging.prepare('SELECT origin FROM event ORDER BY n DESC LIMIT 1').get();
  if (last?.origin !== 'kept') return;
  staging.exec(
    `UPDATE event SET outcome = 'superseded' WHERE origin = 'kept' AND outcome IS NULL AND ${OF_ERASED_CUSTOMER}`,
  );
}
