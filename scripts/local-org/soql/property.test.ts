import type { JsonRecord } from '../org.ts';
import { openTestOrg } from '../testOrg.ts';
import { FEATURES } from './property/features.ts';
import { randomFrom } from './property/random.ts';
import { fill } from './property/rows.ts';
import type { Case } from './property/found.ts';
import { statement } from './property/statements.ts';

const SEED = 20_261_122;
const ALL_CASES = 2_500;
/** SOQL_CASES, fewer of them: for mutation testing, which plays them for each mutant that no other test notices. */
const CASES = Number(process.env.SOQL_CASES ?? ALL_CASES);
const LEAST_OF_EACH = CASES < ALL_CASES ? 0 : 50;
const MOST_DIFFERENCES = 3;

/** Without attributes, keys in one order. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'attributes')
      .sort()
      .map(([name, each]) => [name, plain(each)]),
  );
}

function text({ inOrder }: Case, records: readonly (JsonRecord | object)[]): string {
  const texts = records.map((record) => JSON.stringify(plain(record)));
  return (inOrder ? texts : texts.sort()).join('\n');
}

test('statements answer what a plain evaluation over the same records gives', () => {
  const test_ = openTestOrg(() => new Date('2026-11-22T10:00:00Z'));
  const random = randomFrom(SEED);
  const world = fill(test_, random);
  const counts = new Map<string, number>();
  const differences: unknown[] = [];
  let answered = 0;
  for (let n = 0; n < CASES && differences.length < MOST_DIFFERENCES; n += 1) {
    const setting = {
      random,
      world,
      object: random.chance(0.7) ? ('Widget__c' as const) : ('Gadget__c' as const),
      today: '2026-11-22',
      allRows: random.chance(0.06),
    };
    const expected = statement(setting);
    for (const feature of new Set(expected.features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    if (expected.totalSize > 0) answered += 1;
    const { soql } = expected;
    try {
      const { records, totalSize } = test_.org.query(soql, test_.org.admin, { version: '66.0' });
      const same =
        totalSize === expected.totalSize && text(expected, records) === text(expected, expected.records);
      if (!same)
        differences.push({
          soql,
          received: text(expected, records),
          expected: text(expected, expected.records),
        });
    } catch (error) {
      differences.push({ soql, error: String(error) });
    }
  }
  test_.org.close();
  expect(differences).toStrictEqual([]);
  expect(answered).toBeGreaterThan(CASES / 2);
  expect([...counts.keys()].filter((feature) => !FEATURES.includes(feature))).toStrictEqual([]);
  expect(FEATURES.filter((feature) => (counts.get(feature) ?? 0) < LEAST_OF_EACH)).toStrictEqual([]);
});
