import ACTIVE from '@salesforce/schema/InsurancePolicy.IsActive';
import INSURED from '@salesforce/schema/InsurancePolicy.NameInsuredId';
import NAME from '@salesforce/schema/InsurancePolicy.Name';
import POLICY from '@salesforce/schema/InsurancePolicy';
import POLICY_NAME from '@salesforce/schema/InsurancePolicy.PolicyName';
import type { SchemaField } from '@salesforce/schema';
import { nextPage, rows, rowsOf, rowValue, type Row } from 'c/cuzoQuery';
import type { Zone } from 'c/cuzoZones';

/** An active policy. `brand` is null when the page names no field for it or the policy has none. */
export interface ActivePolicy {
  readonly id: string;
  readonly number: string;
  /** The kind of insurance; null when the policy has no name of its own. */
  readonly name: string | null;
  readonly brand: string | null;
  /** The row, for the other fields that a component queries. */
  readonly row: Row;
}

/** Title of a policy in a list: the kind of insurance and the number. */
export function policyTitle({ name, number }: ActivePolicy): string {
  return name === null ? number : `${name} · ${number}`;
}

/** Largest page of the GraphQL API without `upperBound`. */
const PAGE = 200;

type BrandField = SchemaField<'InsurancePolicy'> | null;

/**
 * The part of a query for one page of the account's policies. Active ones are selected in code, because a filter on a field
 * without access would fail the whole query.
 */
export function policiesOf(
  brandField: BrandField,
  more: readonly SchemaField<'InsurancePolicy'>[] = [],
): string {
  const selection = `first: ${PAGE}, after: $after, where: { ${INSURED.fieldApiName}: { eq: $recordId } }, orderBy: { ${NAME.fieldApiName}: { order: ASC } }`;
  const brand = brandField === null ? [] : [brandField];
  return rowsOf(POLICY, [NAME, POLICY_NAME, ACTIVE, ...brand, ...more], selection);
}

/** The policies of an account that have arrived, page by page. */
export interface PolicyPages {
  readonly recordId: string | undefined;
  readonly rows: readonly Row[];
  /** The cursor of the next page; null before the first and after the last. */
  readonly after: string | null;
  readonly isComplete: boolean;
}

export const NO_PAGES: PolicyPages = { recordId: undefined, rows: [], after: null, isComplete: false };

/** The variables that query the missing page. After the last page they stay the same, so that nothing new is queried. */
export function pageVariables(
  { recordId: of, after }: PolicyPages,
  recordId: string | undefined,
): Readonly<Record<string, unknown>> {
  return { recordId, after: of === recordId ? after : null };
}

/**
 * The pages plus the page in a result. `data` is undefined while there is none. A result without news must return the same
 * object: the wire's variables depend on it, and a new object would make the wire query again, endlessly.
 */
export function withPage(pages: PolicyPages, recordId: string | undefined, data: unknown): PolicyPages {
  if (data === undefined || data === null) return pages;
  const { after } = pages.recordId === recordId ? pages : NO_PAGES;
  const earlier = after === null ? [] : pages.rows;
  // A page that arrives again, as after a change of a record, replaces its earlier rows.
  const all = new Map([...earlier, ...rows(data, POLICY)].map((row) => [row.Id, row]));
  const next = nextPage(data, POLICY);
  const known = { recordId, rows: [...all.values()], after: next ?? after, isComplete: next === null };
  return JSON.stringify(known) === JSON.stringify(pages) ? pages : known;
}

/** The active policies, sorted by number; null while some are missing, or when the agent has no access to their status. */
export function activePolicies(
  { rows: all, isComplete }: PolicyPages,
  brandField: BrandField,
): readonly ActivePolicy[] | null {
  if (!isComplete || all.some((row) => rowValue(row, ACTIVE) === undefined)) return null;
  return all
    .filter((row) => rowValue(row, ACTIVE) === true)
    .map((row) => ({
      id: row.Id,
      number: rowValue(row, NAME) ?? '',
      name: filled(rowValue(row, POLICY_NAME)),
      brand: brandField === null ? null : textOf(rowValue(row, brandField)),
      row,
    }));
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value.trim() : null);

function filled(value: unknown): string | null {
  const text = textOf(value);
  return text === '' ? null : text;
}

/** Whether the customer has an active contract in that zone; null when a policy's brand isn't known. */
export function hasContract(policies: readonly ActivePolicy[] | null, zone: Zone): boolean | null {
  if (policies === null) return null;
  if (policies.some(({ brand }) => brand === zone.brand)) return true;
  return policies.every(({ brand }) => brand !== null && brand !== '') ? false : null;
}
