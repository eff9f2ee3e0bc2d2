import { addAbortSignal } from 'node:stream';
import { FeedFault } from '../../feed/feedFault.ts';
import { feedFiles, stdinFile, stdinStream, type FeedFile } from '../../feed/feedFiles.ts';
import type { Line } from '../../feed/lineSplitter.ts';
import { readFeedFile } from '../../feed/readFeed.ts';
import { SyncError } from '../errors.ts';
import { mustGoOn } from '../signals.ts';
import { inboxLines } from '../state/inbox.ts';
import type { RunFeed } from '../state/runs.ts';

/** Some lines of one file, in order. `file`: its name in reports. */
export interface FileLines {
  readonly file: string;
  readonly lines: readonly Line[];
}

/**
 * Reads a feed from its start, a few hundred lines at a time. Throws FEED when the feed as a whole can't be used, STOPPED.
 */
export async function* readFeed(
  feed: RunFeed,
  runId: string,
  signal: AbortSignal,
): AsyncGenerator<FileLines> {
  try {
    for (const file of await filesOf(feed, runId, signal)) {
      for await (const lines of readFeedFile(file)) {
        mustGoOn(signal);
        yield { file: file.name, lines };
      }
    }
  } catch (error) {
    mustGoOn(signal);
    throw error instanceof FeedFault ? new SyncError('FEED', error.message, error.next, error) : error;
  }
}

async function filesOf(feed: RunFeed, runId: string, signal: AbortSignal): Promise<readonly FeedFile[]> {
  if (feed.direct) return [stdinStream(addAbortSignal(signal, process.stdin))];
  if (feed.spooled) return [stdinFile(feed.path)];
  if (feed.live) return [{ path: feed.path, name: 'listen', stream: inboxLines(feed.path, runId) }];
  return feedFiles(feed.path, { allowEmpty: feed.allowEmpty === true });
}
