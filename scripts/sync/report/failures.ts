import { faultyEvents } from '../staging/faults.ts';
import type { Staging } from '../staging/staging.ts';
import type { StateStore } from '../state/store.ts';
import { openNdjson } from './ndjsonFile.ts';

/**
 * Writes the failed and ambiguous events and why: the record's id and a hash of the subject tell an admin where to look. Of
 * the org's error only the code and the fields are kept, never its message. Events kept from earlier runs are included, as
 * nothing else reports them. Returns the path, or null.
 */
export function writeFailures(staging: Staging, state: StateStore, path: string): string | null {
  const file = openNdjson(path);
  for (const { outcome, kind, zone, subjectKey, record, code, fields, message } of faultyEvents(staging)) {
    const subject = state.hash(subjectKey).toString('hex');
    const said = message === '' ? { fields } : { message };
    file.add({ outcome, kind, zone, subject, record, code, ...said });
  }
  return file.close();
}
