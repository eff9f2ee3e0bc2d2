import type { Target } from '../events/event.ts';
import { inTransaction } from '../state/sqlite.ts';
import type { Staging } from './staging.ts';
import { setTally, tally } from './tally.ts';

/** A record of the org as it was read: its key, and the row of CSV. */
export interface FoundRow {
  readonly subjectKey: string;
  readonly row: string;
}

const columnsName = (target: Target): string => `columns of ${target}`;
const indexName = (target: Target): string => `found_${target}`;

/** The columns of the rows, once this run has read every record of the target that has a key. */
export function columnsRead(staging: Staging, target: Target): readonly string[] | undefined {
  const columns = tally(staging, columnsName(target));
  return columns === undefined ? undefined : (JSON.parse(columns) as string[]);
}

export function forgetFound(staging: Staging, target: Target): void {
  staging.exec(`DROP INDEX IF EXISTS ${indexName(target)}`);
  staging.prepare('DELETE FROM found WHERE target = ?').run(target);
  staging.prepare('DELETE FROM tally WHERE name = ?').run(columnsName(target));
}

/** Stores rows as they are read. Rows since the last mark are dropped by `reset`: their page is read again. */
export interface FoundSaver {
  readonly save: (rows: readonly FoundRow[]) => void;
  readonly mark: () => void;
  readonly reset: () => void;
  /** Ends reading: from here on the rows can be found. The index is built at once, which is cheaper than keeping it. */
  readonly end: (columns: readonly string[]) => void;
}

export function foundSaver(staging: Staging, target: Target): FoundSaver {
  const insert = staging.prepare('INSERT INTO found (target, subject_key, row) VALUES (?, ?, ?)');
  const last = (): number => Number(staging.prepare('SELECT coalesce(max(n), 0) AS n FROM found').get()?.n);
  let marked = last();
  return {
    save: (rows) => {
      inTransaction(staging, () => {
        for (const { subjectKey, row } of rows) insert.run(target, subjectKey, row);
      });
    },
    mark: () => {
      marked = last();
    },
    reset: () => {
      staging.prepare('DELETE FROM found WHERE n > ?').run(marked);
    },
    end: (columns) => {
      staging.exec(
        `CREATE INDEX IF NOT EXISTS ${indexName(target)} ON found (subject_key) WHERE target = '${target}'`,
      );
      setTally(staging, columnsName(target), JSON.stringify(columns));
    },
  };
}

/** Returns a function that finds the rows of a key. */
export function foundReader(staging: Staging, target: Target): (subjectKey: string) => readonly string[] {
  const find = staging.prepare(
    `SELECT row FROM found WHERE target = '${target}' AND subject_key = ? ORDER BY n`,
  );
  return (subjectKey) => find.all(subjectKey).map(({ row }) => row as string);
}
