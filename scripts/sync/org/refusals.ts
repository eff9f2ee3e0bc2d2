/**
 * What a refusal means for what the job does next. `passing`: the same may succeed after a wait. `session`: with a new
 * session. `day`: not before the org's daily limit starts again. `run`: nothing more of the run can be written. `row`: only
 * this row or request is refused.
 */
export type Verdict = 'passing' | 'session' | 'day' | 'run' | 'row';

/** A refusal as the org reports it, of a failed request, a row or a failed Bulk job. */
export interface Refusal {
  /** HTTP status of a failed request. */
  readonly status?: number | undefined;
  readonly code: string;
  readonly words: string;
}

/** Matches when all the properties that it has match. */
interface Entry {
  readonly verdict: Verdict;
  readonly statuses?: readonly number[];
  readonly codes?: readonly string[];
  /** Searched in code and message: triggers and flows pass on the error that stopped them inside their own message. */
  readonly said?: RegExp;
  readonly source: string;
}

const GUIDE = 'https://developer.salesforce.com/docs/';
/** Core Data Types Used in API Calls. */
const CODES = `${GUIDE}platform/api/guide/sforce-api-calls-concepts-core-data-objects.html`;
/** A vendor's list of the errors it gets from Salesforce, with their messages and which of them are intermittent. */
const MARKETO =
  'https://experienceleague.adobe.com/docs/marketo/using/product-docs/marketo-sales-connect/crm/salesforce-integration/salesforce-diagnostics.html';

/** The first entry that matches counts. */
export const REFUSALS: readonly Entry[] = [
  {
    verdict: 'day',
    codes: ['REQUEST_LIMIT_EXCEEDED'],
    said: /TotalRequests/i,
    source: `TotalRequests is the allocation of 24 hours, https://gist.github.com/rickysaltzer/4542457 (the org's answer), ${GUIDE}platform/salesforce-app-limits-cheatsheet/guide/salesforce-app-limits-platform-api.html`,
  },
  {
    verdict: 'day',
    codes: ['ExceededQuota', 'EXCEEDEDQUOTA', 'EXCEEDED_QUOTA'],
    source: `more jobs or batches than are allowed in 24 hours, Bulk API 2.0 Developer Guide, Errors, ${GUIDE}atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0_errors.htm`,
  },
  {
    verdict: 'day',
    said: /\bAsyncApexExecutions Limit exceeded/i,
    source: `a trigger needs asynchronous Apex and the 24 hours' are used up, Apex Developer Guide, Execution Governors and Limits, ${GUIDE}atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm`,
  },
  {
    verdict: 'passing',
    codes: ['REQUEST_LIMIT_EXCEEDED'],
    source: `ConcurrentRequests, ConcurrentPerOrgLongTxn: too many long requests at the moment, https://help.salesforce.com/s/articleView?id=000389067, and Concurrent API Request Limits, ${GUIDE}platform/salesforce-app-limits-cheatsheet/guide/salesforce-app-limits-platform-api.html`,
  },
  {
    verdict: 'passing',
    codes: ['TOO_MANY_APEX_REQUESTS'],
    source: `too much Apex runs at the moment, StatusCode of the Metadata API WSDL; Concurrent Long-Running Apex Limit, ${GUIDE}platform/object-reference/references/eventlogfile-supported-event-types/object-eventlogfile-concurrentlongrunningapexlimit.html`,
  },
  {
    verdict: 'passing',
    said: /\bUNABLE_TO_LOCK_ROW\b/,
    source: `the lock is somebody else's, of the row itself or in a flow or trigger that it sets off, General Guidelines for Data Loads, ${GUIDE}atlas.en-us.api_asynch.meta/api_asynch/asynch_api_planning_guidelines.htm, https://gitlab.com/gitlab-org/customers-gitlab-com/-/issues/13770`,
  },
  {
    verdict: 'passing',
    codes: ['SERVER_UNAVAILABLE', 'SERVICE_UNAVAILABLE', 'REQUEST_RUNNING_TOO_LONG', 'QUERY_TIMEOUT'],
    source: `the org is busy or took too long, which is intermittent: ${MARKETO}; retrying is for the client, https://help.salesforce.com/s/articleView?id=005093643`,
  },
  {
    verdict: 'passing',
    said: /\bSystem\.LimitException\b|\bApex CPU time limit exceeded|\bQUERY_TIMEOUT\b|\bREQUEST_RUNNING_TOO_LONG\b/,
    source: `limits of one transaction, which fewer rows may stay below, Apex Developer Guide, Execution Governors and Limits, ${GUIDE}atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm`,
  },
  {
    verdict: 'passing',
    codes: [
      'Timeout',
      'TIMEOUT',
      'TooManyLockFailure',
      'TOOMANYLOCKFAILURE',
      'InternalServerError',
      'INTERNALSERVERERROR',
    ],
    source: `Bulk API 2.0 Developer Guide, Errors, ${GUIDE}atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0_errors.htm`,
  },
  {
    verdict: 'passing',
    statuses: [400, 401, 403],
    said: /\blogin rate exceeded|\brate_limit_exceeded\b|\btemporarily_unavailable\b|\bserver_error\b/i,
    source:
      'logins of a user in an hour, and a login server that is busy: OAuth 2.0 Authorization Errors, https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm, RFC 6749 section 4.1.2.1',
  },
  {
    verdict: 'session',
    codes: ['INVALID_SESSION_ID', 'InvalidSessionId', 'INVALIDSESSIONID'],
    source: `REST API Developer Guide, Status Codes and Error Responses, ${GUIDE}atlas.en-us.api_rest.meta/api_rest/errorcodes.htm`,
  },
  {
    verdict: 'session',
    statuses: [401],
    source: `the session ID or OAuth token has expired or is invalid, ${GUIDE}atlas.en-us.api_rest.meta/api_rest/errorcodes.htm`,
  },
  {
    verdict: 'session',
    statuses: [403],
    said: /\b(?:Bad|Missing)_OAuth_Token\b/,
    source:
      'how the user info endpoint says it, https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_using_userinfo_endpoint.htm',
  },
  {
    verdict: 'run',
    codes: ['API_CURRENTLY_DISABLED'],
    said: /\bdisabled for this user/i,
    source: MARKETO,
  },
  {
    verdict: 'passing',
    codes: ['API_CURRENTLY_DISABLED', 'FUNCTIONALITY_TEMPORARILY_UNAVAILABLE'],
    source: `a problem of the org's system, ExceptionCode, ${CODES}`,
  },
  {
    verdict: 'run',
    codes: ['STORAGE_LIMIT_EXCEEDED', 'ORG_LOCKED', 'API_DISABLED_FOR_ORG'],
    source: `what is true of the org and not of a row, ExceptionCode and StatusCode, ${CODES}`,
  },
  {
    verdict: 'passing',
    statuses: [408, 420, 429, 500, 502, 503, 504],
    source: `a server, or what stands before it, that can't now, ${GUIDE}atlas.en-us.api_rest.meta/api_rest/errorcodes.htm, RFC 9110 section 15`,
  },
];

/** What a refusal means; `row` when the table has no entry for it. */
export function verdictOf({ status, code, words }: Refusal, table = REFUSALS): Verdict {
  const said = `${code}: ${words}`;
  const entry = table.find(
    (one) =>
      (one.statuses === undefined || (status !== undefined && one.statuses.includes(status))) &&
      (one.codes === undefined || one.codes.includes(code)) &&
      (one.said === undefined || one.said.test(said)),
  );
  return entry?.verdict ?? 'row';
}
