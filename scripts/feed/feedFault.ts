/** Faults of a feed as a whole, because of which none of it may be used. */
export type FeedFaultCode =
  | 'FEED_NOT_FOUND'
  | 'FEED_EMPTY'
  | 'FEED_NAME'
  | 'FEED_NOT_A_FILE'
  | 'FEED_UNREADABLE'
  | 'FEED_TRUNCATED'
  | 'FEED_NOT_UTF8'
  | 'FEED_JSON_ARRAY'
  | 'FEED_ARCHIVE'
  | 'FEED_MANIFEST';

/** A feed that can't be used: `file` and why; `next` says what to do about it. */
export class FeedFault extends Error {
  readonly code: FeedFaultCode;
  readonly file: string;
  readonly next: string;

  constructor(code: FeedFaultCode, file: string, why: string, next: string) {
    super(`${file} ${why}.`);
    this.name = 'FeedFault';
    this.code = code;
    this.file = file;
    this.next = next;
  }
}
