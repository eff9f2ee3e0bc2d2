import { audienceFor } from './audience.ts';

const PRODUCTION = 'https://login.salesforce.com';
const SANDBOX = 'https://test.salesforce.com';

test.each([
  [PRODUCTION, PRODUCTION],
  [SANDBOX, SANDBOX],
  ['https://acme.my.salesforce.com', PRODUCTION],
  ['https://acme-dev-ed.develop.my.salesforce.com', PRODUCTION],
  ['https://eu12.salesforce.com', PRODUCTION],
  ['https://csc.my.salesforce.com', PRODUCTION],
  ['https://acme--uat.sandbox.my.salesforce.com', SANDBOX],
  ['https://acme--uat.my.salesforce.com', SANDBOX],
  ['https://acme--uat.cs12.my.salesforce.com', SANDBOX],
  ['https://cs12.salesforce.com', SANDBOX],
  ['https://velocity-1234.scratch.my.salesforce.com', SANDBOX],
  ['https://acme.my.site.com', 'https://acme.my.site.com'],
  ['https://salesforce.com.example.org', 'https://salesforce.com.example.org'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
])('a login at %s is for the audience %s', (address, audience) => {
  expect(audienceFor(address)).toBe(audience);
});
