import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mock } from 'node:test';
import { REJECT_CODES } from './check/reject.ts';
import { readCommandLine } from './cli.ts';
import { ERROR_CODES, EXIT, SyncError, UNEXPECTED } from './errors.ts';

const DOCS = readFileSync('docs/OPERATIONS.md', 'utf8');

/** Exit code and next step of each error code, as docs/OPERATIONS.md lists them. */
const told = new Map(
  [...DOCS.matchAll(/^- ((?:`[A-Z_]+`(?:, )?)+) \(exit (\d)\): (.+)$/gm)].flatMap(
    ([, codes = '', exit, next]) =>
      [...codes.matchAll(/`([A-Z_]+)`/g)].map(
        ([, code = '']) => [code, { exit: Number(exit), next }] as const,
      ),
  ),
);

test.each(ERROR_CODES)('%s ends with 2 or 3 and says what to do next', (code) => {
  const error = new SyncError(code, 'this case', 'the next step');
  expect([2, 3]).toContain(error.exit);
  expect(error.next).toBe('the next step');
  expect(new SyncError(code).next).not.toBe('');
});

test('docs/OPERATIONS.md lists every error code, with its exit code and what to do, and no other', () => {
  const codes: Readonly<Record<string, number>> = {
    ...Object.fromEntries(ERROR_CODES.map((code) => [code, new SyncError(code).exit])),
    [UNEXPECTED.code]: UNEXPECTED.exit,
  };
  expect(Object.fromEntries([...told].map(([code, { exit }]) => [code, exit]))).toEqual(codes);
  for (const { next } of told.values()) expect(next).toMatch(/\w/);
});

/** Codes that the job itself gives events, in the folders that decide on them. */
const eventCodes = ['events', 'plan', 'staging', 'org']
  .flatMap((folder) =>
    readdirSync(join('scripts/sync', folder)).map((name) => join('scripts/sync', folder, name)),
  )
  .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|fakeOrg/.test(file))
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\b(?:code|errorCode): '([A-Z_]+)'/g)])
  .map(([, code = '']) => code);

test('docs/OPERATIONS.md tells what to do about every code of rejected, failed and ambiguous events', () => {
  expect(eventCodes).toEqual(
    expect.arrayContaining(['NOT_A_PERSON_ACCOUNT', 'SEVERAL_RECORDS', 'NO_ANSWER']),
  );
  const section = DOCS.slice(DOCS.indexOf('## Rejected'), DOCS.indexOf('## The state folder'));
  const rows = section.split('\n').filter((line) => /^\| [A-Z0-9_, ]+ \|/.test(line));
  const listed = rows.flatMap((row) => (row.split('|')[1] ?? '').split(',').map((code) => code.trim()));
  expect([...listed].sort()).toEqual([...new Set([...REJECT_CODES, ...eventCodes])].sort());
});

test('docs list every exit code', () => {
  for (const file of ['docs/SYNC.md', 'docs/OPERATIONS.md']) {
    const listed = [...readFileSync(file, 'utf8').matchAll(/^\| (\d) +\|/gm)].map(([, code]) => Number(code));
    expect(listed).toEqual(Object.values(EXIT));
  }
});

test('a next step names only commands and options that the job has', () => {
  const said: string[] = [];
  const write = mock.method(process.stdout, 'write', (text: string) => {
    said.push(text);
    return true;
  });
  for (const command of ['check', 'plan', 'run', 'resume', 'status', 'forget'])
    readCommandLine([command, '--help']);
  write.mock.restore();
  const steps = [...ERROR_CODES.map((code) => new SyncError(code).next), UNEXPECTED.next];
  for (const option of steps.flatMap((next) => next.match(/--[a-z][a-z-]+/g) ?? []))
    expect(said.join('')).toContain(` ${option}`);
});
