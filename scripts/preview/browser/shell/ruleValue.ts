import { model } from '../platform/model.ts';
import type { RecordRepresentation } from '../platform/uiApi.ts';
import { plainValue } from './fieldText.ts';

type Value = string | number | boolean | undefined;

/** The value of an expression of a visibility rule: `$Permission.CustomPermission.X`, `$Client.FormFactor`, `Record.Owner.Name`. */
export function ruleValue(expression: string, record: RecordRepresentation | undefined): Value {
  const [scope = '', ...path] = expression.split('.');
  const name = path.join('.');
  switch (scope) {
    case '$Permission':
      return path[0] === 'CustomPermission' && model.customPermissions.includes(path[1] ?? '');
    case '$Client':
      return name === 'FormFactor' ? model.formFactor : undefined;
    case '$User':
      return { 'Profile.Name': model.user.profile, Name: model.user.name, Id: model.user.id }[name];
    case 'Record':
      return recordValue(record, path);
    default:
      return undefined;
  }
}

function recordValue(
  record: RecordRepresentation | undefined,
  [field = '', ...rest]: readonly string[],
): Value {
  if (record === undefined) return undefined;
  if (rest.length === 0) return plainValue(record, field);
  const parent = record.fields[field]?.value;
  return typeof parent === 'object' && parent !== null ? recordValue(parent, rest) : undefined;
}
