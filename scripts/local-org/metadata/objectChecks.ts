import { objectOf, type Schema } from '../schema/model.ts';
import type { PackagedComponent } from './package.ts';
import type { Candidate, Problem } from './problem.ts';
import { type XmlContent, elements, textOf } from './xml.ts';

/**
 * Problems of sharing models and master-detail fields; messages of public deploy logs (sf-skills, AutoRABIT release notes).
 */
function sharingProblems(schema: Schema, name: string, content: XmlContent): readonly Problem[] {
  const model = textOf(content, 'sharingModel');
  const fields = [...(objectOf(schema, name)?.fields.values() ?? [])];
  const detail = fields.some((field) => field.masterDetail);
  if (model === null) return [{ message: 'Required field is missing: sharingModel' }];
  if (detail === (model === 'ControlledByParent')) return externalProblems(model, content);
  const relation = detail ? 'with' : 'without';
  const message = `Cannot set sharingModel to ${model} on a CustomObject ${relation} a MasterDetail relationship field`;
  return [{ message, at: '<sharingModel>' }];
}

/** Levels of access from the least to the most. */
const LEVELS = ['Private', 'Read', 'ReadWrite', 'ReadWriteTransfer', 'FullAccess'];

/** Users from outside see no more than those of the org. Salesforce help, "External Organization-Wide Defaults Overview". */
function externalProblems(model: string, content: XmlContent): readonly Problem[] {
  const external = textOf(content, 'externalSharingModel');
  if (external === null || !LEVELS.includes(model)) return [];
  if (LEVELS.indexOf(external) <= LEVELS.indexOf(model)) return [];
  const message = `Cannot set externalSharingModel to ${external}: it grants more than the sharingModel ${model}`;
  return [{ message, at: '<externalSharingModel>' }];
}

/** The problems of a custom object's own attributes. */
export function objectProblems(
  { schema }: Candidate,
  { fullName }: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  if (!/__c$/i.test(fullName)) return [];
  if (textOf(content, 'label') === null)
    return [{ message: 'Must specify a non-empty label for the CustomObject' }];
  if (textOf(content, 'pluralLabel') === null)
    return [{ message: 'Must specify a non-empty pluralLabel for the CustomObject' }];
  if (elements(content, 'nameField').length === 0)
    return [{ message: 'Must specify a nameField of type Text or AutoNumber' }];
  return sharingProblems(schema, fullName, content);
}
