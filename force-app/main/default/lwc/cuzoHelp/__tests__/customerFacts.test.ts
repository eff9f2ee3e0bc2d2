import type { ActivePolicy } from 'c/cuzoPolicies';
import type { Row } from 'c/cuzoQuery';
import { MYPV, MYVIVIUM } from 'c/cuzoZones';
import { PRODUCT_FACTS } from '../../../../../../scripts/feed/generate/products.ts';
import type { BlockerFacts } from '../blockers';
import {
  blockerFacts,
  fieldsOf,
  isFilled,
  namesakesQuery,
  sameEmailQuery,
  valueOf,
  type AccountField,
  type NamedFields,
  type Others,
} from '../customerFacts';

type Values = Readonly<Record<string, unknown>>;

const field = (fieldApiName: string): AccountField => ({ fieldApiName, objectApiName: 'Account' });
const FIELDS: NamedFields = {
  email: field('Email__c'),
  mobile: field('Mobile__c'),
  birthDate: field('Born__c'),
  deceased: field('Died__c'),
  person: field('Person__c'),
  customerNumber: field('Number__c'),
};
const NO_FIELDS: NamedFields = {
  email: null,
  mobile: null,
  birthDate: null,
  deceased: null,
  person: null,
  customerNumber: null,
};

/** A row of a result; a field that is left out has no access. */
const row = (values: Values): Row => ({
  Id: '001',
  ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
});
const PERSON = {
  Name: 'Test "Test" Test',
  Email__c: 'test@example.com',
  Mobile__c: '+32 470 00 00 01',
  Born__c: '2000-03-28',
  Died__c: null,
  Person__c: true,
};
const without = (name: string): Row =>
  row(Object.fromEntries(Object.entries(PERSON).filter(([other]) => other !== name)));

test('of named fields each is queried once, though one serves two purposes', () => {
  const names = (fields: NamedFields) => fieldsOf(fields).map(({ fieldApiName }) => fieldApiName);
  expect(names(FIELDS)).toEqual(['Email__c', 'Mobile__c', 'Born__c', 'Died__c', 'Person__c', 'Number__c']);
  expect(names({ ...FIELDS, birthDate: null, deceased: field('Mobile__c') })).toEqual([
    'Email__c',
    'Mobile__c',
    'Person__c',
    'Number__c',
  ]);
  expect(names(NO_FIELDS)).toStrictEqual([]);
});

test('without a named field there is no value, whatever the record has', () => {
  expect(valueOf(row(PERSON), null)).toBeUndefined();
  expect(valueOf(row(PERSON), FIELDS.email)).toBe('test@example.com');
});

test.each<[unknown, boolean | null]>([
  [undefined, null],
  [null, false],
  ['', false],
  ['a', true],
])('a field that holds %j is filled: %s', (value, filled) => {
  expect(isFilled(value)).toBe(filled);
});

describe('the searches for other customers', () => {
  const flags = 'CuZo_MyPV_Onboarded__c @optional { value } CuZo_MyVivium_Onboarded__c @optional { value }';
  const others = (name: string, conditions: string): string =>
    `query ${name}($recordId: ID) { uiapi { query { Account(first: 50, where: { and: [{ Id: { ne: $recordId } }, ${conditions}] }) { edges { node { Id ${flags} } } } } } }`;

  test('ask for the same address, and for the same name and birth date', () => {
    expect(sameEmailQuery(row(PERSON), FIELDS)).toBe(
      others('CuzoHelpSameEmail', '{ Email__c: { eq: "test@example.com" } }'),
    );
    expect(namesakesQuery(row(PERSON), FIELDS)).toBe(
      others(
        'CuzoHelpNamesakes',
        '{ Name: { eq: "Test \\"Test\\" Test" } }, { Born__c: { eq: { value: "2000-03-28" } } }',
      ),
    );
  });

  test.each<[string, Row | undefined, NamedFields]>([
    ['the customer has not arrived', undefined, FIELDS],
    ['the page names no field', row(PERSON), NO_FIELDS],
    ['the field may not be read', row({ Name: PERSON.Name }), FIELDS],
    ['the field is empty', row({ ...PERSON, Email__c: null, Born__c: null }), FIELDS],
    ['the field has an empty text', row({ ...PERSON, Email__c: '', Born__c: '' }), FIELDS],
    ['the field has no text', row({ ...PERSON, Email__c: 7, Born__c: 7 }), FIELDS],
  ])('are left out when %s', (_when, account, fields) => {
    expect(sameEmailQuery(account, fields)).toBeNull();
    expect(namesakesQuery(account, fields)).toBeNull();
  });

  test('do not look for namesakes of a name that may not be read', () => {
    expect(namesakesQuery(without('Name'), FIELDS)).toBeNull();
  });
});

describe('what the agent can see of a customer', () => {
  const policy = (brand: string | null, product?: string | null): ActivePolicy => ({
    id: '0YT',
    number: '1',
    name: null,
    brand,
    row: row(product === undefined ? {} : { CuZo_Product__c: product }),
  });
  const found = (...rows: readonly Values[]): unknown => ({
    uiapi: { query: { Account: { edges: rows.map((values) => ({ node: row(values) })) } } },
  });
  const REGISTERED = { CuZo_MyPV_Onboarded__c: true };
  interface Given {
    readonly account?: Row;
    readonly fields?: NamedFields;
    readonly zone?: typeof MYPV;
    readonly policies?: readonly ActivePolicy[] | null;
    readonly others?: Partial<Others>;
    readonly usesSms?: boolean;
  }
  const facts = ({
    account = row(PERSON),
    fields = FIELDS,
    zone = MYPV,
    policies = [],
    others,
    usesSms = true,
  }: Given): BlockerFacts =>
    blockerFacts(
      account,
      fields,
      zone,
      policies,
      { sameEmail: found(), namesakes: found(), ...others },
      usesSms,
    );

  test.each<[string, Given, Partial<BlockerFacts>]>([
    [
      'all is there',
      {},
      { isDeceased: false, hasEmail: true, hasMobile: true, isBusiness: false, usesSms: true },
    ],
    [
      'no field is named',
      { fields: NO_FIELDS },
      { isDeceased: null, hasEmail: null, hasMobile: null, isBusiness: null },
    ],
    ['a date of death', { account: row({ ...PERSON, Died__c: '2026-01-02' }) }, { isDeceased: true }],
    ['no mobile number', { account: row({ ...PERSON, Mobile__c: null }) }, { hasMobile: false }],
    ['no private person', { account: row({ ...PERSON, Person__c: false }) }, { isBusiness: true }],
    [
      'an empty check box for persons',
      { account: row({ ...PERSON, Person__c: null }) },
      { isBusiness: null },
    ],
    ['a zone without SMS', { usesSms: false }, { usesSms: false }],
    [
      'a flag of the zone',
      { account: row({ ...PERSON, ...REGISTERED }) },
      { registration: { kind: 'registered', day: null } },
    ],
    ['no other customer', {}, { sameEmail: 0, sameEmailRegistered: 0, namesakes: 0 }],
    [
      'others, of whom one is registered',
      {
        others: {
          sameEmail: found(REGISTERED, ...[false, false].map((is) => ({ CuZo_MyPV_Onboarded__c: is }))),
          namesakes: found({}),
        },
      },
      { sameEmail: 3, sameEmailRegistered: 1, namesakes: 1 },
    ],
    [
      'another who is registered in the other zone',
      { zone: MYVIVIUM, others: { sameEmail: found(REGISTERED) } },
      { sameEmail: 1, sameEmailRegistered: 0 },
    ],
    [
      'searches that failed',
      { others: { sameEmail: null, namesakes: null } },
      { sameEmail: null, sameEmailRegistered: null, namesakes: null },
    ],
    [
      'searches that were not made',
      { others: { sameEmail: undefined, namesakes: undefined } },
      { sameEmail: null, namesakes: null },
    ],
    [
      'no address to share, whatever was found',
      { account: row({ ...PERSON, Email__c: null }), others: { sameEmail: null } },
      { hasEmail: false, sameEmail: 0, sameEmailRegistered: 0 },
    ],
    ['contracts that are not known', { policies: null }, { hasContract: null, hasLife: null }],
    ['no contract', {}, { hasContract: false, hasLife: null }],
    ['a car', { policies: [policy('P&V', 'car')] }, { hasContract: true, hasLife: false }],
    ['a car and life', { policies: [policy('P&V', 'car'), policy('P&V', 'savings')] }, { hasLife: true }],
    [
      'a car and something new',
      { policies: [policy('P&V', 'car'), policy('P&V', 'pet')] },
      { hasLife: null },
    ],
    ['a contract without product', { policies: [policy('P&V', null)] }, { hasLife: null }],
    ['a product that may not be read', { policies: [policy('P&V')] }, { hasLife: null }],
    [
      'life in the other zone',
      { policies: [policy('P&V', 'car'), policy('Vivium', 'death')] },
      { hasLife: false },
    ],
  ])('%s', (_what, given, expected) => {
    expect(facts(given)).toMatchObject(expected);
  });

  // A niche product may be either.
  test.each(
    Object.entries(PRODUCT_FACTS).map(
      ([product, { isLife }]) => [product, product === 'niche' ? null : isLife] as const,
    ),
  )('of the products of the feed %s is life insurance: %s', (product, isLife) => {
    expect(facts({ policies: [policy('P&V', product)] }).hasLife).toBe(isLife);
  });
});
