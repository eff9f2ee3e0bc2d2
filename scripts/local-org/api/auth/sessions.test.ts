import { mock } from 'node:test';
import { createSessions, tokenOf } from './sessions.ts';

const ORG = '00D000000000001AAA';
const user = '005000000000001AAA';

afterEach(() => {
  mock.timers.reset();
});

test('a token names the org and its user until it is closed', () => {
  const sessions = createSessions(ORG, 60);
  const token = sessions.open(user);
  // What the CLI takes for an access token: https://github.com/forcedotcom/sfdx-core (matchesAccessToken).
  expect(token).toMatch(/^00D\w{12}![.\w]+$/);
  expect(sessions.caller(token)).toEqual({ userId: user });
  expect(sessions.close(token)).toBe(true);
  expect(sessions.caller(token)).toBeUndefined();
});

test('a session ends when it was not used for its time', () => {
  mock.timers.enable();
  const sessions = createSessions(ORG, 60);
  const token = sessions.open(user);
  mock.timers.tick(50_000);
  expect(sessions.caller(token)).toBeDefined();
  mock.timers.tick(50_000);
  expect(sessions.caller(token)).toBeDefined();
  mock.timers.tick(61_000);
  expect(sessions.caller(token)).toBeUndefined();
});

test.each([
  ['Bearer abc', 'abc'],
  ['OAuth abc', 'abc'],
  ['Basic abc', undefined],
  [undefined, undefined],
])('the header %p carries %p', (header, token) => {
  expect(tokenOf(header)).toBe(token);
});
