import { countRows } from '../state/sqlite.ts';
import type { StateStore } from '../state/store.ts';
import { OF_ERASED_CUSTOMER } from './erasedCustomers.ts';
import type { Staging } from './staging.ts';

const STAYS = `outcome = 'unmatched' AND NOT (${OF_ERASED_CUSTOMER})`;

/**
 * How many events without a record the state folder will keep once the run is settled: those that it keeps already and this run
 * doesn't change anything about (a small run stages few of them), and the run's own. Those from before `oldest` are dropped.
 */
export function countKeptAfter(staging: Staging, state: StateStore, oldest: string): number {
  const before = countRows(state.db, 'FROM unmatched WHERE since >= ?', oldest);
  const found = countRows(staging, `FROM event WHERE origin <> 'feed' AND NOT (${STAYS})`);
  const added = countRows(staging, `FROM event WHERE origin = 'feed' AND ${STAYS}`);
  return before - found + added;
}
