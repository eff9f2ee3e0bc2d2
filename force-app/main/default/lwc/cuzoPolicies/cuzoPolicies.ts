import ACTIVE from '@salesforce/schema/InsurancePolicy.IsActive';
import INSURED from '@salesforce/schema/InsurancePolicy.NameInsuredId';
import NAME from '@salesforce/schema/InsurancePolicy.Name';
import POLICY from '@salesforce/schema/InsurancePolicy';
import POLICY_NAME from '@salesforce/schema/InsurancePolicy.PolicyName';
import type { SchemaField } from '@salesforce/schema';
import { nextPage, rows, rowsOf, rowValue, type Row } from 'c/cuzoQuery';
import type { Zone } from 'c/cuzoZones';

/** A policy that is in force, `brand` null where the page names no field for it or the policy has none. */
export interface ActivePolicy {
  readonly id: string;
  readonly number: string;
  /** What agents call it: the kind of insurance; null when it has no name of its own. */
  readonly name: string | null;
  readonly brand: string | null;
  /** For what else a component asked of it. */
  readonly row: Row;
}

/** What a list of policies calls it: the kind of insurance and the number. */
export function policyTitle({ name, number }: ActivePolicy): string {
  return name === null ? number : `${name} · ${number}`;
}

/** The most that one page of the GraphQL API holds without an upper bound. */
const PAGE = 200;

type BrandField = SchemaField<'InsurancePolicy'> | null;

/**
 * The part of a query for a page of the policies of the account of the page. Which are active is looked at here: a filter on
 * a field without access would fail the whole query.
 */
export function policiesOf(
  brandField: BrandField,
  more: readonly SchemaField<'InsurancePolicy'>[] = [],
): string {
  const selection = `first: ${PAGE}, after: $after, where: { ${INSURED.fieldApiName}: { eq: $recordId } }, orderBy: { ${NAME.fieldApiName}: { order: ASC } }`;
  const brand = brandField === null ? [] : [brandField];
  return rowsOf(POLICY, [NAME, POLICY_NAME, ACTIVE, ...brand, ...more], selection);
}

/** The policies of an account as far as they came in, page by page. */
export interface PolicyPages {
  readonly recordId: string | undefined;
  readonly rows: readonly Row[];
  /** The cursor after which the next page begins; null before the first and after the last. */
  readonly after: string | null;
  readonly isComplete: boolean;
}

export const NO_PAGES: PolicyPages = { recordId: undefined, rows: [], after: null, isComplete: false };

/** The variables that ask for the page that is still missing. The last answer of an account asks for nothing new. */
export function pageVariables(
  { recordId: of, after }: PolicyPages,
  recordId: string | undefined,
): Readonly<Record<string, unknown>> {
  return { recordId, after: of === recordId ? after : null };
}

/**
 * The pages with the one in an answer. `data` is undefined while there is none. An answer that says nothing new gives the same
 * object: what a wire is asked by depends on it, and another one would make it ask again, without end.
 */
export function withPage(pages: PolicyPages, recordId: string | undefined, data: unknown): PolicyPages {
  if (data === undefined || data === null) return pages;
  const { after } = pages.recordId === recordId ? pages : NO_PAGES;
  const earlier = after === null ? [] : pages.rows;
  // A page that comes again, as when a record changed, replaces what it gave before.
  const all = new Map([...earlier, ...rows(data, POLICY)].map((row) => [row.Id, row]));
  const next = nextPage(data, POLICY);
  const known = { recordId, rows: [...all.values()], after: next ?? after, isComplete: next === null };
  return JSON.stringify(known) === JSON.stringify(pages) ? pages : known;
}

/** The active policies, in order of number; null while not all are there, or when the agent may not see which are active. */
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

/** Whether the customer has an active contract in that zone; null when brands aren't known of all policies. */
export function hasContract(policies: readonly ActivePolicy[] | null, zone: Zone): boolean | null {
  if (policies === null) return null;
  if (policies.some(({ brand }) => brand === zone.brand)) return true;
  return policies.every(({ brand }) => brand !== null && brand !== '') ? false : null;
}
