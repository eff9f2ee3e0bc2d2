import type { Condition, Query, ValueQueryCondition } from '@jetstreamapp/soql-parser-js';
import { isFilterable } from '../schema/fieldUse.ts';
import type { Field } from '../schema/model.ts';
import { type Sql, comparison, includes, joinedBy, like, oneOf } from './comparisons.ts';
import { malformed, placed, unsupported } from './errors.ts';
import { functionValue, isAggregate } from './functions.ts';
import { type LiteralContext, operandOf, unquoted } from './literals.ts';
import { type Scope, resolve } from './scope.ts';
import type { ConditionTree } from './conditionTree.ts';

/** What compiling conditions needs, besides the scope. */
export interface WhereContext {
  readonly scope: Scope;
  readonly literals: LiteralContext;
  /** Compiles the inner statement of a semi-join to a SELECT of one column. */
  readonly semiJoin: (query: Query) => Sql;
  /** The values with that label in the user's language, for toLabel() in a condition. */
  readonly valuesLabelled: (scope: Scope, path: string, label: string) => readonly string[];
  /** The GROUP BY expressions, in HAVING: it may name only those and aggregates. Null in WHERE. */
  readonly grouped: ReadonlySet<string> | null;
}

interface Left {
  readonly sql: string;
  readonly field: Field;
}

function leftOf({ scope, grouped }: WhereContext, leaf: Condition | ValueQueryCondition): Left {
  const refuse = (written: string): Error =>
    placed(scope.soql, written, 'MALFORMED_QUERY', `Field must be grouped or aggregated: ${written}`);
  if ('fn' in leaf) {
    if (isAggregate(leaf.fn.functionName) && grouped === null)
      throw malformed('Grouped or aggregate functions are not allowed in a WHERE clause');
    const value = functionValue(scope, leaf.fn);
    if (!value.aggregate && grouped?.has(value.sql) === false) throw refuse(leaf.fn.rawValue ?? '');
    return value;
  }
  const { sql, field } = resolve(scope, 'field' in leaf ? leaf.field : '');
  if (grouped?.has(sql) === false) throw refuse(field.name);
  if (!isFilterable(field)) {
    throw placed(
      scope.soql,
      field.name,
      'INVALID_FIELD',
      `field '${field.name}' can not be filtered in a query call`,
    );
  }
  return { sql, field };
}

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

function labelled(context: WhereContext, leaf: Condition, negated: boolean): Sql | undefined {
  if (!('fn' in leaf) || (leaf.fn.functionName ?? '').toLowerCase() !== 'tolabel') return undefined;
  const path = leaf.fn.parameters?.[0];
  const operator = leaf.operator;
  if (typeof path !== 'string' || !['=', '!=', 'IN', 'NOT IN'].includes(operator))
    throw unsupported(`toLabel() with ${operator}`);
  const { sql, field } = resolve(context.scope, path);
  const labels = listOf(leaf.value).map((raw) => unquoted(context.scope.soql, raw));
  const values = labels.flatMap((label) => context.valuesLabelled(context.scope, path, label));
  const not = (operator === '!=' || operator === 'NOT IN') !== negated;
  return oneOf(
    sql,
    field,
    values.map((value) => ({ kind: 'value', value })),
    not,
  );
}

function leafSql(context: WhereContext, leaf: Condition | ValueQueryCondition, negated: boolean): Sql {
  if ('valueQuery' in leaf) return joinSql(context, leaf);
  const byLabel = labelled(context, leaf, negated);
  if (byLabel !== undefined) return byLabel;
  if (!('operator' in leaf)) throw malformed('unexpected end of condition');
  const { soql } = context.scope;
  const { sql, field } = leftOf(context, leaf);
  const raws = listOf(leaf.value);
  const types = listOf(leaf.literalType as string | string[]);
  const operands = () =>
    raws.map((raw, index) => operandOf(context.literals, field, raw, types[index] ?? types[0] ?? 'STRING'));
  switch (leaf.operator) {
    case 'LIKE':
      if (types[0] !== 'STRING') throw malformed('The LIKE operator takes a string');
      return like(sql, field, unquoted(soql, raws[0] ?? "''", true), negated);
    case 'IN':
    case 'NOT IN':
      return oneOf(sql, field, operands(), (leaf.operator === 'NOT IN') !== negated);
    case 'INCLUDES':
    case 'EXCLUDES':
      return includes(
        sql,
        field,
        raws.map((raw) => unquoted(soql, raw)),
        (leaf.operator === 'EXCLUDES') !== negated,
      );
    case '!=':
    case '<':
    case '<=':
    case '=':
    case '>':
    case '>=': {
      const operand = operands()[0];
      if (operand === undefined) throw malformed('unexpected end of condition');
      return comparison(sql, field, leaf.operator, operand, negated);
    }
  }
}

/** It is never negated: refuseSemiJoins refuses a NOT around it. */
function joinSql(context: WhereContext, leaf: ValueQueryCondition): Sql {
  const { sql, field } = leftOf(context, leaf);
  if (field.type !== 'id' && field.type !== 'reference') {
    throw placed(
      context.scope.soql,
      field.name,
      'MALFORMED_QUERY',
      `The left operand '${field.name}' of a semi-join must be an id or a reference field`,
    );
  }
  const inner = context.semiJoin(leaf.valueQuery);
  const among = `${sql} IN (${inner.sql})`;
  return {
    sql: leaf.operator === 'NOT IN' ? `NOT ifnull(${among}, 0)` : `(${among})`,
    parameters: inner.parameters,
  };
}

/** The SQL of a condition tree. NOT is pushed down to the comparisons, which decide about missing values. */
export function whereSql(context: WhereContext, tree: ConditionTree, negated = false): Sql {
  switch (tree.kind) {
    case 'leaf':
      return leafSql(context, tree.leaf, negated);
    case 'not':
      return whereSql(context, tree.part, !negated);
    case 'and':
    case 'or': {
      const parts = tree.parts.map((part) => whereSql(context, part, negated));
      const word = (tree.kind === 'and') === negated ? 'OR' : 'AND';
      const all = parts.map((part) => part.sql);
      return {
        sql: `(${joinedBy(word, all)})`,
        parameters: parts.flatMap((part) => part.parameters),
      };
    }
  }
}
