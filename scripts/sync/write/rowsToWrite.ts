import type { Target } from '../check/checkedEvent.ts';
import type { Config } from '../config/config.ts';
import type { Fields, MatchedRecord } from '../match/matchedRecord.ts';
import type { Staging } from '../stage/staging.ts';

/** A row as it goes to the org. */
export interface Row {
  readonly id: string;
  readonly account: string;
  readonly record: MatchedRecord;
  /** Everything to write, the view document included. */
  readonly fields: Fields;
}

/**
 * planned: to be written. sent: in a Bulk job, without answer yet. single: to be written, but not by Bulk. locked: to be
 * tried again. split: to be written event by event.
 */
export type RowState = 'planned' | 'sent' | 'single' | 'locked' | 'split' | 'confirmed' | 'refused';

/** View documents can be large: no request holds more characters of them than this. */
const MAX_REQUEST_LENGTH = 4_000_000;

/** At most `count` rows, of one account only when `oneAccount`. */
export interface Batch {
  readonly count: number;
  readonly oneAccount?: boolean;
}

/**
 * The next rows of an object in a state, after `after`, in order of their account: no more than a request should hold,
 * at least one.
 */
export function nextRows(
  staging: Staging,
  object: Target,
  state: RowState,
  after: Row | undefined,
  { count, oneAccount = false }: Batch,
  config: Config,
): readonly Row[] {
  const found = staging
    .prepare(
      `SELECT change.record, account, before, patch, document FROM change LEFT JOIN view ON n = view_event
       WHERE object = ? AND state = ? AND (account, change.record) > (?, ?)
       ORDER BY account, change.record LIMIT ?`,
    )
    .iterate(object, state, after?.account ?? '', after?.id ?? '', count);
  const rows: Row[] = [];
  let length = 0;
  for (const row of found) {
    const view = row.document as string | null;
    length += view?.length ?? 0;
    if (rows.length > 0 && length > MAX_REQUEST_LENGTH) break;
    if (oneAccount && rows[0] !== undefined && rows[0].account !== row.account) break;
    rows.push({
      id: row.record as string,
      account: row.account as string,
      record: JSON.parse(row.before as string) as MatchedRecord,
      fields: {
        ...(JSON.parse(row.patch as string) as Fields),
        ...(view === null ? {} : { [config.roles.view]: view }),
      },
    });
  }
  return rows;
}

export function countRows(staging: Staging, object: Target, state: RowState): number {
  const row = staging
    .prepare('SELECT count(*) AS count FROM change WHERE object = ? AND state = ?')
    .get(object, state);
  return row?.count as number;
}
