import { OrgError } from '../org.ts';
import { openTestOrg } from '../testOrg.ts';
import { MUTATIONS, mutation } from './property/mutations.ts';
import { randomFrom } from './property/random.ts';
import { fill } from './property/rows.ts';
import { statement } from './property/statements.ts';

const SEED = 20_261_130;
const STATEMENTS = 50;
const MUTATIONS_OF_EACH = 40;
const LEAST_OF_EACH = 50;

/** How an org reports the position where parsing stopped: jetstreamapp/soql-parser-js issue 201. */
const PLACED = /\n *\^\nERROR at Row:\d+:Column:\d+\n\S/;

/** What is wrong with the refusal of a statement; undefined when nothing is. */
function fault(query: () => unknown): string | undefined {
  try {
    query();
  } catch (error) {
    if (!(error instanceof OrgError)) return String(error);
    return error.status === 400 && PLACED.test(error.message) ? undefined : error.message;
  }
  return 'it was taken';
}

test('2,000 statements with one thing wrong are refused, each with the place', () => {
  const test_ = openTestOrg(() => new Date('2026-11-22T10:00:00Z'));
  const random = randomFrom(SEED);
  const world = fill(test_, random);
  const counts = new Map<string, number>();
  const faults: unknown[] = [];
  for (let n = 0; n < STATEMENTS; n += 1) {
    const object = random.chance(0.7) ? ('Widget__c' as const) : ('Gadget__c' as const);
    const good = statement({ random, world, object, today: '2026-11-22', allRows: random.chance(0.06) }).soql;
    for (let m = 0; m < MUTATIONS_OF_EACH; m += 1) {
      const { name, soql } = mutation(random, good);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const said = fault(() => test_.org.query(soql, test_.org.admin, { version: '66.0' }));
      if (said !== undefined) faults.push({ name, soql, said });
    }
  }
  test_.org.close();
  expect(faults.slice(0, 3)).toStrictEqual([]);
  expect(MUTATIONS.filter((name) => (counts.get(name) ?? 0) < LEAST_OF_EACH)).toStrictEqual([]);
});
