import { readPrivateJson, writePrivateJson } from './privateJson.ts';

/** Runs of a feed and small runs are told apart: one may be fine while the other isn't. */
export type Channel = 'feed' | 'live';

/** What `--notify` had to tell last. */
export interface LastTold {
  readonly event: string;
  readonly errorCode: string | null;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** It was posted. */
  readonly isTold: boolean;
  /** No run has been fine since. */
  readonly isOpen: boolean;
}

const fileOf = (channel: Channel): string => `notified-${channel}.json`;

/** Undefined when nothing has been told yet, or when what is kept can't be read. */
export function lastTold(stateDir: string, channel: Channel): LastTold | undefined {
  const {
    event,
    errorCode = null,
    at,
    isTold = true,
    isOpen = false,
  } = readPrivateJson<LastTold>(stateDir, fileOf(channel));
  return event === undefined || at === undefined ? undefined : { event, errorCode, at, isTold, isOpen };
}

/** Keeps what was told last. Throws when the folder can't be used. */
export function keepTold(stateDir: string, channel: Channel, told: LastTold): void {
  writePrivateJson(stateDir, fileOf(channel), told);
}
