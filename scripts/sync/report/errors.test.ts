import { pino } from 'pino';
import { OrgRefusal } from '../org/orgRefusal.ts';
import { reportError } from './errors.ts';

/** What the log on a pipe says of an error. */
function reported(error: unknown): { readonly exit: number; readonly said: string } {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  return { exit: reportError(error, log, new AbortController().signal), said: lines.join('') };
}

test('A3: of an error that nobody expected its kind and its place are told, never its message', () => {
  const secret = 'jan.peeters@example.com';
  const error = new TypeError(`${secret}\n    at ${secret} (file:///x.ts:1:2)\n    at /home/${secret}:1:2`);
  const { exit, said } = reported(error);
  expect(exit).toBe(3);
  expect(said).toMatch(/"code":"UNEXPECTED".*TypeError.*errors\.test\.ts/);
  expect(said).not.toContain('peeters');
  error.name = secret;
  expect(reported(error).said).not.toContain('peeters');
});

test.each([
  ['row', 'ORG_REFUSES'],
  ['run', 'ORG_REFUSES'],
  ['day', 'API_SHORT'],
] as const)(
  'A21: a refusal that is final for the %s ends a run as %s, with what was refused',
  (verdict, code) => {
    const { exit, said } = reported(new OrgRefusal('A_CODE', verdict, 'HTTP 403 to GET /services/data'));
    expect(exit).toBe(3);
    expect(said).toContain(`"code":"${code}"`);
    expect(said).toContain('A_CODE, HTTP 403 to GET /services/data');
  },
);
