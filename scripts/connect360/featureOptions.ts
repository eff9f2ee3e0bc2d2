import { InvalidArgumentError } from 'commander';
import type { DuplicateRule, Features } from '../local-org/schema/features.ts';

/** Org-wide defaults by the value of the option; contacts follow their accounts, as in a new org. */
export const SHARING_DEFAULTS = {
  private: { '*': 'Private', contact: 'ControlledByParent' },
  read: { '*': 'Read', contact: 'ControlledByParent' },
  'read-write': { '*': 'ReadWrite' },
} as const satisfies Readonly<Record<string, Features['sharing']>>;

/** Parses `Account:PersonEmail,LastName` or `Account:PersonEmail:block`, and appends it to the rules before it. */
export function duplicateRule(text: string, before: readonly DuplicateRule[] = []): readonly DuplicateRule[] {
  const [object = '', fields = '', action = 'alert', ...rest] = text.split(':');
  const names = fields.split(',').map((name) => name.trim());
  if (object === '' || names.includes('') || rest.length > 0 || (action !== 'alert' && action !== 'block'))
    throw new InvalidArgumentError(
      'a rule is <object>:<field,field>, with :block for one that can not be overruled.',
    );
  return [...before, { object, fields: names, action }];
}
