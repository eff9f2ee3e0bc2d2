import { readFileSync } from 'node:fs';
import { ERROR_CODES, SyncError } from './errors.ts';

test.each(ERROR_CODES)('%s ends with 2 or 3, says what to do next, and stands in docs/SYNC.md', (code) => {
  const error = new SyncError(code, 'this case', 'the next step');
  expect([2, 3]).toContain(error.exit);
  expect(error.next).toBe('the next step');
  expect(new SyncError(code).next).not.toBe('');
  expect(readFileSync('docs/SYNC.md', 'utf8')).toMatch(new RegExp(`\\b${code}\\b`));
});
