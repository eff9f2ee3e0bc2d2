import { closeSync, fsyncSync, rmSync, writeFileSync } from 'node:fs';
import { VIEW_FIELD } from '../../config/ownFields.ts';
import type { Target } from '../../events/event.ts';
import { leaveToCollections, rowsAfter } from '../../staging/partRows.ts';
import { addPart, nextNumber, type Part, type Place } from '../../staging/parts.ts';
import type { PartFrom } from '../../staging/rows.ts';
import type { Staging } from '../../staging/staging.ts';
import { privateFile } from '../../state/privateFiles.ts';
import { partFile } from '../../state/runFiles.ts';
import { inTransaction } from '../../state/sqlite.ts';
import { csvLine, isNullText } from './csvLine.ts';

/** What a part is made of. */
export interface Making {
  readonly staging: Staging;
  readonly folder: string;
  readonly target: Target;
  readonly from: PartFrom;
  /** The columns of the file, besides the id. */
  readonly fields: readonly string[];
  readonly maxBytes: number;
}

/** Rows are written to disk in chunks of this many characters, so that memory stays bounded. */
const FLUSH_LENGTH = 64_000;

/**
 * Writes the next rows after a place into a file, in order of account, as many as one job takes, and stores them as a part.
 * Undefined when there are no more. Rows that CSV can't represent are left to Collections.
 */
export function makePart(making: Making, after: Place): Part | undefined {
  const { staging, folder, target, from } = making;
  const n = nextNumber(staging);
  const written = writeRows(making, partFile(folder, n), after);
  const part: Part = { n, target, rows: written.rows, after, last: written.last, job: null, state: 'made' };
  inTransaction(staging, () => {
    leaveToCollections(staging, target, written.singles);
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
  const { staging, target, from, fields, maxBytes } = making;
  const singles: Place[] = [];
  let [rows, bytes, last] = [0, 0, after];
  let text = csvLine(['Id', ...fields]);
  const descriptor = privateFile(file);
  function flush(): void {
    writeFileSync(descriptor, text);
    text = '';
  }
  try {
    for (const { place, patch, view } of rowsAfter(staging, target, from, after)) {
      const values = fields.map((name) => (name === VIEW_FIELD && view !== null ? view : patch[name]));
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
