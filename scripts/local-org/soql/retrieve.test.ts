import type { Caller } from '../org.ts';
import { metadata, packageZip } from '../metadata/fixture.ts';
import { orgForFile } from '../orgForTests.ts';

/** External ids that the fixture lacks: a number, and a text that is unique by case. */
const KEYS = metadata(
  'CustomObject',
  `<fields><fullName>Batch__c</fullName><externalId>true</externalId><label>Batch</label><precision>6</precision><scale>0</scale><type>Number</type></fields>
   <fields><fullName>Exact__c</fullName><externalId>true</externalId><label>Exact</label><length>20</length><type>Text</type><unique>true</unique><caseSensitive>true</caseSensitive></fields>`,
);

const NOT_FOUND = {
  status: 404,
  errorCode: 'NOT_FOUND',
  message: 'The requested resource does not exist',
};

const test_ = orgForFile(undefined, { sharing: { account: 'Private', contact: 'Private' } });
let reader: Caller;
let account: string;
let bare: string;
let widget: string;
let gone: string;

beforeAll(() => {
  const { success } = test_.org.deploy(
    packageZip(
      { 'objects/Widget__c.object': KEYS },
      { CustomField: ['Widget__c.Batch__c', 'Widget__c.Exact__c'] },
    ),
    {},
    test_.org.admin,
  );
  expect(success).toBe(true);
  [account = '', bare = ''] = test_.insert(
    'Account',
    { Name: 'Acme', Number__c: 'A1', BillingCity: 'Gent', BillingPostalCode: '9000', ShippingCity: 'Aalst' },
    { Name: 'Bare' },
  );
  [widget = '', gone = ''] = test_.insert(
    'Widget__c',
    { Name: 'w', Code__c: 'Kept', Exact__c: 'aB', Batch__c: 7, Weight__c: 2.5, Notes__c: 'n' },
    { Name: 'gone', Code__c: 'Gone' },
  );
  test_.save('delete', 'Widget__c', [{ Id: gone }]);
  test_.insert('Contact', { LastName: 'c', Email: 'c@example.com' });
  reader = test_.user('Standard User', 'Reader');
});

const read = (object: string, id: string, fields?: readonly string[], who: Caller = test_.org.admin) =>
  test_.org.retrieve(object, id, who, { version: '60.0', ...(fields === undefined ? {} : { fields }) });
const byKey = (object: string, field: string, value: string, who: Caller = test_.org.admin) =>
  test_.org.retrieveByExternalId(object, field, value, who, { version: '60.0', fields: ['Name'] });

describe('a record by its id', () => {
  test('answers the fields asked for in canonical case, its Id and its attributes', () => {
    expect(
      read('widget__c', widget.slice(0, 15), ['name', 'DOUBLE_WEIGHT__C', 'Sold__c', 'Tags__c']),
    ).toEqual({
      attributes: { type: 'Widget__c', url: `/services/data/v60.0/sobjects/Widget__c/${widget}` },
      Name: 'w',
      Double_Weight__c: 5,
      Sold__c: false,
      Tags__c: null,
      Id: widget,
    });
  });

  test('answers every field that the user may read when none is named', () => {
    const all = Object.keys(read('Widget__c', widget));
    expect(all).toEqual(
      expect.arrayContaining(['Id', 'Name', 'Code__c', 'Weight__c', 'Notes__c', 'OwnerId']),
    );
    const readable = Object.keys(read('Widget__c', widget, undefined, reader));
    expect(readable).toEqual(expect.arrayContaining(['Id', 'Name', 'Code__c', 'Weight__c', 'OwnerId']));
    expect(readable).not.toContain('Notes__c');
    expect(readable).toHaveLength(new Set(readable).size);
  });

  test('answers an address as its parts, null when it has none', () => {
    expect(read('Account', account, ['BillingAddress', 'ShippingAddress'])).toMatchObject({
      BillingAddress: { city: 'Gent', postalCode: '9000', street: null },
      ShippingAddress: { city: 'Aalst', postalCode: null },
    });
    expect(read('Account', bare, ['BillingAddress']).BillingAddress).toBeNull();
  });

  test.each([
    ['an unknown field', 'Nmae', undefined],
    ['a field that the user may not read', 'Notes__c', 'reader'],
  ])('refuses %s', (_why, name, who) => {
    const caller = who === undefined ? test_.org.admin : reader;
    expect(test_.refusal(() => read('Widget__c', widget, ['Id', name], caller))).toEqual({
      status: 400,
      errorCode: 'INVALID_FIELD',
      message: `No such column '${name}' on sobject of type Widget__c`,
    });
  });

  test.each([
    ['what is no id', () => read('Widget__c', 'abc')],
    ['an id of another object', () => read('Widget__c', account)],
    ['an id that no record has', () => read('Widget__c', `${widget.slice(0, 10)}zzzzz`)],
    ['an object that is not there', () => read('Wigdet__c', widget)],
    ['a record that is not shared with the user', () => read('Account', account, ['Name'], reader)],
  ])('finds nothing for %s', (_what, work) => {
    expect(test_.refusal(work)).toEqual(NOT_FOUND);
  });

  test('tells that a record was deleted', () => {
    expect(test_.refusal(() => read('Widget__c', gone))).toEqual({
      status: 404,
      errorCode: 'ENTITY_IS_DELETED',
      message: 'entity is deleted',
    });
  });
});

describe('a record by an external id', () => {
  test.each([
    ['Code__c', 'kEPT'],
    ['Exact__c', 'aB'],
    ['Batch__c', '7'],
    ['id', ''],
  ])('%s %s', (field, value) => {
    expect(byKey('widget__C', field, value === '' ? widget : value)).toEqual({
      attributes: { type: 'Widget__c', url: `/services/data/v60.0/sobjects/Widget__c/${widget}` },
      Name: 'w',
      Id: widget,
    });
  });

  test('is found by who may only read it', () => {
    expect(byKey('Widget__c', 'Code__c', 'Kept', reader).Name).toBe('w');
  });

  test.each([
    ['another value', () => byKey('Widget__c', 'Code__c', 'Other')],
    ['a value in another case where the field is unique by case', () => byKey('Widget__c', 'Exact__c', 'AB')],
    ['a value that is none of the field', () => byKey('Widget__c', 'Batch__c', 'seven')],
    ['a deleted record', () => byKey('Widget__c', 'Code__c', 'Gone')],
    ['a record that is not shared with the user', () => byKey('Contact', 'Email', 'c@example.com', reader)],
  ])('finds nothing for %s', (_what, work) => {
    expect(test_.refusal(work)).toEqual(NOT_FOUND);
  });

  test('tells by its Id that a record was deleted, as without the name of the field', () => {
    expect(test_.refusal(() => byKey('Widget__c', 'Id', gone)).errorCode).toBe('ENTITY_IS_DELETED');
  });

  test('answers the addresses of several records with status 300', () => {
    const ids = test_.insert(
      'Widget__c',
      { Name: '1', Serial__c: 'Twice' },
      { Name: '2', Serial__c: 'twice' },
    );
    expect(test_.refusal(() => byKey('widget__c', 'Serial__c', 'TWICE'))).toEqual({
      status: 300,
      errorCode: 'MULTIPLE_CHOICES',
      message: JSON.stringify(ids.map((id) => `/services/data/v60.0/sobjects/Widget__c/${id}`)),
    });
  });
});
