import type { Config } from '../config/config.ts';
import { heldFields } from '../events/comparison.ts';
import type { Target } from '../events/event.ts';
import { fieldsCompared } from '../events/eventRules.ts';

/** The field that holds the key of the target's records. */
export const keyField = (target: Target, { roles }: Config): string =>
  target === 'Account' ? roles.customerNumber : roles.policyNumber;

/** Who changed a record last: of policies it tells whose view may not be what its hash says. */
export const MODIFIED_BY = 'LastModifiedById';

/**
 * When a record was changed last, by anybody or by the platform (Object Reference, System Fields): of policies it tells whether the
 * view can be another than when it was compared.
 */
export const CHANGED_AT = 'SystemModstamp';

/** What a look-up of the target selects, fields of the parent account included. */
export function lookUpFields(target: Target, config: Config): readonly string[] {
  const ofPolicies = target === 'Account' ? [] : [MODIFIED_BY, CHANGED_AT, customerPath(config)];
  return ['Id', ...selectedFields(target, config), ...ofPolicies];
}

/** What a look-up of the target selects of the target itself. */
const selectedFields = (target: Target, config: Config): readonly string[] => [
  ...new Set([...comparedNames(target, config), ...(target === 'Account' ? [] : heldFields(config))]),
];

/** Of those the ones that decide about an event, or that it writes. */
export function comparedNames(target: Target, config: Config): readonly string[] {
  const { roles } = config;
  const { policyNumber, policyAccount, policyBrand, policyActive } = roles;
  const asked =
    target === 'Account'
      ? [roles.customerNumber, roles.isPersonAccount]
      : [policyNumber, policyAccount, ...(policyBrand === null ? [] : [policyBrand]), policyActive];
  return [...new Set([...asked, ...fieldsCompared(target, config).map(({ name }) => name)])];
}

/** The field that holds the customer number, as seen from a policy. */
export const customerPath = ({ roles }: Config): string =>
  `${roles.policyAccountRelationship}.${roles.customerNumber}`;

/** The compared fields of one describe type. */
export const fieldsOfType = (target: Target, config: Config, type: string): ReadonlySet<string> =>
  new Set(
    fieldsCompared(target, config)
      .filter(({ types }) => types?.includes(type))
      .map(({ name }) => name),
  );

/** The checkbox fields of the target. CSV has only text, so the reader needs to know. */
export const checkboxes = (target: Target, config: Config): ReadonlySet<string> =>
  new Set([
    ...fieldsOfType(target, config, 'boolean'),
    target === 'Account' ? config.roles.isPersonAccount : config.roles.policyActive,
  ]);
