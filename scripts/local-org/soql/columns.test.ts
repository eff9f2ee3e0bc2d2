import { field } from '../schema/field.ts';
import type { SObject } from '../schema/model.ts';
import { only } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';
import { addressParts } from './columns.ts';

const test_ = orgForFile();
let widget: string;

beforeAll(() => {
  const [acme = ''] = test_.insert(
    'Account',
    {
      Name: 'Acme',
      BillingCity: 'Gent',
      BillingCountry: 'Belgium',
      BillingGeocodeAccuracy: 'Street',
      BillingLatitude: 51.05,
      BillingLongitude: 3.72,
      BillingPostalCode: '9000',
      BillingStreet: 'Veldstraat 1',
    },
    { Name: 'Bare' },
  );
  [widget = ''] = test_.insert('Widget__c', {
    Name: 'w',
    Colour__c: 'Red',
    Tags__c: 'a;b',
    Weight__c: 1,
    Notes__c: 'n',
    Account__c: acme,
  });
  test_.insert('Gadget__c', { Widget__c: widget, Count__c: 1 });
});

test.each([
  [
    "BillingAddress FROM Account WHERE Name = 'Acme'",
    {
      BillingAddress: expect.objectContaining({
        city: 'Gent',
        postalCode: '9000',
        street: 'Veldstraat 1',
        state: null,
      }),
    },
  ],
  [
    "BillingAddress, ShippingAddress, Name FROM Account WHERE Name = 'Bare'",
    { BillingAddress: null, ShippingAddress: null, Name: 'Bare' },
  ],
  [
    'Account__r.BillingAddress FROM Widget__c',
    { Account__r: expect.objectContaining({ BillingAddress: expect.objectContaining({ city: 'Gent' }) }) },
  ],
  ['w.Account__r.Name FROM Widget__c w', { Account__r: expect.objectContaining({ Name: 'Acme' }) }],
  [
    'Widget__r.Account__r.Name FROM Gadget__c',
    { Widget__r: expect.objectContaining({ Account__r: expect.objectContaining({ Name: 'Acme' }) }) },
  ],
  [
    'Name, (SELECT Id FROM Gadgets__r) FROM Widget__c',
    { Name: 'w', Gadgets__r: expect.objectContaining({ totalSize: 1 }) },
  ],
  ['w.Name, widget__c.Colour__c FROM Widget__c w', { Name: 'w', Colour__c: 'Red' }],
  [
    'Name, Account__r.Name FROM Widget__c',
    { Name: 'w', Account__r: expect.objectContaining({ Name: 'Acme' }) },
  ],
  [
    'toLabel(Colour__c), toLabel(Tags__c) FROM Widget__c',
    { Colour__c: 'Red label', Tags__c: 'a label;b label' },
  ],
  ['TOLABEL(Colour__c) c, Colour__c FROM Widget__c', { c: 'Red label', Colour__c: 'Red' }],
  ['toLabel(Name) FROM Widget__c', { Name: 'w' }],
])('SELECT %s', (rest, expected) => {
  expect(only(test_.rows(`SELECT ${rest}`))).toEqual(expected);
});

test('a whole address, with its parts in their order', () => {
  expect(
    Object.entries(test_.column("SELECT BillingAddress FROM Account WHERE Name = 'Acme'")[0] ?? {}),
  ).toEqual([
    ['city', 'Gent'],
    ['country', 'Belgium'],
    ['geocodeAccuracy', 'Street'],
    ['latitude', 51.05],
    ['longitude', 3.72],
    ['postalCode', '9000'],
    ['state', null],
    ['street', 'Veldstraat 1'],
  ]);
});

/** Object Reference, "Address Compound Fields": with state and country picklists an address has their codes too. */
test('an address with the codes of its country and state', () => {
  const names = [
    'ShippingStateCode',
    'ShippingState',
    'ShippingCountryCode',
    'ShippingCountry',
    'BillingCity',
  ];
  const fields = new Map(names.map((name) => [name.toLowerCase(), field(name, name, 'string')]));
  const parts = addressParts(
    { fields } as unknown as SObject,
    field('ShippingAddress', 'Address', 'address'),
  );
  expect(parts.map(({ name }) => name)).toEqual([
    'ShippingCountry',
    'ShippingCountryCode',
    'ShippingState',
    'ShippingStateCode',
  ]);
});

test('each record with its own address', () => {
  const [record] = test_.org.query('SELECT Name FROM Widget__c', test_.org.admin, {
    version: '60.0',
  }).records;
  expect(record).toEqual({
    attributes: { type: 'Widget__c', url: `/services/data/v60.0/sobjects/Widget__c/${widget}` },
    Name: 'w',
  });
});

test('the parents of parents, each with its attributes once', () => {
  const row = only(
    test_.rows('SELECT Widget__r.Account__r.Name, WIDGET__r.name, widget__R.account__r.Id FROM Gadget__c'),
  );
  expect(row).toEqual({
    Widget__r: {
      attributes: { type: 'Widget__c', url: expect.stringContaining('/sobjects/Widget__c/a0') },
      Name: 'w',
      Account__r: {
        attributes: { type: 'Account', url: expect.stringContaining('/sobjects/Account/001') },
        Name: 'Acme',
        Id: expect.stringMatching(/^001/),
      },
    },
  });
});

describe('FIELDS', () => {
  const named = (list: string, limit: string, caller = test_.org.admin) =>
    Object.keys(only(test_.rows(`SELECT ${list} FROM Widget__c ${limit}`, caller)));
  const CUSTOM = ['Colour__c', 'Double_Weight__c', 'Notes__c'];
  const STANDARD = ['Id', 'Name', 'OwnerId', 'CreatedDate'];

  test('of each kind', () => {
    const all = named('FIELDS(ALL)', 'LIMIT 200');
    const custom = named('fields(custom)', 'LIMIT 1');
    const standard = named('FIELDS(STANDARD)', '');
    expect(custom).toEqual(expect.arrayContaining(CUSTOM));
    expect(custom.every((name) => name.endsWith('__c'))).toBe(true);
    expect(test_.rows('SELECT FIELDS(CUSTOM) FROM Widget__c LIMIT 1')).toMatchObject([{ Colour__c: 'Red' }]);
    expect(standard).toEqual(expect.arrayContaining(STANDARD));
    expect(standard.some((name) => name.endsWith('__c'))).toBe(false);
    expect([...all].sort()).toEqual([...custom, ...standard].sort());
    expect(named('FIELDS(STANDARD), Colour__c', '')).toEqual([...standard, 'Colour__c']);
  });

  test('leaves out what the user may not read', () => {
    const reader = test_.user('Standard User', 'Reader');
    expect(named('FIELDS(CUSTOM)', 'LIMIT 1', { ...test_.org.admin, ...reader }).sort()).toEqual([
      'Code__c',
      'Weight__c',
    ]);
  });
});

describe('refuses', () => {
  const LIMIT = 'The SOQL FIELDS function must have a LIMIT of at most 200';
  test.each([
    ['FIELDS(ALL) FROM Widget__c', 'MALFORMED_QUERY', LIMIT],
    ['FIELDS(CUSTOM) FROM Widget__c', 'MALFORMED_QUERY', LIMIT],
    ['FIELDS(ALL) FROM Widget__c LIMIT 201', 'MALFORMED_QUERY', LIMIT],
    ['w.Name n FROM Widget__c w', 'MALFORMED_QUERY', 'only aggregate expressions use field aliasing'],
    ['Account__r.Name n FROM Widget__c', 'MALFORMED_QUERY', 'only aggregate expressions use field aliasing'],
    ['Name n FROM Widget__c', 'MALFORMED_QUERY', 'only aggregate expressions use field aliasing'],
    [
      'FORMAT(Weight__c) FROM Widget__c',
      'MALFORMED_QUERY',
      'The function FORMAT is not supported by this org',
    ],
    [
      'toLabel(FORMAT(Weight__c)) FROM Widget__c',
      'MALFORMED_QUERY',
      'The function toLabel is not supported by this org',
    ],
    [
      'TYPEOF Owner WHEN User THEN Name END FROM Widget__c',
      'MALFORMED_QUERY',
      'TYPEOF is not supported by this org',
    ],
    ['Name, NAME FROM Widget__c', 'INVALID_FIELD', 'duplicate field selected: NAME'],
    [
      'Account__r.Name, account__r.name FROM Widget__c',
      'INVALID_FIELD',
      'duplicate field selected: account__r.name',
    ],
    ['Id, FIELDS(STANDARD) FROM Widget__c', 'INVALID_FIELD', 'duplicate field selected: Id'],
  ])('SELECT %s', (rest, errorCode, message) => {
    const refusal = test_.refusal(() => test_.rows(`SELECT ${rest}`));
    expect(refusal).toMatchObject({ status: 400, errorCode });
    expect(refusal.message.endsWith(message)).toBe(true);
  });
});
