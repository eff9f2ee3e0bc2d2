import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../connect360/root.ts';
import { isMet, median, table, type Figure, type Section } from './measure.ts';
import { LISTEN } from './listen.ts';
import { ORG } from './org.ts';
import { PAGES } from './pages.ts';
import { STAGES } from './stages.ts';
import { SYNC } from './sync.ts';
import { TIMES } from './times.ts';

const FILE = join(ROOT, '.local', 'bench.json');
const SECTIONS: readonly Section[] = [ORG, PAGES, STAGES, SYNC, LISTEN, TIMES];
const HELP = `npm run bench -- [--scale <share>] [section ...]

Measures, prints a table and writes ${FILE}.
--scale 0.01 makes a quick try of what is large; its figures say little.
Sections (all of them when none is named): ${SECTIONS.map(({ name }) => name).join(', ')}
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' }, scale: { type: 'string', default: '1' } },
});
const scale = Number(values.scale);
const unknown = positionals.filter((name) => !SECTIONS.some((section) => section.name === name));
if (values.help === true || unknown.length > 0 || !(scale > 0 && scale <= 1)) {
  process.stdout.write(HELP);
  process.exitCode = values.help === true ? 0 : 2;
} else {
  await run(SECTIONS.filter(({ name }) => positionals.length === 0 || positionals.includes(name)));
}

async function run(sections: readonly Section[]): Promise<void> {
  const measured: (Figure & { readonly section: string })[] = [];
  for (const { name, measure } of sections) {
    process.stderr.write(`measuring ${name} ...\n`);
    const figures = await measure(scale);
    measured.push(...figures.map((figure) => ({ section: name, ...figure })));
    process.stdout.write(`\n${name}\n${table(figures)}\n`);
  }
  mkdirSync(join(ROOT, '.local'), { recursive: true });
  const json = measured.map((figure) => ({ ...figure, median: median(figure), met: isMet(figure) }));
  writeFileSync(FILE, JSON.stringify(json, null, 2));
  process.stdout.write(`\nAlso in ${FILE}\n`);
}
