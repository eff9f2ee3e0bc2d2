import { parseInstant, toIsoSecond } from '../../feed/instant.ts';
import type { Config } from '../config/config.ts';
import type { Target } from '../events/event.ts';
import type { Fields, MatchedRecord } from '../events/record.ts';
import type { OrgRecord } from '../org/query.ts';
import { heldFields } from '../events/comparison.ts';
import { comparedNames, fieldsOfType, MODIFIED_BY } from './lookUpFields.ts';

/** By field, the org's own texts for the values of a picklist. */
export type PicklistLabels = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Returns a function that reads a record from the form in which the REST API answers it. */
export function recordReader(
  target: Target,
  config: Config,
  labels: PicklistLabels,
): (record: OrgRecord) => MatchedRecord {
  const { roles } = config;
  const names = comparedNames(target, config);
  const asOfs = fieldsOfType(target, config, 'datetime');
  const numbers = fieldsOfType(target, config, 'double');
  const compared = heldFields(config);
  function fieldsOf(record: OrgRecord): Fields {
    const fields: Record<string, unknown> = {};
    for (const name of names) {
      const value = record[name] ?? null;
      if (asOfs.has(name) && typeof value === 'string') fields[name] = isoSecond(value);
      // CSV has only text.
      else if (numbers.has(name) && value !== null) fields[name] = Number(value);
      else fields[name] = value;
    }
    return fields as Fields;
  }
  function heldIn(record: OrgRecord): MatchedRecord['held'] {
    return Object.fromEntries(
      compared.map((name) => {
        const value = record[name] ?? null;
        return [name, { value, display: labels.get(name)?.get(value as string) }];
      }),
    );
  }
  return target === 'Account'
    ? (record) => matchedAccount(record, fieldsOf(record), roles)
    : (record) => ({ ...matchedPolicy(record, fieldsOf(record), roles), held: heldIn(record) });
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
    modifiedBy: null,
    fields,
    held: {},
  };
}

function matchedPolicy(
  record: OrgRecord,
  fields: Fields,
  roles: Config['roles'],
): Omit<MatchedRecord, 'held'> {
  const account = record[roles.policyAccountRelationship] as OrgRecord | null;
  return {
    id: record.Id as string,
    accountId: record[roles.policyAccount] as string,
    isPersonAccount: false,
    customer: (account?.[roles.customerNumber] ?? null) as string | null,
    brand: roles.policyBrand === null ? null : ((record[roles.policyBrand] ?? null) as string | null),
    isActive: record[roles.policyActive] === true,
    modifiedBy: (record[MODIFIED_BY] ?? null) as string | null,
    fields,
  };
}

/** The REST API writes offsets without a colon: `2026-11-22T09:00:00.000+0000`. */
function isoSecond(text: string): string {
  const instant = parseInstant(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (instant === undefined) throw new Error('the org gave a date-time that is none');
  return toIsoSecond(instant);
}
