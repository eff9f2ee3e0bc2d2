import { KINDS, NOT_LOOKED_AT, ONE_BY_ONE, type Survivor } from './kinds.ts';
import { reasonFor } from './lookedAt.ts';

/** The part of StrykerJS' report (mutation-testing-report-schema) that is read. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** What a folder was measured with. */
export interface Measured {
  readonly folder: string;
  readonly aim: number;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly commit: string;
}

const NOTICED: readonly string[] = ['Killed', 'Timeout'];
const ALIVE: readonly string[] = ['Survived', 'NoCoverage'];

/** Characters of code in the list. */
const LONGEST = 90;

/** The section of a folder: how many of its mutants were noticed, and every other one by its kind. */
export function sectionOf({ files }: MutationReport, { folder, aim, day, commit }: Measured): string {
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const noticed = mutants.filter(({ status }) => NOTICED.includes(status)).length;
  const survivors = survivorsIn(files);
  const all = noticed + survivors.length;
  const percent = all === 0 ? 100 : Math.floor((noticed / all) * 1000) / 10;
  const kinds = [
    ...KINDS,
    { why: ONE_BY_ONE, fits: ({ file, original }: Survivor) => reasonFor(file, original) !== undefined },
    { why: NOT_LOOKED_AT, fits: () => true },
  ];
  const lists = kinds.flatMap((kind) => {
    const own = survivors.filter((one) => kinds.find(({ fits }) => fits(one)) === kind);
    return own.length === 0
      ? []
      : [`${kind.why}\n\n${own.map((one) => `- ${lineOf(one, folder)}`).join('\n')}`];
  });
  const head = `## ${folder}\n\n${day}, commit ${commit}: ${noticed} of ${all} noticed, ${percent} %, aim ${aim} %.`;
  return [head, ...lists].join('\n\n');
}

function survivorsIn(files: MutationReport['files']): readonly Survivor[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants
      .filter(({ status }) => ALIVE.includes(status))
      .map(({ mutatorName, replacement = '', location: { start, end } }) => ({
        file,
        line: start.line,
        mutator: mutatorName,
        original: textBetween(lines, start, end),
        replacement,
        before: lines[start.line - 1]?.slice(0, start.column - 1) ?? '',
      }))
      .toSorted((one, other) => one.line - other.line);
  });
}

/** Lines and columns count from 1. */
function textBetween(lines: readonly string[], start: Place, end: Place): string {
  const some = lines.slice(start.line - 1, end.line);
  return some
    .map((text, at) =>
      text.slice(at === 0 ? start.column - 1 : 0, at === some.length - 1 ? end.column - 1 : undefined),
    )
    .join('\n');
}

function lineOf({ file, line, original, replacement }: Survivor, folder: string): string {
  const reason = reasonFor(file, original);
  const change = `${file.replace(`${folder}/`, '')}:${line} ${code(original)} → ${code(replacement)}`;
  return reason === undefined ? change : `${change}: ${reason}`;
}

/** Code as Markdown, in one line and cut where it is long, as the formatter leaves it. */
function code(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').replaceAll('``', '` `').trim();
  const shown = flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat;
  if (!shown.includes('`')) return `\`${shown}\``;
  const space = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `\`\`${space}${shown}${space}\`\``;
}

/** The document with the section in the place of the folder's own, or at its place in `order`, and its table drawn anew. */
export function withSection(document: string, section: string, order: readonly string[]): string {
  const [head = '', ...others] = document.split(/^(?=## )/m);
  const nameOf = (text: string): string => text.slice(3, text.indexOf('\n'));
  const kept = others.filter((one) => nameOf(one) !== nameOf(section)).map((one) => one.trimEnd());
  const sections = [...kept, section].toSorted(
    (one, other) => order.indexOf(nameOf(one)) - order.indexOf(nameOf(other)),
  );
  const table = tableOf(order, new Map(sections.map((one) => [nameOf(one), one])));
  const [before = ''] = head.split(/^\|/m);
  return `${[before.trimEnd(), table, ...sections].join('\n\n')}\n`;
}

const SCORE = /^(\S+), commit (.+?): (\d+) of (\d+) noticed, (\S+) %/m;

function tableOf(order: readonly string[], sections: ReadonlyMap<string, string>): string {
  const rows = order.map((folder) => {
    const [, day = '', commit = '', , mutants = '', percent] = SCORE.exec(sections.get(folder) ?? '') ?? [];
    return [folder, mutants, percent === undefined ? 'not measured' : `${percent} %`, day, commit];
  });
  const all = [['folder', 'mutants', 'noticed', 'on', 'commit'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0), 3));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [header = [], ...others] = all;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(header), rule, ...others.map(line)].join('\n');
}
