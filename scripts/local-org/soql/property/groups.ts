import type { Setting } from './setting.ts';
import { DATE_FUNCTIONS, momentOf } from './days.ts';
import { type FieldPath, compare, FIELDS } from './fields.ts';
import { type Case, found } from './found.ts';
import { type Random, present } from './random.ts';
import type { Row, Scalar } from './rows.ts';

interface Aggregate {
  readonly soql: string;
  readonly of: (rows: readonly Row[]) => Scalar;
  readonly feature: string;
}

function aggregate(random: Random, fields: readonly FieldPath[]): Aggregate {
  const name = random.pick(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);
  const kinds =
    name === 'SUM' || name === 'AVG' ? ['number'] : ['number', 'text', 'date', 'datetime', 'picklist', 'id'];
  const field = random.pick(fields.filter(({ kind }) => kinds.includes(kind)));
  const valuesIn = (rows: readonly Row[]): readonly Scalar[] =>
    rows.map(field.of).filter((value) => value !== null);
  const sum = (rows: readonly Row[]): number =>
    valuesIn(rows).reduce<number>((all, each) => all + Number(each), 0);
  const results: Readonly<Record<string, Aggregate['of']>> = {
    COUNT: (rows) => valuesIn(rows).length,
    COUNT_DISTINCT: (rows) => new Set(valuesIn(rows)).size,
    SUM: (rows) => (valuesIn(rows).length === 0 ? null : sum(rows)),
    AVG: (rows) => (valuesIn(rows).length === 0 ? null : sum(rows) / valuesIn(rows).length),
    MIN: (rows) => [...valuesIn(rows)].sort((one, other) => compare(field, one, other))[0] ?? null,
    MAX: (rows) => [...valuesIn(rows)].sort((one, other) => compare(field, other, one))[0] ?? null,
  };
  return { soql: `${name}(${field.path})`, of: present(results[name]), feature: name };
}

interface Grouping {
  readonly soql: string;
  readonly name: string | null;
  readonly of: (row: Row) => Scalar;
  readonly feature: string;
}

/**
 * Whether MIN and MAX of the field are unique. Of texts that differ only in case either may be returned, so such fields are
 * left out.
 */
const certain = (field: FieldPath): boolean =>
  !field.path.endsWith('Name') && field.path.split('.').length < 3;

function grouping(random: Random, fields: readonly FieldPath[]): Grouping {
  const groupable = fields.filter(
    ({ kind, formula }) => !formula && ['text', 'picklist', 'boolean', 'date', 'id'].includes(kind),
  );
  if (random.chance(0.7)) {
    const field = random.pick(groupable);
    const parent = field.path.includes('.');
    const name = present(field.path.split('.').at(-1));
    return { soql: field.path, name, of: field.of, feature: parent ? 'GROUP BY parent' : 'GROUP BY field' };
  }
  const field = random.pick(fields.filter(({ kind }) => kind === 'date' || kind === 'datetime'));
  const name = random.pick(Object.keys(DATE_FUNCTIONS));
  function of(row: Row): Scalar {
    const value = field.of(row);
    return value === null ? null : present(DATE_FUNCTIONS[name])(momentOf(String(value)));
  }
  return { soql: `${name}(${field.path})`, name: null, of, feature: 'GROUP BY date function' };
}

/** A statement that returns groups, or aggregates of all rows. */
export function groupCase(setting: Setting): Case {
  const { random, object, allRows } = setting;
  const fields = FIELDS[object];
  const { rows, where, features } = found(setting);
  const groups = Array.from({ length: random.chance(0.2) ? 0 : 1 + random.below(2) }, () =>
    grouping(random, fields),
  ).filter(
    ({ soql, name }, index, all) =>
      all.findIndex((each) => each.soql === soql || (name !== null && each.name === name)) === index,
  );
  const aggregates = Array.from({ length: 1 + random.below(2) }, () =>
    aggregate(random, fields.filter(certain)),
  );
  const threshold = random.below(3);
  const having = groups.length > 0 && random.chance(0.4);
  const aliased = random.chance(0.4);
  let unnamed = 0;
  const name = (index: number): string => (aliased ? `n${index}` : `expr${unnamed++}`);
  const named = [...groups.map((each) => ({ ...each, name: each.name ?? `expr${unnamed++}` }))];
  const columns = aggregates.map((each, index) => ({ ...each, name: name(index) }));
  const byKey = new Map<string, readonly Row[]>();
  if (groups.length === 0) byKey.set('', rows);
  for (const row of rows) {
    const key = JSON.stringify(groups.map((group) => group.of(row)));
    if (groups.length > 0) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const records = [...byKey.values()]
    .filter((members) => !having || members.length > threshold)
    .map((members) => ({
      ...Object.fromEntries(
        named.map((group) => [group.name, members[0] === undefined ? null : group.of(members[0])]),
      ),
      ...Object.fromEntries(columns.map((column) => [column.name, column.of(members)])),
    }));
  const items = [
    ...named.map((group) => group.soql),
    ...columns.map((column) => `${column.soql}${aliased ? ` ${column.name}` : ''}`),
  ];
  const by = groups.length === 0 ? '' : ` GROUP BY ${groups.map((group) => group.soql).join(', ')}`;
  return {
    soql: `SELECT ${items.join(', ')} FROM ${object}${where}${by}${having ? ` HAVING COUNT(Id) > ${threshold}` : ''}${allRows ? ' ALL ROWS' : ''}`,
    records,
    totalSize: records.length,
    inOrder: false,
    features: [
      ...features,
      ...groups.map((group) => group.feature),
      ...aggregates.map((each) => each.feature),
      ...(having ? ['HAVING'] : []),
      ...(aliased ? ['alias of an aggregate'] : []),
      ...(groups.length === 0 ? ['aggregates of all rows'] : []),
    ],
  };
}
