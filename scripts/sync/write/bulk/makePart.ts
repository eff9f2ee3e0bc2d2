import { closeSync, fsyncSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '../../check/checkedEvent.ts';
import type { Fields } from '../../match/matchedRecord.ts';
import { inTransaction, type Staging } from '../../stage/staging.ts';
import { privateFile } from '../../state/privateFiles.ts';
import { csvLine, isNullText } from './csvLine.ts';
import { addPart, nextNumber, type Part, type Place } from './part.ts';

/** What a part is made of. */
export interface Making {
  readonly staging: Staging;
  readonly folder: string;
  readonly object: Target;
  readonly from: 'planned' | 'locked';
  /** Fields that the file has columns for. */
  readonly fields: readonly string[];
  /** API name of the field with the view document. */
  readonly viewField: string;
  readonly maxBytes: number;
}

const PREFIX = 'part-';
/** Little enough that what is written stays young garbage. */
const FLUSH_LENGTH = 64_000;

export const partFile = (folder: string, n: number): string => join(folder, `${PREFIX}${n}.csv`);

/** Whether a file of a run's folder is one of a part. */
export const isPartFile = (name: string): boolean => name.startsWith(PREFIX);

/** The fields that the rows of an object in a state write. */
export function fieldsToWrite(
  staging: Staging,
  object: Target,
  from: Making['from'],
  viewField: string,
): readonly string[] {
  const keys = staging
    .prepare(
      `SELECT DISTINCT key FROM change, json_each(patch) WHERE object = ? AND state = ?
       UNION SELECT ? FROM change WHERE object = ? AND state = ? AND view_event IS NOT NULL ORDER BY key`,
    )
    .all(object, from, viewField, object, from);
  return keys.map(({ key }) => key as string);
}

/**
 * Writes the next rows after a place into a file, in order of account, as many as one job carries, and notes them as a
 * part. Undefined when there are no more. Rows that CSV can't carry are left to Collections.
 */
export function makePart(making: Making, after: Place): Part | undefined {
  const { staging, folder, object, from } = making;
  const n = nextNumber(staging);
  const written = writeRows(making, partFile(folder, n), after);
  const part: Part = { n, object, rows: written.rows, after, last: written.last, job: null, state: 'made' };
  inTransaction(staging, () => {
    const single = staging.prepare(
      "UPDATE change SET state = 'single' WHERE object = ? AND account = ? AND record = ?",
    );
    for (const { account, record } of written.singles) single.run(object, account, record);
    if (part.rows > 0) addPart(staging, part, from);
  });
  if (part.rows > 0) return part;
  rmSync(partFile(folder, n));
  return undefined;
}

interface Written {
  readonly rows: number;
  readonly last: Place;
  readonly singles: readonly Place[];
}

function writeRows(making: Making, file: string, after: Place): Written {
  const { fields, viewField, maxBytes } = making;
  const singles: Place[] = [];
  let [rows, bytes, last] = [0, 0, after];
  let text = csvLine(['Id', ...fields]);
  const descriptor = privateFile(file);
  function flush(): void {
    writeFileSync(descriptor, text);
    text = '';
  }
  try {
    for (const { place, patch, view } of rowsAfter(making, after)) {
      const values = fields.map((name) => (name === viewField && view !== null ? view : patch[name]));
      if (values.some(isNullText)) {
        singles.push(place);
        last = place;
        continue;
      }
      const line = csvLine([place.record, ...values]);
      bytes += Buffer.byteLength(line);
      if (rows > 0 && bytes > maxBytes) break;
      text += line;
      rows += 1;
      last = place;
      if (text.length > FLUSH_LENGTH) flush();
    }
    flush();
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return { rows, last, singles };
}

function* rowsAfter(
  { staging, object, from }: Making,
  after: Place,
): Generator<{ readonly place: Place; readonly patch: Fields; readonly view: string | null }> {
  const rows = staging
    .prepare(
      `SELECT change.record, account, patch, document FROM change LEFT JOIN view ON n = view_event
       WHERE object = ? AND state = ? AND (account, change.record) > (?, ?) ORDER BY account, change.record`,
    )
    .iterate(object, from, after.account, after.record);
  for (const row of rows)
    yield {
      place: { account: row.account as string, record: row.record as string },
      patch: JSON.parse(row.patch as string) as Fields,
      view: row.document as string | null,
    };
}
