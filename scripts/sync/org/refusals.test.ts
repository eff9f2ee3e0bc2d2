import { REFUSALS, verdictOf, type Refusal, type Verdict } from './refusals.ts';

/** Answers of orgs as reported; the table names the sources. */
const CASES: readonly (readonly [Verdict, Refusal])[] = [
  ['day', { status: 403, code: 'REQUEST_LIMIT_EXCEEDED', words: 'TotalRequests Limit exceeded.' }],
  ['day', { status: 400, code: 'EXCEEDEDQUOTA', words: 'ApiBatchItems Limit exceeded.' }],
  ['day', { code: 'ExceededQuota', words: 'ExceededQuota : ApiBatchItems Limit exceeded.' }],
  [
    'day',
    {
      code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      words: 'AccountTrigger: System.LimitException: AsyncApexExecutions Limit exceeded.',
    },
  ],
  [
    'passing',
    {
      status: 403,
      code: 'REQUEST_LIMIT_EXCEEDED',
      words: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
    },
  ],
  [
    'passing',
    { status: 403, code: 'REQUEST_LIMIT_EXCEEDED', words: 'ConcurrentPerOrgLongTxn Limit exceeded.' },
  ],
  ['passing', { status: 400, code: 'TOO_MANY_APEX_REQUESTS', words: 'There are too many Apex requests.' }],
  ['passing', { code: 'UNABLE_TO_LOCK_ROW', words: 'unable to obtain exclusive access to this record' }],
  [
    'passing',
    {
      status: 400,
      code: 'CANNOT_EXECUTE_FLOW_TRIGGER',
      words: 'This error occurred: UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record.',
    },
  ],
  ['passing', { status: 503, code: 'SERVER_UNAVAILABLE', words: 'Service unavailable' }],
  ['passing', { code: 'SERVER_UNAVAILABLE', words: 'too busy' }],
  ['passing', { status: 400, code: 'QUERY_TIMEOUT', words: 'Your query request was running for too long.' }],
  [
    'passing',
    { status: 400, code: 'REQUEST_RUNNING_TOO_LONG', words: 'Your request was running for too long' },
  ],
  [
    'passing',
    {
      code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      words: 'AccountTrigger: System.LimitException: Too many SOQL queries: 101',
    },
  ],
  [
    'passing',
    {
      code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      words: 'AccountTrigger: first error: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access',
    },
  ],
  ['passing', { code: 'TooManyLockFailure', words: 'TooManyLockFailure : Too many lock failure' }],
  ['passing', { code: 'InternalServerError', words: 'InternalServerError : ...' }],
  ['passing', { status: 400, code: 'invalid_grant', words: 'login rate exceeded' }],
  ['passing', { status: 502, code: '', words: '<html>' }],
  ['passing', { status: 500, code: 'UNKNOWN_EXCEPTION', words: 'An unexpected error occurred.' }],
  ['passing', { status: 400, code: 'API_CURRENTLY_DISABLED', words: 'temporarily unavailable' }],
  ['session', { status: 401, code: 'INVALID_SESSION_ID', words: 'Session expired or invalid' }],
  ['session', { status: 401, code: '', words: '' }],
  ['session', { status: 403, code: '', words: 'Bad_OAuth_Token' }],
  ['run', { code: 'STORAGE_LIMIT_EXCEEDED', words: 'storage limit exceeded' }],
  ['run', { status: 403, code: 'API_DISABLED_FOR_ORG', words: 'The REST API is not enabled' }],
  ['run', { status: 403, code: 'API_CURRENTLY_DISABLED', words: 'API is disabled for this User' }],
  ['row', { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', words: 'TotalRequests Limit exceeded' }],
  ['row', { code: 'ENTITY_IS_LOCKED', words: 'the record is in an approval process' }],
  ['row', { status: 400, code: 'INVALID_FIELD', words: 'No such column' }],
  ['row', { status: 400, code: 'invalid_grant', words: 'user has not approved this consumer' }],
];

test.each(CASES)('A17: %s: %j', (verdict, refusal) => {
  expect(verdictOf(refusal)).toBe(verdict);
});

test('every entry of the table has its source, and a case here that it decides', () => {
  const deciding = CASES.map(([, refusal]) =>
    REFUSALS.find((entry) => verdictOf(refusal, [entry]) !== 'row'),
  );
  expect(REFUSALS.filter((entry) => !deciding.includes(entry))).toStrictEqual([]);
  expect(REFUSALS.filter(({ source }) => !/https:|RFC/.test(source))).toStrictEqual([]);
});
