import formulon, { type FormulaLiteral } from 'formulon';
import { type Field, type SObject, fieldOf, objectOf } from '../schema/model.ts';
import { todayIn } from './periods.ts';
import type { OrgState } from './state.ts';
import type { Row, Value } from './database.ts';
import { withoutBlankComparisons } from './blankComparisons.ts';
import { instantOf } from './dates.ts';
import { rowById } from './records.ts';
import { memoryOf } from './remembered.ts';
import { simpleCondition } from './simpleFormulas.ts';

/** What a formula is evaluated with. */
export interface FormulaContext {
  readonly object: SObject;
  /** The record's values by column, as they will be stored. */
  readonly row: Row;
  /** The record before the change; null for a new one. */
  readonly before: Row | null;
  readonly userId: string;
  /** Whether blank numbers count as 0, which a formula field may declare. */
  readonly blankAsZero?: boolean;
}

/** The result of a formula, or its error. */
export type FormulaResult =
  | Pick<FormulaLiteral, 'dataType' | 'options' | 'value'>
  | { readonly problem: string };

const literal = (
  dataType: string,
  value: unknown,
  options: FormulaLiteral['options'] = {},
): FormulaLiteral => ({
  type: 'literal',
  dataType,
  value,
  options,
});
const NULL = literal('null', null);
const text = (value: string): FormulaLiteral => literal('text', value, { length: value.length });

/** A stored value as a formulon literal. A blank text is '', as in Salesforce's formulas. */
function literalOf(field: Field, stored: Value | undefined, blankAsZero: boolean): FormulaLiteral {
  const value = stored ?? null;
  switch (field.type) {
    case 'boolean':
      return literal('checkbox', value === 1);
    case 'currency':
    case 'double':
    case 'int':
    case 'percent':
      if (value === null) return blankAsZero ? number(0, field) : NULL;
      return number(field.type === 'percent' ? Number(value) / 100 : Number(value), field);
    case 'date':
      return value === null ? NULL : literal('date', new Date(`${String(value)}T00:00:00Z`));
    case 'datetime':
      return value === null ? NULL : literal('datetime', instantOf(String(value)));
    case 'multipicklist':
      return literal('multipicklist', value === null ? [] : String(value).split(';'), {
        values: valuesOf(field),
      });
    case 'picklist':
      return literal('picklist', value === null ? '' : String(value), { values: valuesOf(field) });
    case 'address':
    case 'email':
    case 'encryptedstring':
    case 'id':
    case 'phone':
    case 'reference':
    case 'string':
    case 'textarea':
    case 'time':
    case 'url':
      return text(value === null ? '' : String(value));
  }
}

const number = (value: number, { precision, scale }: Field): FormulaLiteral =>
  literal('number', value, { length: precision - scale, scale });

const valuesOf = (field: Field): readonly string[] => field.picklist.map((each) => each.value);

function fieldValue(state: OrgState, context: FormulaContext, field: Field): FormulaLiteral {
  if (field.formula === null) {
    return literalOf(field, context.row[field.name], context.blankAsZero === true);
  }
  const result = evaluate(state, field.formula, { ...context, blankAsZero: field.blankAsZero });
  if (!('problem' in result) && result.value !== null) return { type: 'literal', ...result };
  return literalOf(field, null, context.blankAsZero === true);
}

/** The value of a name in a formula: a field, a path over parents to a field, or one of the `$` globals. */
function valueOf(state: OrgState, context: FormulaContext, name: string): FormulaLiteral | undefined {
  const [first = '', ...rest] = name.split('.');
  if (rest.length === 0) {
    const field = fieldOf(context.object, first);
    return field === undefined ? undefined : fieldValue(state, context, field);
  }
  if (first.startsWith('$')) return globalValue(state, context, first.toLowerCase(), rest.join('.'));
  const relationship = [...context.object.fields.values()].find(
    (each) => each.relationshipName?.toLowerCase() === first.toLowerCase(),
  );
  const parent = objectOf(state.schema, relationship?.referenceTo[0] ?? '');
  if (relationship === undefined || parent === undefined) return undefined;
  const parentId = context.row[relationship.name];
  const row = typeof parentId === 'string' ? rowById(state.database, parent, parentId) : undefined;
  return valueOf(state, { ...context, object: parent, row: row ?? {} }, rest.join('.'));
}

function globalValue(
  state: OrgState,
  context: FormulaContext,
  global: string,
  name: string,
): FormulaLiteral | undefined {
  const user = objectOf(state.schema, 'User');
  if (user === undefined) return undefined;
  const userContext = { ...context, object: user, row: rowById(state.database, user, context.userId) ?? {} };
  if (global === '$user') return valueOf(state, userContext, name);
  if (global === '$profile') return valueOf(state, userContext, `Profile.${name}`);
  if (global === '$recordtype') return valueOf(state, context, `RecordType.${name}`);
  if (global !== '$permission') return undefined;
  const rights = state.rights.get(context.userId);
  return literal('checkbox', rights?.customPermissions.has(name) ?? false);
}

function changed(context: FormulaContext, name: string): boolean {
  const field = fieldOf(context.object, name);
  return (
    context.before !== null && field !== undefined && context.before[field.name] !== context.row[field.name]
  );
}

/**
 * Replaces what formulon doesn't know: comments, and functions about the record's previous values outside of quoted texts.
 */
function adapted(formula: string, context: FormulaContext): string {
  return formula
    .split(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*[\s\S]*?\*\//)
    .map((part: string | undefined, index) =>
      index % 2 === 1
        ? (part ?? ' ')
        : (part ?? '')
            .replace(/\b(TODAY|NOW)\s*\(\s*\)/gi, (_all, name: string) => `${name.toUpperCase()}__VALUE`)
            .replace(/\bISNEW\s*\(\s*\)/gi, context.before === null ? 'TRUE' : 'FALSE')
            .replace(/\bISCHANGED\s*\(\s*(\w+)\s*\)/gi, (_all, name: string) =>
              changed(context, name) ? 'TRUE' : 'FALSE',
            )
            .replace(/\bPRIORVALUE\s*\(\s*(\w+)\s*\)/gi, 'PRIORVALUE__$1'),
    )
    .join('');
}

/** How many formulas, and results of them, are remembered. */
const MOST = 5_000;
const rememberedAdapted = memoryOf<string>(MOST);

/** The adapted formula, remembered when it is the same for every record. */
function adaptedOnce(formula: string, context: FormulaContext): string {
  const make = (): string => adapted(formula, context);
  return /\bIS(NEW|CHANGED)\b/i.test(formula) ? make() : rememberedAdapted(formula, make);
}

/** Today in the user's time zone, as in an org; formulon would use the machine's. */
function today(state: OrgState, userId: string): FormulaLiteral {
  const row = state.database.prepare('SELECT TimeZoneSidKey FROM "User" WHERE Id = ?').get(userId);
  return literal('date', todayIn(String(row?.TimeZoneSidKey ?? 'GMT'), state.now()));
}

function substitution(state: OrgState, context: FormulaContext, name: string): FormulaLiteral | undefined {
  if (name === 'TODAY__VALUE') return today(state, context.userId);
  if (name === 'NOW__VALUE') return literal('datetime', state.now());
  const prior = /^PRIORVALUE__(\w+)$/.exec(name)?.[1];
  if (prior === undefined) return valueOf(state, context, name);
  return valueOf(state, { ...context, row: context.before ?? context.row }, prior);
}

/** Results by formula and input values, because formulon parses the formula again each time. */
const rememberedResults = memoryOf<FormulaResult>(MOST);
const rememberedNames = memoryOf<readonly string[]>(MOST);

/** The value of a formula for a record. */
export function evaluate(state: OrgState, formula: string, context: FormulaContext): FormulaResult {
  try {
    const adaptedFormula = adaptedOnce(formula, context);
    const substitutions: Record<string, FormulaLiteral> = {};
    const names = rememberedNames(adaptedFormula, () => formulon.extract(adaptedFormula));
    for (const name of names) {
      const literal = substitution(state, context, name);
      if (literal === undefined) return { problem: `Field ${name} does not exist. Check spelling.` };
      substitutions[name] = literal;
    }
    const simple = simpleCondition(adaptedFormula, substitutions);
    if (simple !== undefined) return { value: simple, dataType: 'checkbox' };
    const key = `${adaptedFormula}\n${JSON.stringify(substitutions)}`;
    return rememberedResults(key, () => {
      const blank = new Set(
        Object.keys(substitutions).filter((name) => substitutions[name]?.dataType === 'null'),
      );
      return run(withoutBlankComparisons(adaptedFormula, blank), substitutions);
    });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function run(formula: string, substitutions: Readonly<Record<string, FormulaLiteral>>): FormulaResult {
  const result = formulon.parse(formula, substitutions);
  if (result.type === 'error') return { problem: result.message };
  const { dataType, value, options } = result;
  return { dataType, value, ...(options && { options }) };
}

/** The result of a formula field in its stored form; null when it is blank or can't be evaluated. */
export function formulaValue(state: OrgState, field: Field, context: FormulaContext): Value {
  const result = evaluate(state, field.formula ?? '', { ...context, blankAsZero: field.blankAsZero });
  if ('problem' in result) return null;
  const { value } = result;
  if (value === null || value === '') return field.type === 'boolean' ? 0 : null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date)
    return field.type === 'date'
      ? value.toISOString().slice(0, 10)
      : `${value.toISOString().slice(0, 19)}.000+0000`;
  if (typeof value === 'number')
    return Number((field.type === 'percent' ? value * 100 : value).toFixed(field.scale));
  return typeof value === 'string' ? value : null;
}
