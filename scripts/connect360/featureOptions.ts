import { InvalidArgumentError } from 'commander';
import type { DuplicateRule } from '../local-org/schema/features.ts';

/** `Account:PersonEmail,LastName` or `Account:PersonEmail:block`, after the rules given before it. */
export function duplicateRule(text: string, before: readonly DuplicateRule[] = []): readonly DuplicateRule[] {
  const [object = '', fields = '', action = 'alert', ...rest] = text.split(':');
  const names = fields.split(',').map((name) => name.trim());
  if (object === '' || names.includes('') || rest.length > 0 || (action !== 'alert' && action !== 'block'))
    throw new InvalidArgumentError(
      'a rule is <object>:<field,field>, with :block for one that can not be overruled.',
    );
  return [...before, { object, fields: names, action }];
}
