import { randomBytes } from 'node:crypto';
import type { Caller } from '../../org.ts';

/** Access tokens of the running server. As in Salesforce, a session ends when it wasn't used for the timeout. */
export interface Sessions {
  /** A new access token, `<15-character org id>!<secret>`. */
  readonly open: (userId: string, language?: string) => string;
  /** The user of a token, or undefined when the token is unknown, expired or revoked. Counts as use. */
  readonly caller: (token: string) => Caller | undefined;
  readonly close: (token: string) => boolean;
}

/** `isActive` says whether a user may still use the org: sessions of a deactivated user end. */
export function createSessions(
  orgId: string,
  timeoutSeconds: number,
  isActive: (userId: string) => boolean = () => true,
): Sessions {
  const sessions = new Map<string, { readonly caller: Caller; usedAt: number }>();
  return {
    open: (userId, language) => {
      const token = `${orgId.slice(0, 15)}!${randomBytes(48).toString('base64url').replaceAll('-', '.')}`;
      sessions.set(token, {
        caller: { userId, ...(language !== undefined && { language }) },
        usedAt: Date.now(),
      });
      return token;
    },
    caller: (token) => {
      const session = sessions.get(token);
      if (!session) return undefined;
      if (Date.now() - session.usedAt > timeoutSeconds * 1000 || !isActive(session.caller.userId)) {
        sessions.delete(token);
        return undefined;
      }
      session.usedAt = Date.now();
      return session.caller;
    },
    close: (token) => sessions.delete(token),
  };
}

/** The token of an `Authorization` header (`Bearer x`, `OAuth x`). */
export const tokenOf = (authorization: string | undefined): string | undefined =>
  /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(authorization ?? '')?.[1];
