import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../connect360/root.ts';
import { costOf, eventsIn, LIMITS, NIGHTS, OWN_MICROS, scaleTable } from './scale.ts';

const PAGE = readFileSync(join(ROOT, 'docs', 'SCALE.md'), 'utf8');

test('the table of docs/SCALE.md is what its figures come to', () => {
  const rows = PAGE.split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  for (const row of scaleTable()) expect(rows).toContainEqual(row);
});

test('the figures that the page tells are those that it is reckoned by', () => {
  expect(PAGE).toContain(`${OWN_MICROS.unchanged} / ${OWN_MICROS.unseen} microseconds`);
  expect(PAGE).toContain(`${Math.floor(eventsIn(4) / 1e6)} million events in a night of four hours`);
});

test('what has changed costs batches, what has not costs none; a first load of 500 million is days of a limit', () => {
  const [small, , large] = NIGHTS;
  expect(costOf({ ...small!, written: 0 })).toMatchObject({ batches: 0, rowsWritten: 0 });
  expect(costOf({ ...large!, written: 1 }).days).toBeGreaterThan(445_000_000 / LIMITS.rowsWritten - 0.1);
});
