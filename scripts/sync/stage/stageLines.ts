import type { CheckedEvent, KnownEvent } from '../events/event.ts';
import { openNdjson } from '../report/ndjsonFile.ts';
import type { CheckAgain } from '../staging/knownLines.ts';
import { eventStager } from '../staging/newEvents.ts';
import { beginReading } from '../staging/reading.ts';
import { emptyStaging, type Staging } from '../staging/staging.ts';
import { noteLines, noteRejectCodes } from '../staging/tally.ts';
import { unknownCounter } from '../staging/unknown.ts';
import { inTransaction } from '../state/sqlite.ts';

/** The result of a line: an event, the event of a known line, or why it was rejected. */
export type StagedLine =
  | { readonly event: CheckedEvent }
  | { readonly known: KnownEvent }
  | { readonly reject: { readonly code: string }; readonly event?: undefined };

/** Stages the lines of a feed, a batch at a time. */
export interface LineStager {
  readonly add: (
    file: string,
    lines: readonly { readonly number: number; readonly checked: StagedLine }[],
  ) => void;
  /** Ends staging; until then nothing that was read counts. Returns the path of the rejects, or null. */
  readonly end: () => string | null;
}

/** Starts to stage a feed from its first line: events go to the database, rejects to a file. */
export function openLineStager(staging: Staging, rejectsFile: string, check: CheckAgain): LineStager {
  emptyStaging(staging);
  beginReading(staging);
  const stage = eventStager(staging, check);
  const count = unknownCounter(staging);
  const rejects = openNdjson(rejectsFile);
  let [read, rejected] = [0, 0];
  const codes = new Map<string, number>();
  return {
    add: (file, lines) => {
      inTransaction(staging, () => {
        for (const { number, checked } of lines) {
          if ('known' in checked) stage(checked.known);
          else if (checked.event) {
            stage(checked.event);
            for (const met of checked.event.unknown ?? []) count(met);
          } else {
            rejects.add({ file, line: number, ...checked.reject });
            codes.set(checked.reject.code, (codes.get(checked.reject.code) ?? 0) + 1);
            rejected += 1;
          }
        }
      });
      read += lines.length;
    },
    end: () => {
      noteLines(staging, { read, rejected });
      noteRejectCodes(staging, codes);
      return rejects.close();
    },
  };
}
