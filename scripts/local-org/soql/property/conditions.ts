import { COUNTED_LITERALS, DATE_FUNCTIONS, dayIn, momentOf, PLAIN_LITERALS } from './days.ts';
import { type FieldPath, compare, FIELDS } from './fields.ts';
import { present } from './random.ts';
import type { Scalar } from './rows.ts';
import {
  type Made,
  type Setting,
  ESCAPED,
  idLiteral,
  literalOf,
  passes,
  quotable,
  same,
  TESTS,
  valuesOf,
} from './setting.ts';

function equality({ random }: Setting, field: FieldPath, value: Scalar): Made {
  const not = random.chance(0.3);
  const literal = field.kind === 'id' ? idLiteral(random, value) : literalOf(random, field, value);
  const features = [not ? '!=' : '=', `= of ${field.kind}`];
  return {
    soql: `${field.path} ${not ? random.pick(['!=', '<>']) : '='} ${literal}`,
    holds: (row) => same(field, field.of(row), value) !== not,
    features: quotable(String(value)) ? [...features, 'escapes'] : features,
  };
}

function emptiness({ random }: Setting, field: FieldPath): Made {
  const not = random.chance(0.5);
  return {
    soql: `${field.path} ${not ? '!=' : '='} ${random.pick(['null', 'NULL'])}`,
    // A boolean field without a value is false.
    holds: (row) => (field.of(row) === null || field.of(row) === false) !== not,
    features: ['null'],
  };
}

function range({ random }: Setting, field: FieldPath, value: Scalar): Made {
  const operator = random.pick(Object.keys(TESTS));
  const literal = field.kind === 'id' ? idLiteral(random, value) : literalOf(random, field, value);
  const inOrder = { ...field, order: [], kind: field.kind === 'picklist' ? ('text' as const) : field.kind };
  return {
    soql: `${field.path} ${operator} ${literal}`,
    holds: (row) => {
      const own = field.of(row);
      return own !== null && passes(operator, compare(inOrder, own, value));
    },
    features: [operator, `< of ${field.kind}`],
  };
}

function list(setting: Setting, field: FieldPath): Made {
  const { random } = setting;
  const not = random.chance(0.4);
  const values = Array.from({ length: 1 + random.below(6) }, () => random.pick(valuesOf(setting, field)));
  const withNull = random.chance(0.2);
  const literals = values.map((value) =>
    field.kind === 'id' ? idLiteral(random, value) : literalOf(random, field, value),
  );
  return {
    soql: `${field.path} ${not ? 'NOT IN' : 'IN'} (${[...literals, ...(withNull ? ['null'] : [])].join(random.pick([',', ', ']))})`,
    holds: (row) => {
      const own = field.of(row);
      return (values.some((value) => same(field, own, value)) || (withNull && own === null)) !== not;
    },
    features: [
      not ? 'NOT IN' : 'IN',
      ...(values.some((value) => quotable(String(value))) ? ['escapes'] : []),
    ],
  };
}

/** LIKE without SQL or regular expressions, by going through pattern and text. */
function alike(pattern: readonly string[], text: string): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return text === '';
  if (first === '%') return alike(rest, text) || (text !== '' && alike(pattern, text.slice(1)));
  if (text === '') return false;
  return (first === '_' || first.slice(-1) === text[0]) && alike(rest, text.slice(1));
}

function likeness({ random }: Setting, field: FieldPath, value: Scalar): Made {
  const letters = Array.from(String(value));
  const wildcard = letters.findIndex((each) => each === '%' || each === '_');
  const from = wildcard >= 0 ? wildcard : random.below(letters.length);
  const piece = letters.slice(from, from + 1 + random.below(4)).map((each) => {
    if (random.chance(0.15)) return '_';
    return each === '%' || each === '_' ? `\\${each}` : each;
  });
  const pattern = [...(from === 0 && random.chance(0.5) ? [] : ['%']), ...piece, '%'];
  const body = pattern.map((each) =>
    each.startsWith('\\') && each.length > 1 ? each : (ESCAPED[each] ?? each),
  );
  const lower = pattern.map((each) => each.toLowerCase());
  const wild = piece.some((each) => each.length > 1);
  return {
    soql: `${field.path} LIKE '${body.join('')}'`,
    holds: (row) => {
      const own = field.of(row);
      return own !== null && alike(lower, String(own).toLowerCase());
    },
    features: ['LIKE', ...(wild ? ['LIKE with an escaped wildcard'] : [])],
  };
}

function inclusion({ random }: Setting, field: FieldPath): Made {
  const not = random.chance(0.4);
  const groups = Array.from({ length: 1 + random.below(2) }, () =>
    random.pick(['a', 'b', 'c', 'a;b', 'b;c']),
  );
  return {
    soql: `${field.path} ${not ? 'EXCLUDES' : 'INCLUDES'} (${groups.map((group) => `'${group}'`).join(', ')})`,
    holds: (row) => {
      const own = String(field.of(row) ?? '').split(';');
      return groups.some((group) => group.split(';').every((value) => own.includes(value))) !== not;
    },
    features: [not ? 'EXCLUDES' : 'INCLUDES'],
  };
}

function period({ random, today }: Setting, field: FieldPath): Made {
  const counted = random.chance(0.5);
  const literal = counted ? random.pick(COUNTED_LITERALS)(1 + random.below(20)) : random.pick(PLAIN_LITERALS);
  const operator = random.pick(['=', '=', '!=', '<', '<=', '>', '>=']);
  const now = literal.unit(today);
  return {
    soql: `${field.path} ${operator} ${literal.text}`,
    holds: (row) => {
      const own = field.of(row);
      if (own === null) return operator === '!=';
      const unit = literal.unit(dayIn(String(own))) - now;
      const inside = unit >= literal.first && unit <= literal.last;
      if (operator === '=' || operator === '!=') return inside === (operator === '=');
      return passes(operator, unit - (operator === '<' || operator === '>=' ? literal.first : literal.last));
    },
    features: [counted ? 'date literal with a number' : 'date literal', `date literal of ${field.kind}`],
  };
}

function dateFunction({ random }: Setting, field: FieldPath, value: Scalar): Made {
  const name = random.pick(Object.keys(DATE_FUNCTIONS));
  const of = present(DATE_FUNCTIONS[name]);
  const operator = random.pick(['=', '<=', '>']);
  const operand = of(momentOf(String(value)));
  return {
    soql: `${name}(${field.path}) ${operator} ${operand}`,
    holds: (row) => {
      const own = field.of(row);
      if (own === null) return false;
      const difference = of(momentOf(String(own))) - operand;
      return operator === '=' ? difference === 0 : passes(operator, difference);
    },
    features: ['date function'],
  };
}

function byLabel({ random }: Setting, field: FieldPath, value: Scalar): Made {
  const not = random.chance(0.3);
  return {
    soql: `toLabel(${field.path}) ${not ? '!=' : '='} '${String(value)} label'`,
    holds: (row) => (field.of(row) === value) !== not,
    features: ['toLabel in WHERE'],
  };
}

function semiJoin(setting: Setting): Made {
  const { random, world, object, allRows } = setting;
  const widgets = object === 'Widget__c';
  const other = widgets ? 'Gadget__c' : 'Widget__c';
  const inner = leaf({ ...setting, object: other });
  const not = random.chance(0.4);
  const found = world[other].filter((row) => (allRows || !row.deleted) && inner.holds(row));
  const ids = new Set(found.map((row) => (widgets ? row.values.Widget__c : row.values.Id)));
  const left = widgets ? 'Id' : 'Widget__c';
  return {
    soql: `${left} ${not ? 'NOT IN' : 'IN'} (SELECT ${widgets ? 'Widget__c' : 'Id'} FROM ${other} WHERE ${inner.soql})`,
    holds: (row) => ids.has(row.values[left] ?? null) !== not,
    features: [...inner.features, not ? 'anti-join' : 'semi-join'],
  };
}

/** Values with a character that is a wildcard of LIKE; all values when there are none. */
function wild(setting: Setting, field: FieldPath): readonly Scalar[] {
  const values = valuesOf(setting, field);
  const some = values.filter((value) => /[%_]/.test(String(value)));
  return some.length === 0 ? values : some;
}

/** One comparison of a random field. */
function leaf(setting: Setting): Made {
  const { random, object } = setting;
  const field = random.pick(FIELDS[object].filter((each) => valuesOf(setting, each).length > 0));
  const value = random.pick(valuesOf(setting, field));
  const { kind } = field;
  const makers: (() => Made)[] = [() => equality(setting, field, value), () => emptiness(setting, field)];
  if (kind !== 'boolean') makers.push(() => list(setting, field));
  if (kind !== 'boolean' && kind !== 'multipicklist') makers.push(() => range(setting, field, value));
  if (kind === 'text' || kind === 'picklist')
    makers.push(() => likeness(setting, field, random.pick([value, random.pick(wild(setting, field))])));
  if (kind === 'multipicklist') makers.push(...[1, 2, 3, 4].map(() => () => inclusion(setting, field)));
  if (kind === 'date' || kind === 'datetime')
    makers.push(
      () => period(setting, field),
      () => period(setting, field),
      () => dateFunction(setting, field, value),
    );
  if (field.order.includes(String(value))) makers.push(() => byLabel(setting, field, value));
  const made = random.pick(makers)();
  const levels = field.path.split('.').length - 1;
  const found = levels === 0 ? [] : [levels === 1 ? 'parent in WHERE' : 'grandparent in WHERE'];
  return { ...made, features: [...made.features, ...found, ...(field.formula ? ['formula in WHERE'] : [])] };
}

function anyOf({ random }: Setting, parts: readonly Made[]): Made {
  const all = random.chance(0.5);
  return {
    soql: parts.map((part) => part.soql).join(all ? ' AND ' : ' OR '),
    holds: (row) => (all ? parts.every((part) => part.holds(row)) : parts.some((part) => part.holds(row))),
    features: [all ? 'AND' : 'OR', ...parts.flatMap((part) => part.features)],
  };
}

const bracketed = (made: Made): Made => ({ ...made, soql: `(${made.soql})` });

const negated = (made: Made): Made => ({
  soql: `NOT ${made.soql}`,
  holds: (row) => !made.holds(row),
  features: [...made.features, 'NOT'],
});

/** A random condition, up to three levels of brackets deep. */
export function condition(setting: Setting, depth = 0): Made {
  const { random } = setting;
  if (depth === 0 && random.chance(0.12)) {
    const join = semiJoin(setting);
    if (random.chance(0.5)) return join;
    const more = leaf(setting);
    return {
      soql: `${join.soql} AND ${more.soql}`,
      holds: (row) => join.holds(row) && more.holds(row),
      features: [...join.features, ...more.features, 'AND'],
    };
  }
  if (depth >= 3 || random.chance(0.5)) {
    const made = leaf(setting);
    return random.chance(0.15) ? negated(bracketed(made)) : made;
  }
  const parts = Array.from({ length: 2 + random.below(2) }, () => {
    const part = condition(setting, depth + 1);
    return / (AND|OR) /.test(part.soql) || part.soql.startsWith('NOT ') ? bracketed(part) : part;
  });
  const made = anyOf(setting, parts);
  return random.chance(0.15)
    ? negated(bracketed(made))
    : { ...made, features: [...made.features, 'brackets'] };
}
