import { parseInstant, toIsoSecond } from '../../feed/instant.ts';
import type { Config } from '../config/config.ts';
import type { Target } from '../events/event.ts';
import type { Fields, MatchedRecord } from '../events/record.ts';
import type { OrgRecord } from '../org/query.ts';
import { fieldsOfType, MODIFIED_BY, selectedFields } from './lookUpFields.ts';

/** Returns a function that reads a record from the form in which the REST API answers it. */
export function recordReader(target: Target, config: Config): (record: OrgRecord) => MatchedRecord {
  const { roles } = config;
  const names = selectedFields(target, config);
  const asOfs = fieldsOfType(target, config, 'datetime');
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
    modifiedBy: null,
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
