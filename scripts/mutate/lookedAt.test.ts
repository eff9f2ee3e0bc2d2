import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../connect360/root.ts';
import { LOOKED_AT, stands } from './lookedAt.ts';

test('every change that was looked at is of code that is still there', () => {
  const gone = Object.entries(LOOKED_AT).flatMap(([file, reasons]) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return Object.keys(reasons).flatMap((code) => (stands(code, text) ? [] : [`${file}: ${code}`]));
  });
  expect(gone).toStrictEqual([]);
});
