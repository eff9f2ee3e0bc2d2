import { inTransaction, type Staging } from '../stage/staging.ts';
import { keepUnmatched } from '../stage/keptEvents.ts';
import type { StateStore } from '../state/store.ts';
import type { Report } from '../report/report.ts';
import { rememberAsOfs } from './rememberAsOfs.ts';

/**
 * Ends a run in the state folder, wholly or not at all: as-ofs remembered, unmatched events kept, those kept before
 * `oldest` dropped, the report filed.
 */
export function settle(
  staging: Staging,
  state: StateStore,
  report: Report,
  times: { readonly finished: string; readonly oldest: string },
): void {
  inTransaction(state.db, () => {
    rememberAsOfs(staging, state);
    keepUnmatched(staging, state, times.finished, times.oldest);
    state.db
      .prepare("UPDATE run SET phase = 'finished', finished = ?, report = ? WHERE run_id = ?")
      .run(times.finished, JSON.stringify(report), report.runId);
  });
}
