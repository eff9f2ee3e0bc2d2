/** A failure that may pass: the same request may succeed later. */
export class TransientError extends Error {
  /** The org's or the system's error code; '' when there is none. */
  readonly code: string;
  /** The host name that couldn't be resolved, when that is the reason. */
  readonly unknownHost: string | undefined;

  constructor(reason: string, code = '', unknownHost?: string) {
    super(reason);
    this.name = 'TransientError';
    this.code = code;
    this.unknownHost = unknownHost;
  }
}

/** A failure of the connection that waiting doesn't repair: somebody has to change something. */
export class PermanentError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'PermanentError';
  }
}
