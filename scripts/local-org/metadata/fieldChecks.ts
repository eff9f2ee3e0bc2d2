import formulon from 'formulon';
import { fieldTypeOf } from './customField.ts';
import { attributeProblems } from './fieldAttributes.ts';
import { type Schema, fieldOf, objectOf } from '../schema/model.ts';
import type { PackagedComponent } from './package.ts';
import { type Candidate, type Problem, missing } from './problem.ts';
import { type XmlContent, elements, textOf } from './xml.ts';

function formulaProblems(formula: string | null, type: string): readonly Problem[] {
  if (formula === null) return [];
  const named = formula
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\b(ISNEW\s*\(\s*\)|(ISCHANGED|PRIORVALUE)\s*\(\s*\w+\s*\))/gi, 'TRUE');
  const result = formulon.parse(named, {});
  if (
    result.type !== 'error' ||
    (result.errorType !== 'SyntaxError' && result.errorType !== 'NoFunctionError')
  )
    return [];
  return [{ message: `Error in ${type}: ${result.message}`, at: '<' }];
}

/** The problems of a custom field, or of a standard field in an object's file. */
export function customFieldProblems(
  { schema }: Candidate,
  component: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  const [objectName = '', name = ''] = component.fullName.split('.');
  const object = objectOf(schema, objectName);
  if (object === undefined)
    return [{ message: `Entity of type CustomObject named ${objectName} cannot be found` }];
  if (!/__c$/i.test(name)) {
    return fieldOf(object, name) === undefined
      ? [{ message: "Could not resolve standard field's name.", at: `<fullName>${name}<` }]
      : [];
  }
  const type = textOf(content, 'type');
  const at = `<fullName>${name}<`;
  if (type === null) return [{ message: 'Required field is missing: type', at }];
  if (fieldTypeOf(type) === undefined)
    return [{ message: `The field type ${type} is not supported by this org`, at }];
  if (textOf(content, 'label') === null) return [{ message: 'Required field is missing: label', at }];
  const ignored = elements(content, 'lookupFilter').some((filter) => textOf(filter, 'isOptional') !== 'true')
    ? 'A lookup filter'
    : elements(content, 'valueSet').some((set) => textOf(set, 'controllingField') !== null)
      ? 'A dependent picklist'
      : undefined;
  if (ignored !== undefined) return [{ message: `${ignored} is not supported by this org`, at }];
  const formula = textOf(content, 'formula');
  return [
    ...attributeProblems(type, content, at),
    ...selfProblems(formula, name, at),
    ...valueProblems(name, content),
    ...targetProblems(schema, content, at),
    ...formulaProblems(formula, 'formula'),
  ];
}

/** A value that a picklist has twice. The words: forcedotcom/cli issue 1605. */
function valueProblems(name: string, content: XmlContent): readonly Problem[] {
  const values = elements(content, 'valueSet')
    .flatMap((set) => elements(set, 'valueSetDefinition'))
    .flatMap((definition) => elements(definition, 'value'))
    .map((value) => textOf(value, 'fullName') ?? '');
  const known = new Set<string>();
  const again = values.find((value) => {
    const before = known.size;
    return known.add(value.toLowerCase()).size === before;
  });
  return again === undefined
    ? []
    : [{ message: `Duplicate picklist value:${name} - ${again}`, at: `<fullName>${again}<` }];
}

/** The error of a formula that refers to its own field. */
function selfProblems(formula: string | null, name: string, at: string): readonly Problem[] {
  if (formula === null) return [];
  const named = formulon.extract(formula.replace(/\/\*[\s\S]*?\*\//g, ' '));
  return named.some((each) => each.toLowerCase() === name.toLowerCase())
    ? [{ message: `Error in formula: Field ${name} refers to itself.`, at }]
    : [];
}

function targetProblems(schema: Schema, content: XmlContent, at: string): readonly Problem[] {
  const target = textOf(content, 'referenceTo');
  return target === null || objectOf(schema, target) !== undefined
    ? []
    : [{ message: `referenceTo value of '${target}' does not resolve to a valid sObject type`, at }];
}

/** The problems of a validation rule. */
export function validationRuleProblems(
  { schema }: Candidate,
  component: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  const [objectName = '', name = ''] = component.fullName.split('.');
  const object = objectOf(schema, objectName);
  if (object === undefined)
    return [{ message: `Entity of type CustomObject named ${objectName} cannot be found` }];
  const at = `<fullName>${name}<`;
  const shownAt = textOf(content, 'errorDisplayField');
  if (shownAt !== null && fieldOf(object, shownAt) === undefined)
    return [missing('errorDisplayField', 'CustomField', `${objectName}.${shownAt}`, at)];
  const formula = textOf(content, 'errorConditionFormula') ?? '';
  const unknown = formulon
    .extract(formula.replace(/\/\*[\s\S]*?\*\//g, ' '))
    .find((each) => !each.includes('.') && !each.startsWith('$') && fieldOf(object, each) === undefined);
  if (unknown !== undefined) return [{ message: `Field ${unknown} does not exist. Check spelling.`, at }];
  return formulaProblems(formula, 'errorConditionFormula').map((problem) => ({ ...problem, at }));
}
