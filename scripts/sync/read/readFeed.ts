import { FeedFault } from '../../feed/feedFault.ts';
import { feedFiles, stdinFile } from '../../feed/feedFiles.ts';
import type { Line } from '../../feed/lineSplitter.ts';
import { readFeedFile } from '../../feed/readFeed.ts';
import { SyncError } from '../errors.ts';
import { mustGoOn } from '../signals.ts';
import type { RunFeed } from '../state/runs.ts';

/** Some lines of one file, in order. `file`: how reports call it. */
export interface FileLines {
  readonly file: string;
  readonly lines: readonly Line[];
}

/** Reads a feed from its start, some hundred lines at a time. FEED when it can't be used as a whole, STOPPED. */
export async function* readFeed(feed: RunFeed, signal: AbortSignal): AsyncGenerator<FileLines> {
  try {
    const files = feed.spooled
      ? [stdinFile(feed.path)]
      : await feedFiles(feed.path, { allowEmpty: feed.allowEmpty === true });
    for (const file of files) {
      for await (const lines of readFeedFile(file)) {
        mustGoOn(signal);
        yield { file: file.name, lines };
      }
    }
  } catch (error) {
    throw error instanceof FeedFault ? new SyncError('FEED', error.message, error.next, error) : error;
  }
}
