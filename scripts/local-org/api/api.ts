import type { Org } from '../org.ts';
import type { Jobs } from './bulk/jobs.ts';
import type { Sessions } from './auth/sessions.ts';
import type { Usage } from './local/usage.ts';
import type { Deployments } from './metadata/deployments.ts';
import type { Retrievals } from './metadata/retrievals.ts';
import type { Call, ResourceAnswer } from './request.ts';
import type { Recents } from './rest/recents.ts';

/**
 * Finds the resource of a URL such as `/services/data/v66.0/query?q=...` and runs it. An OrgError thrown on the way becomes
 * the answer; any other error is thrown on.
 */
export type Dispatch = (url: string, call: Call, api: Api) => ResourceAnswer;

/** What every resource works with. */
export interface Api {
  readonly org: Org;
  readonly sessions: Sessions;
  readonly usage: Usage;
  readonly deployments: Deployments;
  readonly retrievals: Retrievals;
  readonly jobs: Jobs;
  readonly recents: Recents;
  /** Told of errors that are the server's own fault. */
  readonly onFailure: (error: Error) => void;
  /** Runs a part of a composite request. */
  readonly dispatch: Dispatch;
  /** Where the server listens, without a slash at the end. */
  readonly url: () => string;
}
