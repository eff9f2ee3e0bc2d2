import { ZONES } from '../../feed/contract.ts';
import type { Config } from '../config/config.ts';
import type { Report } from '../report/report.ts';
import { newestOf } from '../staging/counts.ts';
import { matchedKept, unmatchedEvents } from '../staging/newEvents.ts';
import type { Staging } from '../staging/staging.ts';
import { dropKept, keepEvents } from '../state/keptEvents.ts';
import { saveHour, type HourEntry } from '../state/liveHours.ts';
import { finishRun } from '../state/runs.ts';
import { noteNewestEvent } from '../state/newestEvents.ts';
import { inTransaction } from '../state/sqlite.ts';
import type { StateStore } from '../state/store.ts';
import { rememberAsOfs } from './rememberAsOfs.ts';
import { rememberSettled } from './rememberSettled.ts';

/**
 * Ends a run in the state folder, in one transaction: as-ofs and settled lines are remembered, unmatched events kept, those kept before
 * `oldest` dropped, the report stored, for a small run also that of its hour. Both times are ISO 8601 UTC.
 */
export function settle(
  staging: Staging,
  state: StateStore,
  report: Report,
  config: Config,
  times: { readonly finished: string; readonly oldest: string },
  hour?: HourEntry,
): void {
  inTransaction(state.db, () => {
    rememberAsOfs(staging, state);
    const endSettled = rememberSettled(staging, state, config, Date.parse(times.finished));
    dropKept(state, times.oldest, matchedKept(staging));
    keepEvents(state, times.finished, unmatchedEvents(staging));
    for (const zone of ZONES) {
      const newest = newestOf(staging, zone);
      if (newest !== null) noteNewestEvent(state, zone, newest);
    }
    finishRun(state, report.runId, times.finished, JSON.stringify(report));
    endSettled();
    if (hour) saveHour(state, hour, times.finished);
  });
}
