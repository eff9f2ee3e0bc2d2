import { TARGETS } from '../events/event.ts';
import { inTransaction } from '../state/sqlite.ts';
import { forgetFound } from './found.ts';
import { ROW } from './rows.ts';
import type { Staging } from './staging.ts';
import { forgetUnknownBrands } from './unknown.ts';

/** What was decided after staging: not what an event of the same feed had put aside before any record was known. */
const DECIDED = "outcome <> 'changed' AND NOT (outcome = 'superseded' AND record IS NULL)";

/**
 * Takes back whatever was matched and planned and is not in the org yet, refused rows too, so that it is matched and planned
 * anew. What the org has confirmed stays.
 */
export function takeBackUnwritten(staging: Staging): void {
  inTransaction(staging, () => {
    staging.exec(`DELETE FROM fault WHERE n IN (SELECT n FROM event WHERE ${DECIDED})`);
    staging.exec(`UPDATE event SET outcome = NULL, record = NULL, guard = NULL WHERE ${DECIDED}`);
    staging.exec(
      `UPDATE change SET state = '${ROW.refused}' WHERE state <> '${ROW.confirmed}' AND written > 0`,
    );
    staging.exec(`DELETE FROM change WHERE state <> '${ROW.confirmed}' AND written = 0`);
    forgetUnknownBrands(staging);
    for (const target of TARGETS) forgetFound(staging, target);
  });
}
