import type { Problem } from './problem.ts';
import { type XmlContent, numberOf, textOf } from './xml.ts';

/** Attributes that a field type requires. Metadata API developer guide, "CustomField". */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  AutoNumber: ['displayFormat'],
  Checkbox: ['defaultValue'],
  Currency: ['precision', 'scale'],
  Html: ['length', 'visibleLines'],
  LongTextArea: ['length', 'visibleLines'],
  Lookup: ['referenceTo'],
  MasterDetail: ['referenceTo', 'relationshipName'],
  MultiselectPicklist: ['visibleLines'],
  Number: ['precision', 'scale'],
  Percent: ['precision', 'scale'],
  Text: ['length'],
};

/** Attributes that a field type doesn't allow, each from public deploy logs. */
const IMPOSSIBLE: Readonly<Record<string, readonly string[]>> = {
  Html: ['required'],
  LongTextArea: ['required'],
  Lookup: ['relationshipOrder'],
  MasterDetail: ['deleteConstraint'],
  TextArea: ['length'],
};

const LARGEST_PRECISION = 18;
const LONGEST_TEXT = 255;
const LONGEST_LONG_TEXT = 131_072;

function sizeProblems(type: string, content: XmlContent, at: string): readonly Problem[] {
  const length = numberOf(content, 'length', 1);
  if (type === 'Text' && (length < 1 || length > LONGEST_TEXT))
    return [{ message: `Value too long or too short for length: ${length}`, at }];
  if ((type === 'LongTextArea' || type === 'Html') && (length < 256 || length > LONGEST_LONG_TEXT)) {
    const message = `Can not specify ${length} for length; a ${type} has 256 to ${LONGEST_LONG_TEXT} characters`;
    return [{ message, at }];
  }
  const precision = numberOf(content, 'precision', 1);
  const scale = numberOf(content, 'scale', 0);
  if (precision < 1 || precision > LARGEST_PRECISION)
    return [{ message: `Can not specify ${precision} for precision; it is 1 to ${LARGEST_PRECISION}`, at }];
  return scale < 0 || scale > precision
    ? [{ message: `Can not specify ${scale} for scale; it is 0 to the precision, ${precision}`, at }]
    : [];
}

/** Errors in a custom field's attributes: missing ones, ones that its type doesn't allow, sizes. */
export function attributeProblems(type: string, content: XmlContent, at: string): readonly Problem[] {
  const formula = textOf(content, 'formula') !== null;
  const absent = (NEEDED[type] ?? []).find(
    (each) => textOf(content, each) === null && (!formula || each === 'scale'),
  );
  if (absent !== undefined)
    return [{ message: `Must specify '${absent}' for a CustomField of type ${type}`, at }];
  const impossible = (IMPOSSIBLE[type] ?? []).find(
    (each) => textOf(content, each) !== null && textOf(content, each) !== 'false',
  );
  if (impossible !== undefined)
    return [{ message: `Can not specify '${impossible}' for a CustomField of type ${type}`, at }];
  return sizeProblems(type, content, at);
}
