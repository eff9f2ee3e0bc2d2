import formulon from 'formulon';
import { fieldTypeOf } from './customField.ts';
import { type Schema, fieldOf, objectOf } from '../schema/model.ts';
import type { PackagedComponent } from './package.ts';
import { type Candidate, type Problem, missing } from './problem.ts';
import { type XmlContent, elements, numberOf, textOf } from './xml.ts';

const LONGEST_TEXT = 255;
const LONGEST_LONG_TEXT = 131_072;

/** Attributes that a field of a metadata type must have. Metadata API developer guide, "CustomField". */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  AutoNumber: ['displayFormat'],
  Html: ['length', 'visibleLines'],
  LongTextArea: ['length', 'visibleLines'],
  Lookup: ['referenceTo'],
  MasterDetail: ['referenceTo', 'relationshipName'],
  MultiselectPicklist: ['visibleLines'],
  Text: ['length'],
};
const WITH_PRECISION = new Set(['Currency', 'Number', 'Percent']);

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
  const needed = formula === null ? (NEEDED[type] ?? []) : [];
  const absent = [...needed, ...(WITH_PRECISION.has(type) ? ['precision', 'scale'] : [])].find(
    (each) => textOf(content, each) === null,
  );
  if (absent !== undefined && !(formula !== null && absent === 'precision')) {
    return [{ message: `Must specify '${absent}' for a CustomField of type ${type}`, at }];
  }
  return [
    ...sizeProblems(type, content, at),
    ...targetProblems(schema, content, at),
    ...formulaProblems(formula, 'formula'),
  ];
}

function sizeProblems(type: string, content: XmlContent, at: string): readonly Problem[] {
  const length = numberOf(content, 'length', 1);
  if (type === 'Text' && (length < 1 || length > LONGEST_TEXT))
    return [{ message: `Value too long or too short for length: ${length}`, at }];
  if (type === 'LongTextArea' && (length < 256 || length > LONGEST_LONG_TEXT)) {
    return [
      {
        message: `Can not specify ${length} for length; a LongTextArea has 256 to ${LONGEST_LONG_TEXT} characters`,
        at,
      },
    ];
  }
  if ((textOf(content, 'label') ?? '').length > 40)
    return [{ message: 'Label: data value too large (max length=40)', at }];
  return [];
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
