import { openTestOrg } from '../../testOrg.ts';
import { createDeployments } from './deployments.ts';
import { DEPLOY_REQUEST_RESOURCES } from './deployRequest.ts';

// The body as the CLI sends it: npm, @jsforce/jsforce-node 3.12, lib/api/metadata.js, deployRecentValidation().
test('a quick deploy is refused by the code that the CLI knows', () => {
  const test_ = openTestOrg();
  const post = DEPLOY_REQUEST_RESOURCES[0]?.handlers.POST;
  const request = { body: { validatedDeployRequestId: '0Af000000000001AAA' }, caller: test_.org.admin };
  const api = { deployments: createDeployments(test_.org) };
  expect(test_.refusal(() => post?.(request as never, api as never))).toMatchObject({
    status: 400,
    errorCode: 'INVALID_ID_FIELD',
  });
  test_.org.close();
});
