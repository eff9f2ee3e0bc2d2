import type { Query, Subquery, ValueQueryCondition } from '@jetstreamapp/soql-parser-js';
import { malformed } from './errors.ts';
import type { ConditionTree } from './conditionTree.ts';

/** Semi-joins and anti-joins per WHERE clause. SOQL reference, "Semi-Joins with IN and Anti-Joins with NOT IN". */
const MOST_SEMI_JOINS = 2;

interface Found {
  readonly leaf: ValueQueryCondition;
  /** The NOT and OR around the semi-join, neither of which an org allows there. */
  readonly under: readonly ('NOT' | 'OR')[];
}

function semiJoinsOf(tree: ConditionTree, under: Found['under'] = []): readonly Found[] {
  switch (tree.kind) {
    case 'leaf':
      return 'valueQuery' in tree.leaf ? [{ leaf: tree.leaf, under }] : [];
    case 'not':
      return semiJoinsOf(tree.part, [...under, 'NOT']);
    case 'and':
      return tree.parts.flatMap((part) => semiJoinsOf(part, under));
    case 'or':
      return tree.parts.flatMap((part) => semiJoinsOf(part, [...under, 'OR']));
  }
}

/** Whether a WHERE clause holds a semi-join or an anti-join. */
export const hasSemiJoin = (tree: ConditionTree): boolean => semiJoinsOf(tree).length > 0;

/**
 * Throws for semi-joins and anti-joins that an org refuses. SOQL reference, "Semi-Joins with IN and Anti-Joins with NOT IN";
 * messages as public reports quote them.
 */
export function refuseSemiJoins(outer: Query | Subquery, objectName: string, tree: ConditionTree): void {
  const found = semiJoinsOf(tree);
  if (found.length > MOST_SEMI_JOINS)
    throw malformed(`Maximum ${MOST_SEMI_JOINS} semi join sub-selects are allowed`);
  for (const { leaf, under } of found) {
    const word = under.at(-1);
    // https://www.apsona.com/docs/help-and-support/semijoin-subselect/
    if (word === 'OR' && tree.kind === 'and') {
      throw malformed(
        'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
      );
    }
    if (word !== undefined)
      throw malformed(`Semi join sub-selects are not allowed with the '${word}' operator`);
    const names = [objectName, outer.sObjectAlias ?? objectName].map((name) => name.toLowerCase());
    const [first = '', ...rest] = 'field' in leaf ? leaf.field.split('.') : [];
    if (rest.length > (names.includes(first.toLowerCase()) ? 1 : 0))
      throw malformed('The left operand cannot have more than one level of relationships');
    if (leaf.valueQuery.sObject?.toLowerCase() === objectName.toLowerCase())
      throw malformed('The inner and outer selects should not be on the same object type');
  }
}
