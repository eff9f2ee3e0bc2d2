import type { Org } from '../local-org/org.ts';
import { startServer, type LocalOrgServer, type ServerOptions } from '../local-org/server.ts';
import type { BarDeed } from '../preview/deeds.ts';
import { createPreview } from '../preview/preview.ts';

/** The name of the company in the header of the pages, as in P&V's own Connect 360. */
const ORG_NAME = 'P&V Connect 360';

/** The page's user when the URL has no `?as=`. */
const DEFAULT_USER = 'agent.nl@connect360.local';

/** The app of Connect 360 itself, in which everybody who has it begins. */
const DEFAULT_APP = 'P_V_Insurance_Portal';

export interface Connect360Server extends LocalOrgServer {
  /**
   * Builds what the pages load (ten seconds or so the first time, in a thread of its own), so that the first visitor doesn't wait.
   */
  readonly preparePages: () => Promise<void>;
}

/** Starts the APIs of an org and its pages under one URL on 127.0.0.1. The caller still has to close the org. */
export async function serveConnect360(
  org: Org,
  port: number,
  {
    deeds = [],
    ...options
  }: Pick<ServerOptions, 'locking' | 'times'> & { readonly deeds?: readonly BarDeed[] } = {},
): Promise<Connect360Server> {
  const preview = createPreview({
    org,
    tokenFor: (username, language) => server.tokenFor(username, language),
    defaultUser: DEFAULT_USER,
    defaultApp: DEFAULT_APP,
    orgName: ORG_NAME,
    deeds,
  });
  const server: LocalOrgServer = await startServer({
    org,
    port,
    pages: preview.handle,
    ...options,
  });
  return { ...server, preparePages: preview.prepare };
}
