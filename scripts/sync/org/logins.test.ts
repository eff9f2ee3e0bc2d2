import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { startFakeOrg, type FakeOrg } from './fakeOrg.ts';
import { chooseLogin } from './logins.ts';
import { openOrg } from './org.ts';
import { queryAll } from './query.ts';

let fake: FakeOrg;
beforeAll(async () => {
  fake = await startFakeOrg();
});
afterAll(() => fake.end());

const keyFile = join(folderForFile('key-').folder, 'jwt.key');
writeFileSync(
  keyFile,
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
  { mode: 0o600 },
);
const jwt = (url: string, more: Readonly<Record<string, string>> = {}): ReturnType<typeof chooseLogin> =>
  chooseLogin(undefined, {
    ...more,
    SF_LOGIN_URL: url,
    SF_CLIENT_ID: 'id',
    SF_USERNAME: 'sync@example.com',
    SF_JWT_KEY_FILE: keyFile,
  });

test.each([
  ['SF_INSTANCE_URL', { SF_INSTANCE_URL: 'acme.my.salesforce.com', SF_ACCESS_TOKEN: 'x' }],
  ['SF_INSTANCE_URL', { SF_INSTANCE_URL: '//acme.my.salesforce.com', SF_ACCESS_TOKEN: 'x' }],
  ['SF_INSTANCE_URL', { SF_INSTANCE_URL: 'localhost:8080', SF_ACCESS_TOKEN: 'x' }],
  ['SF_INSTANCE_URL', { SF_INSTANCE_URL: 'ftp://acme.example', SF_ACCESS_TOKEN: 'x' }],
  [
    'SF_LOGIN_URL',
    { SF_LOGIN_URL: 'login.salesforce.com', SF_CLIENT_ID: 'c', SF_USERNAME: 'u', SF_JWT_KEY_FILE: keyFile },
  ],
])('A10: %s without a web address is refused at once: %j', (setting, env) => {
  expect(() => chooseLogin(undefined, env)).toThrow(
    expect.objectContaining({ code: 'LOGIN', detail: `${setting} is no web address` }) as Error,
  );
});

test('an address with a path, a slash or blanks is taken for the org that it is of', async () => {
  const login = chooseLogin(undefined, {
    SF_INSTANCE_URL: ' https://acme.my.salesforce.com/home/ ',
    SF_ACCESS_TOKEN: 'x',
  });
  const listeners = { onHeaders: () => undefined, onOrgMessage: () => undefined };
  expect(await login.open(listeners)).toMatchObject({ instanceUrl: 'https://acme.my.salesforce.com' });
});

/** `.invalid` never resolves (RFC 2606 section 2). */
const NOWHERE = 'https://acme.my.salesforce.invalid';

test.each([
  ['an access token', chooseLogin(undefined, { SF_INSTANCE_URL: NOWHERE, SF_ACCESS_TOKEN: 'x' })],
  ['a JWT', jwt(NOWHERE)],
])('A10: a host that does not resolve fails within seconds, by %s', async (_how, login) => {
  fake.become(() => ({}));
  const began = performance.now();
  const asking = openOrg(login, { ...fake.options, waits: [60, 60] }).then((org) =>
    queryAll(org, 'SELECT Id FROM A'),
  );
  await expect(asking).rejects.toMatchObject({
    code: 'ORG_GONE',
    detail: expect.stringContaining('acme.my.salesforce.invalid is not known') as string,
  });
  // Sooner than the first wait would have ended.
  expect((performance.now() - began) / 1000).toBeLessThan(60);
});

test('an address that leads elsewhere fails at once', async () => {
  fake.become(() => ({
    status: 302,
    headers: { location: 'https://login.salesforce.com' },
  }));
  const asking = fake.open().then((org) => queryAll(org, 'SELECT Id FROM A'));
  await expect(asking).rejects.toMatchObject({
    code: 'ORG_GONE',
    detail: expect.stringContaining('My Domain') as string,
  });
  expect(fake.asked).toHaveLength(1);
});

test('a connection that is refused is tried again: the org may come back', async () => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  fake.become(() => ({}));
  const session = { instanceUrl: `http://127.0.0.1:${String(port)}`, accessToken: 'x' };
  const org = await fake.open({ renewable: false, open: () => Promise.resolve(session) });
  await expect(queryAll(org, 'SELECT Id FROM A')).rejects.toMatchObject({ detail: 'ECONNREFUSED' });
  expect(fake.retries).toEqual(['ECONNREFUSED', 'ECONNREFUSED']);
});

test("A3: a login that is refused tells the code, and keeps the org's words for whoever may hear them", async () => {
  const description = 'user sync@example.com has not approved this consumer';
  fake.become(() => ({
    status: 400,
    body: { error: 'invalid_grant', error_description: description },
  }));
  await expect(fake.open(jwt(fake.url))).rejects.toMatchObject({
    code: 'LOGIN',
    detail: 'invalid_grant, HTTP 400 to POST /services/oauth2/token',
  });
  expect(fake.words.join()).toContain(description);
});

test.each([
  [
    'login rate exceeded',
    { status: 400, body: { error: 'invalid_grant', error_description: 'login rate exceeded' } },
  ],
  ['busy', { status: 503, body: '<html>' }],
])('A17: a login that is refused because of %s is tried again', async (_why, answer) => {
  const session = { access_token: 't', instance_url: 'https://acme.example', id: 'https://x/id/00D/005' };
  fake.become((n) => (n === 0 ? answer : { body: session }));
  expect((await fake.open(jwt(fake.url))).instanceUrl()).toBe('https://acme.example');
});

test('A21: a login that is refused names a clock that is off', async () => {
  const date = new Date(Date.now() + 17 * 60_000 + 5000).toUTCString();
  fake.become(() => ({
    status: 400,
    body: { error: 'invalid_grant' },
    headers: { date },
  }));
  await expect(fake.open(jwt(fake.url))).rejects.toMatchObject({
    code: 'LOGIN',
    detail: expect.stringContaining("this machine's clock is 17 minutes behind the org's") as string,
  });
});

test.each([
  [{}, 'the address that it logs in at'],
  [{ SF_AUDIENCE_URL: ' https://login.salesforce.com/ ' }, 'https://login.salesforce.com'],
])('the audience of a JWT with %j is %s', async (more, audience) => {
  fake.become(() => ({
    body: { access_token: 't', instance_url: 'https://acme.example', id: 'https://x/id/00D/005' },
  }));
  await fake.open(jwt(fake.url, more));
  const assertion = new URLSearchParams(fake.bodies[0]).get('assertion') ?? '';
  const claims = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString()) as {
    aud: string;
  };
  expect(claims.aud).toBe(audience.startsWith('https') ? audience : fake.url);
});

test('an audience that is no web address is refused at once', () => {
  expect(() => jwt('https://login.salesforce.com', { SF_AUDIENCE_URL: 'login.salesforce.com' })).toThrow(
    expect.objectContaining({ code: 'LOGIN', detail: 'SF_AUDIENCE_URL is no web address' }) as Error,
  );
});
