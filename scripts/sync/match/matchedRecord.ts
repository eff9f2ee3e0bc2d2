import { parseInstant, toIsoSecond } from '../../feed/instant.ts';
import type { Config } from '../config/config.ts';
import type { Target } from '../check/checkedEvent.ts';
import { CONTACT_ROLES } from '../config/roles.ts';
import type { OrgRecord } from '../org/query.ts';

/** Fields of a record by API name, comparable with what a patch would write. As-ofs are `2026-11-22T09:00:00Z`. */
export type Fields = Readonly<Record<string, string | boolean | null>>;

/** A record of the org that an event speaks of. */
export interface MatchedRecord {
  readonly id: string;
  /** The account whose lock a write takes: the record itself, or the policy's. */
  readonly accountId: string;
  readonly isPersonAccount: boolean;
  /** Customer number of the account. */
  readonly customer: string | null;
  readonly brand: string | null;
  readonly isActive: boolean;
  readonly fields: Fields;
}

/** The field that holds the key of the object's records. */
export const keyField = (target: Target, { roles }: Config): string =>
  target === 'Account' ? roles.customerNumber : roles.policyNumber;

/** What a look-up of the object selects, a field of a parent included. */
export function lookUpFields(target: Target, config: Config): readonly string[] {
  const parents = target === 'Account' ? [] : [customerPath(config)];
  return ['Id', ...selectedFields(target, config), ...parents];
}

/** Whether the field is a checkbox: CSV doesn't tell. */
export const isCheckbox = (name: string, { roles }: Config): boolean =>
  [roles.isPersonAccount, roles.policyActive, roles.mypvOnboarded, roles.myviviumOnboarded].includes(name);

/** Fields that a look-up of the object selects, without those of a parent. */
export function selectedFields(target: Target, { roles, contact }: Config): readonly string[] {
  if (target === 'InsurancePolicy') {
    const brand = roles.policyBrand === null ? [] : [roles.policyBrand];
    return [
      roles.policyNumber,
      roles.policyAccount,
      ...brand,
      roles.policyActive,
      ...comparedFields(target, roles),
    ];
  }
  const maps = contact.write === 'full' ? [roles.person, roles.business ?? {}] : [];
  const contacts = maps.flatMap((map) => CONTACT_ROLES.flatMap((role) => map[role] ?? []));
  return [
    ...new Set([roles.customerNumber, roles.isPersonAccount, ...comparedFields(target, roles), ...contacts]),
  ];
}

/** Our own fields of the object; the view itself is compared by its hash. */
function comparedFields(target: Target, roles: Config['roles']): readonly string[] {
  if (target === 'InsurancePolicy')
    return [roles.visibility, roles.hiddenReason, roles.product, roles.viewHash, roles.policyAsOf];
  return [
    roles.mypvOnboarded,
    roles.mypvOnboardingDate,
    roles.mypvAsOf,
    roles.myviviumOnboarded,
    roles.myviviumOnboardingDate,
    roles.myviviumAsOf,
    roles.contactChangedOn,
    roles.contactAsOf,
  ];
}

/** The field that holds the customer number, as seen from a policy. */
export const customerPath = ({ roles }: Config): string =>
  `${roles.policyAccountRelationship}.${roles.customerNumber}`;

/** Gives what reads a record as the REST API answers it. */
export function recordReader(target: Target, config: Config): (record: OrgRecord) => MatchedRecord {
  const { roles } = config;
  const names = selectedFields(target, config);
  const asOfs = new Set([roles.mypvAsOf, roles.myviviumAsOf, roles.contactAsOf, roles.policyAsOf]);
  function fieldsOf(record: OrgRecord): Fields {
    const fields: Record<string, unknown> = {};
    for (const name of names) {
      const value = record[name] ?? null;
      fields[name] = asOfs.has(name) && typeof value === 'string' ? isoSecond(value) : value;
    }
    return fields as Fields;
  }
  return target === 'Account'
    ? (record) => matchedAccount(record, fieldsOf(record), roles)
    : (record) => matchedPolicy(record, fieldsOf(record), roles);
}

function matchedAccount(record: OrgRecord, fields: Fields, roles: Config['roles']): MatchedRecord {
  const id = record.Id as string;
  return {
    id,
    accountId: id,
    isPersonAccount: record[roles.isPersonAccount] === true,
    customer: record[roles.customerNumber] as string | null,
    brand: null,
    isActive: true,
    fields,
  };
}

function matchedPolicy(record: OrgRecord, fields: Fields, roles: Config['roles']): MatchedRecord {
  const account = record[roles.policyAccountRelationship] as OrgRecord | null;
  return {
    id: record.Id as string,
    accountId: record[roles.policyAccount] as string,
    isPersonAccount: false,
    customer: (account?.[roles.customerNumber] ?? null) as string | null,
    brand: roles.policyBrand === null ? null : ((record[roles.policyBrand] ?? null) as string | null),
    isActive: record[roles.policyActive] === true,
    fields,
  };
}

/** The REST API writes offsets without a colon: `2026-11-22T09:00:00.000+0000`. */
function isoSecond(text: string): string {
  const instant = parseInstant(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (instant === undefined) throw new Error('the org gave a date-time that is none');
  return toIsoSecond(instant);
}
