import { ofType } from '../schema/components.ts';
import { fieldOf, objectOf, type Schema } from '../schema/model.ts';
import type { Candidate, Problem } from './problem.ts';
import { type XmlContent, elements, textOf } from './xml.ts';

/** Operators of a visibility rule. Metadata API developer guide, "UiFormulaCriterion". */
const VISIBILITY_OPERATORS: readonly string[] = ['CONTAINS', 'EQUAL', 'NE', 'GT', 'GE', 'LE', 'LT'];

/** Whether a path of fields exists, from an object over its parents. */
function isPath(schema: Schema, objectName: string, path: readonly string[]): boolean {
  const [name = '', ...rest] = path;
  const object = objectOf(schema, objectName);
  if (object === undefined) return false;
  if (rest.length === 0) return fieldOf(object, name) !== undefined;
  const parent = [...object.fields.values()].find(
    (each) => each.relationshipName?.toLowerCase() === name.toLowerCase(),
  );
  return parent?.referenceTo.some((target) => isPath(schema, target, rest)) ?? false;
}

/** Whether the left side of a criterion exists: `{!Record.Name}`, `{!$User.Profile.Name}`, ... */
function isKnown(candidate: Candidate, object: string | null, left: string): boolean {
  const inner = /^\{!(.+)\}$/.exec(left)?.[1];
  if (inner === undefined) return false;
  const [root = '', ...path] = inner.split('.');
  if (root === 'Record') return object !== null && isPath(candidate.schema, object, path);
  if (root === '$User') return isPath(candidate.schema, 'User', path);
  if (root === '$Permission' && path[0] === 'CustomPermission')
    return ofType(candidate.components, 'CustomPermission').has(path[1] ?? '');
  return ['$Client', '$Organization', '$Permission', '$Profile', '$Label', '$UserRole'].includes(root);
}

/** The problems in the visibility rule of a component or field on a page of that object. */
export function visibilityProblems(
  candidate: Candidate,
  object: string | null,
  instance: XmlContent,
): readonly Problem[] {
  return elements(instance, 'visibilityRule').flatMap((rule) =>
    elements(rule, 'criteria').flatMap((criterion) => {
      const operator = textOf(criterion, 'operator') ?? '';
      const left = textOf(criterion, 'leftValue') ?? '';
      return [
        ...(VISIBILITY_OPERATORS.includes(operator)
          ? []
          : [
              {
                message: `'${operator}' is not a valid value for the enum 'UiFormulaOperator'`,
                at: `<operator>${operator}<`,
              },
            ]),
        ...(isKnown(candidate, object, left)
          ? []
          : [
              {
                message: `The visibility rule names ${left}, which the org doesn't have`,
                at: `<leftValue>${left}<`,
              },
            ]),
      ];
    }),
  );
}
