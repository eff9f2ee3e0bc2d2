import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../connect360/root.ts';
import { median, table } from './measure.ts';
import { benchPages } from './pages.ts';

const FILE = join(ROOT, '.local', 'bench.json');

const figures = await benchPages();
mkdirSync(join(ROOT, '.local'), { recursive: true });
writeFileSync(
  FILE,
  JSON.stringify(
    figures.map((figure) => ({ ...figure, medianMs: median(figure) })),
    null,
    2,
  ),
);
process.stdout.write(`${table(figures)}\nAlso in ${FILE}\n`);
