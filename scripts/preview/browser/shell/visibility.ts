import type { Criterion, VisibilityRule } from '../../page/pageModel.ts';

/** The value of an expression such as `$Permission.CustomPermission.X` or `Record.Name`; undefined when there is none. */
export type Lookup = (expression: string) => string | number | boolean | null | undefined;

/**
 * Whether a component with this rule is visible (Metadata API, FlexiPage, UiFormulaRule). A criterion with an unknown
 * operator is false.
 */
export function isVisible(rule: VisibilityRule | undefined, lookup: Lookup): boolean {
  if (rule === undefined) return true;
  const holds = rule.criteria.map((criterion) => criterionHolds(criterion, lookup));
  return rule.booleanFilter === undefined ? holds.every(Boolean) : filterHolds(rule.booleanFilter, holds);
}

/** The `Record` fields that the rule asks for: `Name`, `Owner.Name`. */
export function fieldsOfRule(rule: VisibilityRule | undefined): readonly string[] {
  return (rule?.criteria ?? []).flatMap(({ leftValue }) => {
    const expression = inner(leftValue);
    return expression.startsWith('Record.') ? [expression.slice('Record.'.length)] : [];
  });
}

function inner(leftValue: string): string {
  return leftValue.replace(/^\{!(.*)\}$/, '$1');
}

function criterionHolds({ leftValue, operator, rightValue }: Criterion, lookup: Lookup): boolean {
  const value = lookup(inner(leftValue));
  const left = value === undefined || value === null ? '' : String(value);
  const compared =
    Number.isNaN(Number(left)) || left === ''
      ? left.localeCompare(rightValue)
      : Number(left) - Number(rightValue);
  switch (operator) {
    case 'EQUAL':
      return left === rightValue;
    case 'NE':
      return left !== rightValue;
    case 'CONTAINS':
      return left.includes(rightValue);
    case 'GT':
      return left !== '' && compared > 0;
    case 'GE':
      return left !== '' && compared >= 0;
    case 'LT':
      return left !== '' && compared < 0;
    case 'LE':
      return left !== '' && compared <= 0;
    default:
      return false;
  }
}

/** Evaluates `1 AND (2 OR NOT 3)`: AND binds stronger than OR, as in Salesforce filter logic. */
function filterHolds(filter: string, holds: readonly boolean[]): boolean {
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  let at = 0;
  function either(): boolean {
    let value = both();
    while (tokens[at] === 'OR') {
      at += 1;
      value = both() || value;
    }
    return value;
  }
  function both(): boolean {
    let value = single();
    while (tokens[at] === 'AND') {
      at += 1;
      value = single() && value;
    }
    return value;
  }
  function single(): boolean {
    const token = tokens[at++];
    if (token === 'NOT') return !single();
    if (token !== '(') return holds[Number(token) - 1] ?? false;
    const value = either();
    at += 1;
    return value;
  }
  return either();
}
