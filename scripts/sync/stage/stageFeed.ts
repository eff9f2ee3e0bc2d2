import { feedFiles } from '../../feed/feedFiles.ts';
import { readFeedFile } from '../../feed/readFeed.ts';
import { checkLine } from '../check/checkLine.ts';
import { openNdjson } from '../report/ndjsonFile.ts';
import type { RunFeed } from '../state/runs.ts';
import { mustGoOn } from '../signals.ts';
import { beginReading } from './reading.ts';
import { eventStager } from './stageEvents.ts';
import { emptyStaging, inTransaction, setTally, type Staging } from './staging.ts';

/** What reading needs at hand. `now` is the clock in milliseconds since 1970. */
export interface Reading {
  readonly staging: Staging;
  readonly feed: RunFeed;
  readonly rejectsFile: string;
  readonly now: number;
  readonly signal: AbortSignal;
  readonly onLines: (count: number) => void;
}

/**
 * Reads a feed from its start, checks every line and stages the events; what broke the contract goes to the rejects.
 * Gives the path of the rejects or null. Throws FeedFault when the feed as a whole can't be used.
 */
export async function stageFeed(reading: Reading): Promise<string | null> {
  const { staging, feed, now, signal, onLines } = reading;
  emptyStaging(staging);
  beginReading(staging);
  const stage = eventStager(staging);
  const rejects = openNdjson(reading.rejectsFile);
  const count = { read: 0, rejected: 0 };
  for (const file of await feedFiles(feed.path)) {
    const name = feed.spooled ? '-' : file.name;
    for await (const lines of readFeedFile(file)) {
      mustGoOn(signal);
      inTransaction(staging, () => {
        for (const line of lines) {
          const { event, reject } = checkLine(line, now);
          if (event) stage(event);
          else rejects.add({ file: name, line: line.number, ...reject });
          if (reject) count.rejected += 1;
        }
      });
      count.read += lines.length;
      onLines(lines.length);
    }
  }
  setTally(staging, 'read', count.read);
  setTally(staging, 'rejected', count.rejected);
  setTally(staging, 'accepted', count.read - count.rejected);
  return rejects.close();
}
