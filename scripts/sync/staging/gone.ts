import type { Target } from '../events/event.ts';
import { inTransaction } from '../state/sqlite.ts';
import { ROW } from './rows.ts';
import type { Staging } from './staging.ts';

/**
 * Resets the events of rows whose record has disappeared, so that they are matched again; what was written before stays. The
 * rows count as refused. Returns how many there are.
 */
export function resetGone(staging: Staging, target: Target): number {
  const gone = `FROM change WHERE target = ? AND state = '${ROW.gone}'`;
  return inTransaction(staging, () => {
    staging
      .prepare(
        `DELETE FROM fault WHERE n IN (
           SELECT n FROM event WHERE outcome <> 'changed' AND record IN (SELECT record ${gone}))`,
      )
      .run(target);
    staging
      .prepare(
        `UPDATE event SET outcome = NULL, record = NULL, guard = NULL
         WHERE outcome <> 'changed' AND record IN (SELECT record ${gone})`,
      )
      .run(target);
    const { changes } = staging
      .prepare(`UPDATE change SET state = '${ROW.refused}' WHERE target = ? AND state = '${ROW.gone}'`)
      .run(target);
    return Number(changes);
  });
}
