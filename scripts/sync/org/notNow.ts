/** What says: not now. The same request may succeed later. */
export class NotNow extends Error {
  /** The org's own code, or the system's; '' when there is none. */
  readonly code: string;
  /** The host that has no address, when that is why. */
  readonly unknownHost: string | undefined;

  constructor(reason: string, code = '', unknownHost?: string) {
    super(reason);
    this.name = 'NotNow';
    this.code = code;
    this.unknownHost = unknownHost;
  }
}

/** What keeps every request from the org until somebody changes something: waiting doesn't help. */
export class NoWay extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NoWay';
  }
}
