import type { Org } from '../org.ts';
import type { Jobs } from './bulk/jobs.ts';
import type { Sessions } from './auth/sessions.ts';
import type { Usage } from './local/usage.ts';
import type { Deployments } from './metadata/deployments.ts';
import type { Retrievals } from './metadata/retrievals.ts';
import type { Call, ResourceAnswer } from './request.ts';
import type { Recents } from './rest/recents.ts';

/**
 * Finds the resource of a URL such as `/services/data/v66.0/query?q=...` and runs it. An OrgError becomes the answer; any
 * other error is rethrown.
 */
export type Dispatch = (url: string, call: Call, api: Api) => ResourceAnswer;

/** What the resources work with. */
export interface Api {
  readonly org: Org;
  readonly sessions: Sessions;
  readonly usage: Usage;
  readonly deployments: Deployments;
  readonly retrievals: Retrievals;
  readonly jobs: Jobs;
  readonly recents: Recents;
  /** Called with errors that are the server's own fault. */
  readonly onFailure: (error: Error) => void;
  /** Runs a part of a composite request. */
  readonly dispatch: Dispatch;
  /** The server's address, without a slash at the end. */
  readonly url: () => string;
}
