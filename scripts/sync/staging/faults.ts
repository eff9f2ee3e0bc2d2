import type { Staging } from './staging.ts';

/** An event that failed or is ambiguous, and why. */
export interface FaultyEvent {
  readonly outcome: string;
  readonly kind: string;
  readonly zone: string;
  readonly subjectKey: string;
  /** Id of the record, when one was found. */
  readonly record: string | null;
  readonly code: string;
  /** Our own text; '' when the org refused the row. */
  readonly message: string;
  /** Fields that the org's error names. */
  readonly fields: readonly string[];
}

/** The failed and ambiguous events in the order in which they were read, those kept from earlier runs included. */
export function* faultyEvents(staging: Staging): Generator<FaultyEvent> {
  const rows = staging
    .prepare(
      `SELECT kind, zone, subject_key, outcome, code, message, fields, fault.record FROM fault JOIN event USING (n)
       WHERE outcome IN ('failed', 'ambiguous') ORDER BY n`,
    )
    .iterate();
  for (const { subject_key, fields, ...row } of rows) {
    const named = JSON.parse((fields as string | null) ?? '[]') as string[];
    yield { ...row, subjectKey: subject_key, fields: named } as unknown as FaultyEvent;
  }
}

/** How often each error code occurred. */
export function faultCodes(staging: Staging): Readonly<Record<string, number>> {
  const rows = staging.prepare('SELECT code, count(*) AS count FROM fault GROUP BY code ORDER BY code').all();
  return Object.fromEntries(rows.map((row) => [row.code as string, row.count as number]));
}
