import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE, FOLDER } from './folder.ts';
import { isMet, median, table, TRIES, type Figure, type Section } from './measure.ts';
import { LISTEN } from './listen.ts';
import { MILLION } from './million.ts';
import { ORG } from './org.ts';
import { PAGES } from './pages.ts';
import { STAGES } from './stages.ts';
import { SYNC } from './sync.ts';
import { removeBenchData } from './syncData.ts';
import { TIMES } from './times.ts';

const FILE = join(FOLDER, 'bench.json');
const SECTIONS: readonly Section[] = [ORG, PAGES, STAGES, SYNC, LISTEN, TIMES, MILLION];
const told = ({ name, minutes, gb }: Section): string =>
  `  ${name.padEnd(8)} ${String(minutes).padStart(3)} minutes ${String(gb).padStart(3)} GB`;
const HELP = `npm run bench -- [--scale <share>] [--tries <number>] [section ...]

Measures, prints a table and writes ${FILE}. What is large is made once, in .local/cache; BENCH_FOLDER names a folder in place of .local.
--scale 0.01 makes a quick try of what is large; its figures say little.
--tries 1 measures once what takes long, instead of ${TRIES} times.
--clean deletes the data of the bench.
Sections (all of them when none is named), and about what each takes in full size, with one try, on two idle cores:
${SECTIONS.map(told).join('\n')}
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h' },
    clean: { type: 'boolean' },
    scale: { type: 'string', default: '1' },
    tries: { type: 'string', default: String(TRIES) },
  },
});
const scale = Number(values.scale);
const tries = Number(values.tries);
const unknown = positionals.filter((name) => !SECTIONS.some((section) => section.name === name));
const isWrong = unknown.length > 0 || !(scale > 0 && scale <= 1) || !(Number.isInteger(tries) && tries > 0);
if (values.help === true || isWrong) {
  process.stdout.write(HELP);
  process.exitCode = values.help === true ? 0 : 2;
} else if (values.clean === true) {
  removeBenchData();
} else {
  await run(SECTIONS.filter(({ name }) => positionals.length === 0 || positionals.includes(name)));
}

async function run(sections: readonly Section[]): Promise<void> {
  const measured: (Figure & { readonly section: string })[] = [];
  const sum = (of: (section: Section) => number): number =>
    Math.ceil(sections.reduce((all, one) => all + of(one), 0) * scale);
  process.stderr.write(
    `about ${sum(({ minutes }) => minutes)} minutes for each try on two idle cores, and ${sum(({ gb }) => gb)} GB of disk\n`,
  );
  mkdirSync(CACHE, { recursive: true });
  for (const { name, measure } of sections) {
    process.stderr.write(`measuring ${name} ...\n`);
    const figures = await measure(scale, tries);
    measured.push(...figures.map((figure) => ({ section: name, ...figure })));
    process.stdout.write(`\n${name}\n${table(figures)}\n`);
  }
  const json = measured.map((figure) => ({ ...figure, median: median(figure), met: isMet(figure) }));
  writeFileSync(FILE, JSON.stringify(json, null, 2));
  process.stdout.write(`\nAlso in ${FILE}\n`);
}
