import ACTIVE from '@salesforce/schema/InsurancePolicy.IsActive';
import INSURED from '@salesforce/schema/InsurancePolicy.NameInsuredId';
import NAME from '@salesforce/schema/InsurancePolicy.Name';
import POLICY from '@salesforce/schema/InsurancePolicy';
import type { SchemaField } from '@salesforce/schema';
import { rows, rowsOf, rowValue } from 'c/cuzoQuery';
import type { Zone } from 'c/cuzoZones';

/** A policy that is in force, `brand` null where the page names no field for it or the policy has none. */
export interface ActivePolicy {
  readonly id: string;
  readonly number: string;
  readonly brand: string | null;
}

/** The most that one page of the GraphQL API holds without an upper bound. */
const LIMIT = 200;

type BrandField = SchemaField<'InsurancePolicy'> | null;

/**
 * The part of a query for the policies of the account of the page. Which are active is looked at here: a filter on a field
 * without access would fail the whole query.
 */
export function policiesOf(brandField: BrandField): string {
  const selection = `first: ${LIMIT}, where: { ${INSURED.fieldApiName}: { eq: $recordId } }, orderBy: { ${NAME.fieldApiName}: { order: ASC } }`;
  return rowsOf(POLICY, [NAME, ACTIVE, ...(brandField === null ? [] : [brandField])], selection);
}

/** The active policies in an answer, in order of number; null when the answer can't tell all of them. */
export function activePolicies(data: unknown, brandField: BrandField): readonly ActivePolicy[] | null {
  const policies = rows(data, POLICY);
  const isComplete = policies.length < LIMIT && policies.every((row) => rowValue(row, ACTIVE) !== undefined);
  if (!isComplete) return null;
  return policies
    .filter((row) => rowValue(row, ACTIVE) === true)
    .map((row) => ({
      id: row.Id,
      number: rowValue(row, NAME) ?? '',
      brand: brandField === null ? null : textOf(rowValue(row, brandField)),
    }));
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value.trim() : null);

/** Whether the customer has an active contract in that zone; null when brands aren't known of all policies. */
export function hasContract(policies: readonly ActivePolicy[] | null, zone: Zone): boolean | null {
  if (policies === null) return null;
  if (policies.some(({ brand }) => brand === zone.brand)) return true;
  return policies.every(({ brand }) => brand !== null && brand !== '') ? false : null;
}
