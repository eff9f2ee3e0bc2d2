import type { Staging } from './staging.ts';

/** An event that failed or is ambiguous, and why. */
export interface FaultyEvent {
  readonly outcome: string;
  readonly kind: string;
  readonly zone: string;
  readonly subjectKey: string;
  /** Id of the record, when there was one. */
  readonly record: string | null;
  readonly code: string;
  /** Words of ours; '' of what the org refused. */
  readonly message: string;
  /** Fields that the org named. */
  readonly fields: readonly string[];
}

/** The failed and ambiguous events in the order in which they came. Those kept from earlier runs are among them. */
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

/** How often each error code came up. */
export function faultCodes(staging: Staging): Readonly<Record<string, number>> {
  const rows = staging.prepare('SELECT code, count(*) AS count FROM fault GROUP BY code ORDER BY code').all();
  return Object.fromEntries(rows.map((row) => [row.code as string, row.count as number]));
}
