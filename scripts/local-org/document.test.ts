import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DELIMITERS, LINE_ENDINGS } from './api/bulk/csv.ts';
import { FAULT_KINDS } from './api/local/faults.ts';
import { CALL_KINDS } from './api/local/usage.ts';
import { RESOURCES } from './api/resources.ts';
import { openOrg } from './engine.ts';
import { FIELD_TYPES } from './metadata/customField.ts';
import { KEPT_TYPES } from './metadata/destructive.ts';
import { STANDARD_OBJECTS } from './metadata/standard/objects.ts';
import { KNOWN_TYPE_NAMES } from './metadata/types.ts';
import { OrgError } from './org.ts';
import { AGGREGATES, DATE_FUNCTIONS } from './soql/functions.ts';
import { FEATURES } from './soql/property/features.ts';

const document = readFileSync(new URL('../../docs/LOCAL-ORG.md', import.meta.url), 'utf8');

/** The names in backticks between two pieces of the document. */
function listed(after: string, before: string): readonly string[] {
  const from = document.indexOf(after);
  const to = document.indexOf(before, from + after.length);
  expect(from).toBeGreaterThan(0);
  expect(to).toBeGreaterThan(from);
  return [...document.slice(from + after.length, to).matchAll(/`([^`]+)`/g)]
    .map((match) => match[1] ?? '')
    .sort();
}

test.each<readonly [string, string, string, Iterable<string>]>([
  [
    'standard objects',
    '(`INVALID_TYPE`):',
    'Custom objects and fields',
    STANDARD_OBJECTS.map(({ name }) => name),
  ],
  ['types of fields', 'Types of custom fields:', 'Not there:', Object.keys(FIELD_TYPES)],
  ['SOQL', 'over random records:', 'Aggregate functions:', FEATURES],
  ['aggregate functions', 'Aggregate functions:', 'Date functions', AGGREGATES],
  ['date functions', 'the calendar year:', '`FIELDS(ALL)`', Object.keys(DATE_FUNCTIONS)],
  ['metadata types', 'Types that a package may hold:', 'The package is checked', KNOWN_TYPE_NAMES],
  ['types that stay', 'Taking these out is refused:', 'Other types', KEPT_TYPES],
  ['delimiters', '- Delimiters ', '; line endings', Object.keys(DELIMITERS)],
  ['line endings', '; line endings ', '; gzip', Object.keys(LINE_ENDINGS)],
  ['kinds of calls', 'kinds that was called:', '`POST /__local/reset`', CALL_KINDS],
  ['resources', 'Below `/services/data/vNN.N`:', 'Another path', RESOURCES.map(({ path }) => path)],
])('the document lists the %s of the code', (_name, after, before, registry) => {
  expect(listed(after, before)).toEqual([...registry].sort());
});

test('the document shows every kind of fault', () => {
  const shown = [...document.matchAll(/^\| `\{"(\w+)": /gm)].map(([, kind]) => kind);
  expect(shown).toEqual(FAULT_KINDS);
});

test('the texts without a known source are in the code', () => {
  const rows = document
    .slice(document.indexOf('## Texts without a known source'))
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| where') && !line.startsWith('| ---'));
  const texts = rows.flatMap((row) =>
    [...(row.split(' | ')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, text = '']) => text),
  );
  const code = readdirSync(new URL('.', import.meta.url), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.ts') && !file.name.endsWith('.test.ts'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n');
  expect(texts.length).toBeGreaterThan(25);
  expect(texts.filter((text) => !code.includes(text))).toStrictEqual([]);
});

test('what the document says is refused is refused', () => {
  const statements = /```soql\n([\s\S]*?)```/.exec(document)?.[1]?.trim().split('\n') ?? [];
  const org = openOrg();
  const answers = statements.map((soql) => {
    try {
      org.query(soql, org.admin, { version: '66.0' });
      return `${soql} was answered`;
    } catch (error) {
      return error instanceof OrgError ? error.errorCode : String(error);
    }
  });
  org.close();
  expect(answers).toHaveLength(11);
  expect(new Set(answers)).toEqual(new Set(['MALFORMED_QUERY']));
});
