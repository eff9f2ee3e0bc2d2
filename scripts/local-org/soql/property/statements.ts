import type { Setting } from './setting.ts';
import { condition } from './conditions.ts';
import { type FieldPath, compare, FIELDS } from './fields.ts';
import { type Case, found } from './found.ts';
import { groupCase } from './groups.ts';
import type { Random } from './random.ts';
import type { Row, Scalar } from './rows.ts';

interface Ordering {
  readonly soql: string;
  readonly sort: (one: Row, other: Row) => number;
  readonly features: readonly string[];
}

const cased = (random: Random, path: string): string => (random.chance(0.35) ? path.toLowerCase() : path);

/** Puts a value into a record along its path; a missing parent becomes null. */
function put(record: Record<string, unknown>, row: Row, path: readonly string[], value: Scalar): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    record[first] = value;
    return;
  }
  const parent = row.parents[first];
  if (parent === null || parent === undefined) record[first] = null;
  else {
    record[first] ??= {};
    put(record[first] as Record<string, unknown>, parent, rest, value);
  }
}

function ordering(random: Random, fields: readonly FieldPath[]): Ordering {
  const by = random
    .some(
      fields.filter(({ kind }) => kind !== 'multipicklist'),
      1 + random.below(2),
    )
    .map((field) => ({
      field,
      descending: random.chance(0.4),
      last: random.chance(0.4),
      said: random.chance(0.5),
    }));
  const terms = by.map(({ field, descending, last, said }) => {
    const direction = descending ? ' DESC' : random.chance(0.3) ? ' ASC' : '';
    return `${field.path}${direction}${last ? ' NULLS LAST' : said ? ' NULLS FIRST' : ''}`;
  });
  function sort(one: Row, other: Row): number {
    for (const { field, descending, last } of by) {
      const a = field.of(one);
      const b = field.of(other);
      if (a === null && b === null) continue;
      if (a === null || b === null) return (a === null) === last ? 1 : -1;
      const difference = compare(field, a, b);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  }
  const features = by.flatMap(({ field, descending, last, said }) => [
    'ORDER BY',
    ...(descending ? ['DESC'] : []),
    ...(last ? ['NULLS LAST'] : said ? ['NULLS FIRST'] : []),
    ...(field.path.includes('.') ? ['ORDER BY parent'] : []),
    ...(field.kind === 'picklist' ? ['ORDER BY picklist'] : []),
  ]);
  return { soql: ` ORDER BY ${terms.join(', ')}`, sort, features };
}

function slice(random: Random, size: number): { soql: string; from: number; to: number; features: string[] } {
  if (random.chance(0.6)) return { soql: '', from: 0, to: size, features: [] };
  const limit = 1 + random.below(20);
  const offset = random.chance(0.4) ? random.below(Math.max(1, Math.min(size, 10))) : undefined;
  return {
    soql: ` LIMIT ${limit}${offset === undefined ? '' : ` OFFSET ${offset}`}`,
    from: offset ?? 0,
    to: (offset ?? 0) + limit,
    features: ['LIMIT', ...(offset === undefined ? [] : ['OFFSET'])],
  };
}

/** The child query of widgets: gadgets with their own condition and order. */
function children(setting: Setting): {
  soql: string;
  of: (row: Row) => unknown;
  features: readonly string[];
} {
  const { random, allRows } = setting;
  const inner: Setting = { ...setting, object: 'Gadget__c' };
  const made = random.chance(0.5) ? condition(inner, 2) : undefined;
  const order = random.chance(0.5) ? ordering(random, FIELDS.Gadget__c.slice(0, 2)) : undefined;
  const limit = random.chance(0.3) ? 1 + random.below(2) : undefined;
  const clauses = `${made === undefined ? '' : ` WHERE ${made.soql}`}${order?.soql ?? ''}${limit === undefined ? '' : ` LIMIT ${limit}`}`;
  return {
    soql: `(SELECT Id, Count__c FROM Gadgets__r${clauses})`,
    of: (row) => {
      const all = (row.children.Gadgets__r ?? []).filter(
        (each) => (allRows || !each.deleted) && made?.holds(each) !== false,
      );
      const ordered = order === undefined ? all : [...all].sort(order.sort);
      const records = ordered
        .slice(0, limit)
        .map(({ values }) => ({ Id: values.Id, Count__c: values.Count__c }));
      return records.length === 0 ? null : { totalSize: records.length, done: true, records };
    },
    features: ['child query', ...(made === undefined ? [] : ['child query with WHERE'])],
  };
}

/** A statement that returns records. */
function rowsCase(setting: Setting): Case {
  const { random, object, allRows } = setting;
  const { rows, where, features } = found(setting);
  const selected = random.some(FIELDS[object], 1 + random.below(5));
  const label = selected.find((field) => field.order.length > 0 && random.chance(0.5));
  const child = object === 'Widget__c' && random.chance(0.15) ? children(setting) : undefined;
  const order = random.chance(0.5) ? ordering(random, FIELDS[object]) : undefined;
  const part = slice(random, rows.length);
  const alias = random.chance(0.1) ? 'w' : undefined;
  const items = selected.map((field) => {
    const path = cased(random, alias === undefined ? field.path : `${alias}.${field.path}`);
    return field === label ? `toLabel(${path})` : path;
  });
  const sorted = order === undefined ? rows : [...rows].sort(order.sort);
  const records = sorted.slice(part.from, part.to).map((row) => {
    const record: Record<string, unknown> = {};
    for (const field of selected) {
      const value = field.of(row);
      const shown = field === label && field.order.includes(String(value)) ? `${String(value)} label` : value;
      put(record, row, field.path.split('.'), shown);
    }
    if (child !== undefined) record.Gadgets__r = child.of(row);
    return record;
  });
  const list = [...items, ...(child === undefined ? [] : [child.soql])].join(', ');
  const deep = selected.map((field) => field.path.split('.').length - 1);
  return {
    soql: `SELECT ${list} FROM ${object}${alias === undefined ? '' : ` ${alias}`}${where}${order?.soql ?? ''}${part.soql}${allRows ? ' ALL ROWS' : ''}`,
    records,
    totalSize: records.length,
    inOrder: true,
    features: [
      ...features,
      ...part.features,
      ...(order?.features ?? []),
      ...(child?.features ?? []),
      ...(label === undefined ? [] : ['toLabel']),
      ...(alias === undefined ? [] : ['alias of the object']),
      ...(allRows ? ['ALL ROWS'] : []),
      ...(items.some((item) => item !== item.toLowerCase()) ? [] : ['names in lower case']),
      ...(deep.includes(1) ? ['parent'] : []),
      ...(deep.includes(2) ? ['grandparent'] : []),
      ...(selected.some((field) => field.formula) ? ['formula'] : []),
    ],
  };
}

function countCase(setting: Setting): Case {
  const { rows, where, features } = found(setting);
  return {
    soql: `SELECT COUNT() FROM ${setting.object}${where}${setting.allRows ? ' ALL ROWS' : ''}`,
    records: [],
    totalSize: rows.length,
    inOrder: true,
    features: [...features, 'COUNT()'],
  };
}

/** A random statement of the supported grammar, with its expected result. */
export function statement(setting: Setting): Case {
  const kind = setting.random.below(10);
  if (kind === 0) return countCase(setting);
  return kind <= 3 ? groupCase(setting) : rowsCase(setting);
}
