import type { Target } from '../events/event.ts';
import type { Fields, MatchedRecord } from '../events/record.ts';
import { VIEW_FIELD } from '../config/ownFields.ts';
import { countRows } from '../state/sqlite.ts';
import type { Staging } from './staging.ts';

/** A row as it is sent to the org. */
export interface Row {
  readonly id: string;
  readonly account: string;
  readonly record: MatchedRecord;
  /** All fields to write, the view document included. */
  readonly fields: Fields;
}

/** The states of a row. */
export const ROW = {
  /** To be written. */
  planned: 'planned',
  /** In a Bulk job, without a result yet. */
  sent: 'sent',
  /** To be written, but not by Bulk. */
  single: 'single',
  /** To be tried again: it was locked, or the org ran out of time. */
  again: 'again',
  /** Refused as a whole: to be written event by event. */
  split: 'split',
  /** Refused because its record has disappeared: its events are to be matched again. */
  gone: 'gone',
  confirmed: 'confirmed',
  refused: 'refused',
} as const;

export type RowState = (typeof ROW)[keyof typeof ROW];

/** The states from which a Bulk job takes rows. */
export type PartFrom = typeof ROW.planned | typeof ROW.again;

/** The states of rows that still have to be written. */
const WAITING = [ROW.planned, ROW.sent, ROW.single, ROW.again].map((state) => `'${state}'`).join(', ');

/** View documents can be large: no request holds more characters of them than this. */
const MAX_REQUEST_LENGTH = 4_000_000;

/**
 * How many rows a request takes. `oneAccount`: only rows of one account. `wholeAccounts`: all rows of an account or none, unless it
 * has more than a request takes, so that requests at the same time don't lock each other's account.
 */
export interface Batch {
  readonly count: number;
  readonly oneAccount?: boolean;
  readonly wholeAccounts?: boolean;
}

/**
 * The next rows of a target in a given state, after `after`, in order of their account: as many as a request may hold, at
 * least one.
 */
export function nextRows(
  staging: Staging,
  target: Target,
  state: RowState,
  after: Row | undefined,
  { count, oneAccount = false, wholeAccounts = false }: Batch,
): readonly Row[] {
  const found = staging
    .prepare(
      `SELECT change.record, account, before, patch, document FROM change LEFT JOIN view ON n = view_event
       WHERE target = ? AND state = ? AND (account, change.record) > (?, ?)
       ORDER BY account, change.record LIMIT ?`,
    )
    .iterate(target, state, after?.account ?? '', after?.id ?? '', count + 1);
  const rows: Row[] = [];
  let length = 0;
  for (const row of found) {
    const view = row.document as string | null;
    const account = row.account as string;
    length += view?.length ?? 0;
    if (rows.length === count || (rows.length > 0 && length > MAX_REQUEST_LENGTH))
      return wholeAccounts ? withoutBegun(rows, account) : rows;
    if (oneAccount && rows[0] !== undefined && rows[0].account !== account) break;
    rows.push({
      id: row.record as string,
      account,
      record: JSON.parse(row.before as string) as MatchedRecord,
      fields: {
        ...(JSON.parse(row.patch as string) as Fields),
        ...(view === null ? {} : { [VIEW_FIELD]: view }),
      },
    });
  }
  return rows;
}

/** The rows but for those of the account that the next row has too; all of them when they are all of that account. */
function withoutBegun(rows: readonly Row[], next: string): readonly Row[] {
  const begin = rows.findIndex(({ account }) => account === next);
  return begin > 0 ? rows.slice(0, begin) : rows;
}

export const rowsInState = (staging: Staging, target: Target, state: RowState): number =>
  countRows(staging, 'FROM change WHERE target = ? AND state = ?', target, state);

/** How many accounts writing the rows in a given state locks. */
export function accountsInState(staging: Staging, target: Target, state: RowState): number {
  const accounts = 'SELECT DISTINCT account FROM change WHERE target = ? AND state = ?';
  return countRows(staging, `FROM (${accounts})`, target, state);
}

/** Rows of a target that wait to be written, and their approximate size as CSV, in bytes. */
export interface Load {
  readonly rows: number;
  readonly bytes: number;
}

export type Loads = Readonly<Record<Target, Load>>;

/** Approximate bytes of a row's quotes, commas and id in CSV. */
const BYTES_AROUND_ROW = 60;

/** Counts the rows that wait to be written. */
export function waitingLoads(staging: Staging): Loads {
  const totals = staging.prepare(
    `SELECT count(*) AS rows, coalesce(sum(octet_length(patch)), 0) + coalesce(sum(octet_length(document)), 0) AS bytes
     FROM change LEFT JOIN view ON n = view_event WHERE target = ? AND state IN (${WAITING})`,
  );
  function loadOf(target: Target): Load {
    const { rows, bytes } = totals.get(target) as unknown as Load;
    return { rows, bytes: bytes + rows * BYTES_AROUND_ROW };
  }
  return { Account: loadOf('Account'), InsurancePolicy: loadOf('InsurancePolicy') };
}

/** How often rows of a target write each field, the view document included. */
export function fieldCounts(staging: Staging, target: Target): Readonly<Record<string, number>> {
  const fields = staging
    .prepare(
      `SELECT key, count(*) AS count FROM change, json_each(patch) WHERE target = ? GROUP BY key
       UNION ALL SELECT ?, count(*) FROM change WHERE target = ? AND view_event IS NOT NULL ORDER BY 1`,
    )
    .all(target, VIEW_FIELD, target);
  const counts = new Map<string, number>();
  for (const { key, count } of fields as unknown as readonly { key: string; count: number }[])
    if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
  return Object.fromEntries(counts);
}
