import type { Staging } from '../stage/staging.ts';
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
  const rows = staging
    .prepare(
      `SELECT kind, zone, subject_key, outcome, code, message, fault.record FROM fault JOIN event USING (n)
       WHERE outcome IN ('failed', 'ambiguous') ORDER BY n`,
    )
    .iterate();
  for (const row of rows) {
    const { kind, zone, outcome, code, record } = row;
    const subject = state.hash(String(row.subject_key)).toString('hex');
    file.add({
      outcome,
      kind,
      zone,
      subject,
      record,
      code,
      message: withoutValues(String(code), String(row.message)),
    });
  }
  return file.close();
}

/** The org's messages quote what was refused after a colon: that part stays out. */
function withoutValues(code: string, message: string): string {
  return code === OWN_WORDS ? message : (message.split(':', 1)[0] ?? '');
}

/** How often each error code came up. */
export function failureCodes(staging: Staging): Readonly<Record<string, number>> {
  const rows = staging.prepare('SELECT code, count(*) AS count FROM fault GROUP BY code ORDER BY code').all();
  return Object.fromEntries(rows.map((row) => [row.code as string, row.count as number]));
}
