import { metadata, packageZip } from '../metadata/fixture.ts';
import { only } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile();

beforeAll(() => {
  test_.insert(
    'Widget__c',
    { Name: 'name', Tags__c: 'a;c', Colour__c: 'Red', Size__c: 'S;M' },
    { Name: 'Name', Tags__c: 'b' },
  );
  const gone = only(test_.insert('Widget__c', { Name: 'gone' }));
  test_.save('delete', 'Widget__c', [{ Id: gone }]);
});

test('the resource queryAll finds deleted records too, as ALL ROWS does', () => {
  const count = (soql: string, all?: boolean) =>
    test_.org.query(soql, test_.org.admin, { version: '66.0', ...(all === undefined ? {} : { all }) })
      .totalSize;
  const soql = 'SELECT Id FROM Widget__c';
  expect([count(soql), count(soql, false), count(soql, true), count(`${soql} ALL ROWS`)]).toEqual([
    2, 2, 3, 3,
  ]);
  expect(count('SELECT COUNT() FROM Widget__c', true)).toBe(3);
});

/** aer-dist issue 11: the locale of the user decides, not the language. */
test.each([
  ['en_US', 1],
  ['en_GB', 1],
  ['nl_BE', 2],
  ['de_DE', 2],
])('a user of locale %s counts texts that differ in case as %i', (LocaleSidKey, expected) => {
  const { userId } = test_.user('System Administrator');
  test_.save('update', 'User', [{ Id: userId, LocaleSidKey }]);
  const soql = 'SELECT COUNT_DISTINCT(Name) n, COUNT_DISTINCT(Id) ids FROM Widget__c';
  expect(test_.rows(soql, { userId })).toEqual([{ n: expected, ids: 2 }]);
});

test('each of several values has its label', () => {
  expect(test_.column("SELECT toLabel(Tags__c) FROM Widget__c WHERE Colour__c = 'Red'")).toEqual([
    'a label;c label',
  ]);
  // Of a picklist with one value this is one.
  expect(test_.column("SELECT toLabel(Size__c) FROM Widget__c WHERE Colour__c = 'Red'")).toEqual(['S;M']);
});

/** SOQL reference, "toLabel()": in the language of the user. */
test('labels are in the language of the user', () => {
  const translation = metadata(
    'CustomObjectTranslation',
    '<fields><name>Colour__c</name><picklistValues><masterLabel>Red label</masterLabel><translation>Rouge</translation></picklistValues></fields>',
  );
  const { success } = test_.org.deploy(
    packageZip(
      { 'objectTranslations/Widget__c-fr.objectTranslation': translation },
      { CustomObjectTranslation: ['Widget__c-fr'] },
    ),
    {},
    test_.org.admin,
  );
  expect(success).toBe(true);
  const { userId } = test_.user('System Administrator');
  const soql = "SELECT toLabel(Colour__c) FROM Widget__c WHERE Colour__c = 'Red'";
  expect(test_.column(soql, { userId })).toEqual(['Red label']);
  test_.save('update', 'User', [{ Id: userId, LanguageLocaleKey: 'fr' }]);
  expect(test_.column(soql, { userId })).toEqual(['Rouge']);
  expect(
    test_.column("SELECT Colour__c FROM Widget__c WHERE toLabel(Colour__c) = 'rouge'", { userId }),
  ).toEqual(['Red']);
});

test('a page that ends with the last record is the last one', () => {
  test_.insert('Contact', ...Array.from({ length: 400 }, () => ({ LastName: 'x' })));
  const options = { version: '66.0', batchSize: 200 };
  const first = test_.org.query('SELECT Id FROM Contact', test_.org.admin, options);
  expect(first.done).toBe(false);
  const second = test_.org.queryMore(first.next!, test_.org.admin, options);
  expect({ ...second, records: second.records.length }).toEqual({ totalSize: 400, done: true, records: 200 });
  expect(test_.org.query('SELECT Id FROM Contact LIMIT 200', test_.org.admin, options)).toMatchObject({
    done: true,
  });
  const wrong = first.next!.replace('-200', '-x200');
  expect(test_.refusal(() => test_.org.queryMore(wrong, test_.org.admin, options)).errorCode).toBe(
    'INVALID_QUERY_LOCATOR',
  );
});

test('COUNT() stands alone', () => {
  for (const rest of ['COUNT(), Name FROM Widget__c', 'COUNT() FROM Widget__c GROUP BY Name'])
    expect(test_.refusal(() => test_.rows(`SELECT ${rest}`))).toEqual({
      status: 400,
      errorCode: 'MALFORMED_QUERY',
      message: 'COUNT() can not be used with other fields or GROUP BY',
    });
});
