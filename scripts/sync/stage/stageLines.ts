import type { CheckedEvent } from '../events/event.ts';
import { openNdjson } from '../report/ndjsonFile.ts';
import { eventStager } from '../staging/newEvents.ts';
import { beginReading } from '../staging/reading.ts';
import { emptyStaging, type Staging } from '../staging/staging.ts';
import { noteLines } from '../staging/tally.ts';
import { unknownCounter } from '../staging/unknown.ts';
import { inTransaction } from '../state/sqlite.ts';

/** What a line came to: an event, or why it was rejected. */
export type StagedLine =
  | { readonly event: CheckedEvent; readonly reject?: undefined }
  | { readonly reject: object; readonly event?: undefined };

/** Takes the lines of a feed, some at a time. */
export interface LineStager {
  readonly add: (
    file: string,
    lines: readonly { readonly number: number; readonly checked: StagedLine }[],
  ) => void;
  /** Ends it: what was read counts. Gives the path of the rejects, or null. */
  readonly end: () => string | null;
}

/** Begins to stage a feed from its first line: its events, and what broke the contract in a file beside them. */
export function openLineStager(staging: Staging, rejectsFile: string): LineStager {
  emptyStaging(staging);
  beginReading(staging);
  const stage = eventStager(staging);
  const count = unknownCounter(staging);
  const rejects = openNdjson(rejectsFile);
  let [read, rejected] = [0, 0];
  return {
    add: (file, lines) => {
      inTransaction(staging, () => {
        for (const { number, checked } of lines) {
          if (checked.event) {
            stage(checked.event);
            for (const met of checked.event.unknown ?? []) count(met);
          } else {
            rejects.add({ file, line: number, ...checked.reject });
            rejected += 1;
          }
        }
      });
      read += lines.length;
    },
    end: () => {
      noteLines(staging, { read, rejected });
      return rejects.close();
    },
  };
}
