import { kindsWhere } from '../events/eventRules.ts';
import type { Staging } from './staging.ts';

const ERASING = kindsWhere(({ erases }) => erases)
  .map((kind) => `'${kind}'`)
  .join(', ');

/**
 * Of a policy's event that names a customer, told after `WHERE`: its zone has erased that customer since, in an event of
 * this run that counts.
 */
export const OF_ERASED_CUSTOMER = `target = 'InsurancePolicy' AND EXISTS (
  SELECT 1 FROM event AS erasure
  WHERE erasure.target = 'Account' AND erasure.subject_key = subject_key(event.data ->> '$.customer')
    AND erasure.kind IN (${ERASING}) AND erasure.zone = event.zone AND erasure.outcome IS NOT 'superseded'
    AND (event.time, event.id) < (erasure.time, erasure.id))`;

/** Puts aside what was kept from earlier runs of policies of a customer whom the zone has erased since. */
export function dropKeptOfErased(staging: Staging): void {
  // Those kept are staged last: most runs have none, and then no event has to be looked at.
  const last = staging.prepare('SELECT origin FROM event ORDER BY n DESC LIMIT 1').get();
  if (last?.origin !== 'kept') return;
  staging.exec(
    `UPDATE event SET outcome = 'superseded' WHERE origin = 'kept' AND outcome IS NULL AND ${OF_ERASED_CUSTOMER}`,
  );
}
