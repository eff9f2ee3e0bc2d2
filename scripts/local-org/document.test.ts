import { readFileSync } from 'node:fs';
import { resources } from './api/resources.ts';
import { openOrg } from './engine.ts';
import { FIELD_TYPES } from './metadata/customField.ts';
import { KEPT_TYPES } from './metadata/destructive.ts';
import { CHECKED_TYPES } from './metadata/knownElements.ts';
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
  ['types with checked elements', 'elements are refused in:', 'Elsewhere they are kept', CHECKED_TYPES],
  ['types that stay', 'Taking these out is refused:', 'Other types', KEPT_TYPES],
  ['resources', 'Below `/services/data/vNN.N`:', 'Another path', resources.map(({ path }) => path)],
])('the document lists the %s of the code', (_name, after, before, registry) => {
  expect(listed(after, before)).toEqual([...registry].sort());
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
