import { inboxSize, addToInbox, type Inbox, type InboxEvent, type InboxSize } from '../state/inbox.ts';
import { refusalFor } from './answers.ts';

/** How much may wait. */
export interface InboxLimits {
  readonly events: number;
  readonly bytes: number;
}

/** Writes accepted events to disk. */
export interface InboxWriter {
  /** Resolves when the events are on disk. Rejects with the refusals INBOX_FULL, DISK. */
  readonly add: (events: readonly InboxEvent[]) => Promise<void>;
  /** Counts anew, after other processes or a run have erased events. */
  readonly recount: () => void;
  readonly size: () => InboxSize;
  /** Whether the last write went well. */
  readonly isSound: () => boolean;
}

interface Waiting {
  readonly events: readonly InboxEvent[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const RETRY_SECONDS = 10;

/**
 * Groups what arrives in one turn of the event loop into one transaction, so that many requests cost one fsync. `onError` is
 * called with what a write failed for. `now`: milliseconds since 1970.
 */
export function inboxWriter(
  inbox: Inbox,
  limits: InboxLimits,
  now: () => number,
  onError: (error: unknown) => void,
): InboxWriter {
  let size = inboxSize(inbox);
  let isSound = true;
  let group: Waiting[] = [];

  function recount(): void {
    size = inboxSize(inbox);
  }

  function flush(): void {
    const written = group;
    group = [];
    try {
      addToInbox(
        inbox,
        written.flatMap(({ events }) => events),
        now(),
      );
      isSound = true;
      for (const { resolve } of written) resolve();
    } catch (error) {
      // None of them is in the inbox: the transaction is whole or not at all.
      isSound = false;
      recount();
      onError(error);
      for (const { reject } of written) reject(refusalFor('DISK', RETRY_SECONDS));
    }
  }

  function add(events: readonly InboxEvent[]): Promise<void> {
    if (events.length === 0) return Promise.resolve();
    const bytes = events.reduce((sum, { line }) => sum + line.length, 0);
    if (size.events + events.length > limits.events || size.bytes + bytes > limits.bytes)
      return Promise.reject(refusalFor('INBOX_FULL', RETRY_SECONDS));
    size = {
      events: size.events + events.length,
      bytes: size.bytes + bytes,
      oldest: size.oldest ?? now(),
    };
    return new Promise((resolve, reject) => {
      if (group.length === 0) setImmediate(flush);
      group.push({ events, resolve, reject });
    });
  }

  return { add, recount, size: () => size, isSound: () => isSound };
}
