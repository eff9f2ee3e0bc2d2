import { jest } from '@jest/globals';
import { createSessions, tokenOf } from './sessions.ts';

const ORG = '00D000000000001AAA';
const user = '005000000000001AAA';

afterEach(() => {
  jest.useRealTimers();
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
  jest.useFakeTimers();
  const sessions = createSessions(ORG, 60);
  const token = sessions.open(user);
  jest.advanceTimersByTime(50_000);
  expect(sessions.caller(token)).toBeDefined();
  jest.advanceTimersByTime(50_000);
  expect(sessions.caller(token)).toBeDefined();
  jest.advanceTimersByTime(61_000);
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
