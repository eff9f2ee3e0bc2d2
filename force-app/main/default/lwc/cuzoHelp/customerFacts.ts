import NAME from '@salesforce/schema/Account.Name';
import PRODUCT from '@salesforce/schema/InsurancePolicy.CuZo_Product__c';
import ACCOUNT from '@salesforce/schema/Account';
import type { SchemaField } from '@salesforce/schema';
import { standing } from 'c/cuzoInvitation';
import type { ActivePolicy } from 'c/cuzoPolicies';
import { queryOf, rows, rowsOf, rowValue, type Row } from 'c/cuzoQuery';
import { saysDeceased } from 'c/cuzoRegistration';
import { ZONES, type Zone } from 'c/cuzoZones';
import type { BlockerFacts } from './blockers';

export type AccountField = SchemaField<'Account'> | null;

/** The fields of the customer's org that the page's properties name. */
export interface NamedFields {
  readonly email: AccountField;
  readonly mobile: AccountField;
  readonly birthDate: AccountField;
  readonly deceased: AccountField;
  /** Checkbox field that is true for a private person. */
  readonly person: AccountField;
  readonly customerNumber: AccountField;
}

/** The named fields without duplicates: one field may serve two purposes, but a query may name it only once. */
export function fieldsOf(fields: NamedFields): readonly SchemaField<'Account'>[] {
  const { email, mobile, birthDate, deceased, person, customerNumber } = fields;
  const named = [email, mobile, birthDate, deceased, person, customerNumber].filter(
    (field) => field !== null,
  );
  return [...new Map(named.map((field) => [field.fieldApiName, field])).values()];
}

/** Upper bound of the search for duplicates. The exact number isn't shown, only that there are some. */
const LIMIT = 50;

/** Products of the feed that are life insurance, and those that aren't (FAQ 3.1). For any other product it isn't known. */
const LIFE: ReadonlySet<string> = new Set([
  'pension-savings',
  'long-term-savings',
  'supplementary-pension-self-employed',
  'savings',
  'investment',
  'death',
  'guaranteed-income',
  'group-insurance',
]);
const NON_LIFE: ReadonlySet<string> = new Set([
  'car',
  'motorcycle',
  'home',
  'family-liability',
  'private-accident',
  'legal-assistance',
  'bicycle',
]);

/** null: no field is named, or the agent may not read it. */
export function valueOf(account: Row, field: AccountField): unknown {
  return field === null ? undefined : rowValue(account, field);
}

/** null when the field isn't known (undefined); false when it is null or ''. */
export function isFilled(value: unknown): boolean | null {
  return value === undefined ? null : value !== null && value !== '';
}

/**
 * The query for other customers with the same value; null when there is nothing to compare. A separate query, because a
 * filter on a field without access, or one that can't be filtered, fails the whole query.
 */
export function sameEmailQuery(account: Row | undefined, { email }: NamedFields): string | null {
  const value = account === undefined ? undefined : valueOf(account, email);
  if (email === null || typeof value !== 'string' || value === '') return null;
  return othersQuery('CuzoHelpSameEmail', [`{ ${email.fieldApiName}: { eq: ${JSON.stringify(value)} } }`]);
}

export function namesakesQuery(account: Row | undefined, { birthDate }: NamedFields): string | null {
  const name = account === undefined ? undefined : valueOf(account, NAME);
  const born = account === undefined ? undefined : valueOf(account, birthDate);
  if (birthDate === null || typeof name !== 'string' || typeof born !== 'string' || born === '') return null;
  return othersQuery('CuzoHelpNamesakes', [
    `{ ${NAME.fieldApiName}: { eq: ${JSON.stringify(name)} } }`,
    `{ ${birthDate.fieldApiName}: { eq: { value: ${JSON.stringify(born)} } } }`,
  ]);
}

function othersQuery(name: string, conditions: readonly string[]): string {
  const where = ['{ Id: { ne: $recordId } }', ...conditions].join(', ');
  const flags = ZONES.map(({ onboarded }) => onboarded);
  return queryOf(name, [rowsOf(ACCOUNT, flags, `first: ${LIMIT}, where: { and: [${where}] }`)]);
}

/** Results of the two searches: the data, or null when the search failed. */
export interface Others {
  readonly sameEmail: unknown;
  readonly namesakes: unknown;
}

export function blockerFacts(
  account: Row,
  fields: NamedFields,
  zone: Zone,
  policies: readonly ActivePolicy[] | null,
  others: Others,
  usesSms: boolean,
): BlockerFacts {
  const { registration, hasContract } = standing(account, zone, policies);
  const hasEmail = isFilled(valueOf(account, fields.email));
  const isPerson = valueOf(account, fields.person);
  const sameEmail = counted(others.sameEmail, hasEmail);
  return {
    registration,
    hasContract,
    hasEmail,
    usesSms,
    isDeceased: saysDeceased(valueOf(account, fields.deceased)),
    hasMobile: isFilled(valueOf(account, fields.mobile)),
    isBusiness: typeof isPerson === 'boolean' ? !isPerson : null,
    hasLife: hasLife((policies ?? []).filter(({ brand }) => brand === zone.brand)),
    sameEmail: sameEmail === null ? null : sameEmail.length,
    sameEmailRegistered:
      sameEmail === null ? null : sameEmail.filter((row) => rowValue(row, zone.onboarded) === true).length,
    namesakes: counted(others.namesakes, null)?.length ?? null,
  };
}

/** A customer without e-mail address shares it with nobody. */
function counted(data: unknown, hasValue: boolean | null): readonly Row[] | null {
  if (hasValue === false) return [];
  return data === null || data === undefined ? null : rows(data, ACCOUNT);
}

function hasLife(policies: readonly ActivePolicy[]): boolean | null {
  const products = policies.map(({ row }) => rowValue(row, PRODUCT) ?? '');
  if (products.some((product) => LIFE.has(product))) return true;
  return products.length > 0 && products.every((product) => NON_LIFE.has(product)) ? false : null;
}
