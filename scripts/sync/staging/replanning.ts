import { TARGETS } from '../events/event.ts';
import { inTransaction } from '../state/sqlite.ts';
import { forgetFound } from './found.ts';
import { ROW } from './rows.ts';
import type { Staging } from './staging.ts';
import { forgetUnknownBrands } from './unknown.ts';

/**
 * SQL condition: the outcome was decided after staging. Excludes events that another event of the same feed superseded while
 * it was being staged.
 */
const DECIDED = "outcome <> 'changed' AND NOT (outcome = 'superseded' AND record IS NULL)";

/**
 * Undoes whatever was matched and planned and isn't in the org yet, refused rows included, so that it can be matched and
 * planned again. What the org has confirmed stays.
 */
export function resetUnwritten(staging: Staging): void {
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
