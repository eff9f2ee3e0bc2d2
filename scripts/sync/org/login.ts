import type { AnswerListeners } from './transport.ts';

/** A session with the org. */
export interface Session {
  readonly instanceUrl: string;
  readonly accessToken: string;
}

/** A way to get a session. `renewable`: it can be asked again for a new session. */
export interface Login {
  readonly renewable: boolean;
  readonly open: (listeners: AnswerListeners) => Promise<Session>;
}

export type Environment = Readonly<Record<string, string | undefined>>;
