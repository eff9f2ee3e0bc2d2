import { faultyEvents } from '../staging/faults.ts';
import type { Staging } from '../staging/staging.ts';
import type { StateStore } from '../state/store.ts';
import { openNdjson } from './ndjsonFile.ts';

/** An admin's own words, which hold no value of a record. */
const OWN_WORDS = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';

/**
 * Writes which events failed or were ambiguous, and why: the record's id and a hash of the subject tell an admin where
 * to look. Those kept from earlier runs are among them: nobody hears of them otherwise. Gives the path, or null.
 */
export function writeFailures(staging: Staging, state: StateStore, path: string): string | null {
  const file = openNdjson(path);
  for (const { outcome, kind, zone, subjectKey, record, code, message } of faultyEvents(staging)) {
    const subject = state.hash(subjectKey).toString('hex');
    file.add({ outcome, kind, zone, subject, record, code, message: withoutValues(code, message) });
  }
  return file.close();
}

/** The org's messages quote what was refused after a colon: that part stays out. */
function withoutValues(code: string, message: string): string {
  return code === OWN_WORDS ? message : (message.split(':', 1)[0] ?? '');
}
