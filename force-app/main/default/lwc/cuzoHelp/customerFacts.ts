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

/** The fields of the customer's org that the page names. */
export interface NamedFields {
  readonly email: AccountField;
  readonly mobile: AccountField;
  readonly birthDate: AccountField;
  readonly deceased: AccountField;
  /** A box that is ticked for a private person. */
  readonly person: AccountField;
  readonly customerNumber: AccountField;
}

/** The fields that the page names, each once: a query asks for a field named for two things once. */
export function fieldsOf(fields: NamedFields): readonly SchemaField<'Account'>[] {
  const { email, mobile, birthDate, deceased, person, customerNumber } = fields;
  const named = [email, mobile, birthDate, deceased, person, customerNumber].filter(
    (field) => field !== null,
  );
  return [...new Map(named.map((field) => [field.fieldApiName, field])).values()];
}

/** More than a customer can stand twice: the number isn't told, only that there are some. */
const LIMIT = 50;

/** Products of the feed that are life insurance, and those that aren't (FAQ 3.1); of another nobody knows. */
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

/** undefined is not known; null and '' are not there. */
export function isFilled(value: unknown): boolean | null {
  return value === undefined ? null : value !== null && value !== '';
}

/**
 * The query for other customers with the same value; null when there is nothing to compare. It is a query of its own, as a filter
 * on a field that is closed or can't be filtered fails the whole of it.
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

/** What became of the two look-ups: data of the answer, or null where it could not be made. */
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

/** Who has no e-mail address shares it with nobody. */
function counted(data: unknown, hasValue: boolean | null): readonly Row[] | null {
  if (hasValue === false) return [];
  return data === null || data === undefined ? null : rows(data, ACCOUNT);
}

function hasLife(policies: readonly ActivePolicy[]): boolean | null {
  const products = policies.map(({ row }) => rowValue(row, PRODUCT) ?? '');
  if (products.some((product) => LIFE.has(product))) return true;
  return products.length > 0 && products.every((product) => NON_LIFE.has(product)) ? false : null;
}
