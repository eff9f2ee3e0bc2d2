import { type FieldOptions, address, field, lookup, ownerField } from '../schema/field.ts';
import type { Field } from '../schema/model.ts';
import { testDatabase, testObject, testSchema } from '../testObject.ts';
import type { Database } from './database.ts';
import { insertRow, rowById } from './records.ts';
import { ensureTables } from './tables.ts';

const code = (options: FieldOptions = {}): Field => field('Code__c', 'Code', 'string', options);

function columnsOf({ sqlite }: Database): readonly string[] {
  return sqlite
    .prepare('PRAGMA table_info("Widget__c")')
    .all()
    .map(({ name }) => String(name));
}

/** Name of an index -> the SQL behind the name of its table. */
function indexesOf({ sqlite }: Database): Readonly<Record<string, string>> {
  const found = sqlite
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .all();
  return Object.fromEntries(
    found.map(({ name, sql }) => [String(name), String(sql).replace(/^.*? ON "Widget__c" /, '')]),
  );
}

const SYSTEM = [
  'rid',
  'Id',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
];
const BEYOND = `"Code__c" GLOB '*[^ -~]*'`;
const TEXT = {
  'Widget__c.Code__c.NOCASE': '("Code__c" COLLATE NOCASE)',
  'Widget__c.Code__c.FOLD': `(sf_fold("Code__c")) WHERE ${BEYOND}`,
};

test('an object has a column for each field that is stored', () => {
  const formula = field('Double__c', 'Double', 'double', { formula: 'Weight__c * 2' });
  const database = testDatabase(testObject('Widget__c', code(), formula, ...address('Billing', 'Billing')));
  const columns = columnsOf(database);
  expect(columns).toEqual([
    ...SYSTEM,
    'SystemModstamp',
    'Code__c',
    ...columns.filter((name) => name.startsWith('Billing')),
  ]);
  expect(columns).toContain('BillingCity');
  expect(columns).not.toContain('BillingAddress');
  database.close();
});

test('a table has IsDeleted where the object has not', () => {
  const widget = testObject('Widget__c');
  const { isdeleted: _, ...fields } = Object.fromEntries(widget.fields);
  const database = testDatabase({ ...widget, fields: new Map(Object.entries(fields)) });
  insertRow(database, widget, { Id: 'one' });
  expect(rowById(database, widget, 'one')).toMatchObject({ IsDeleted: 0, CreatedDate: null });
  expect(columnsOf(database).at(-1)).toBe('IsDeleted');
  database.close();
});

test.each<[Field, Record<string, string>]>([
  [code(), {}],
  [code({ externalId: true }), TEXT],
  [code({ idLookup: true }), TEXT],
  [code({ unique: true }), TEXT],
  [code({ unique: true, caseSensitive: true }), { 'Widget__c.Code__c.BINARY': '("Code__c" COLLATE BINARY)' }],
  [code({ externalId: true, formula: 'Name' }), {}],
  [
    lookup('Account__c', 'Account', 'Account'),
    { 'Widget__c.Account__c.BINARY': '("Account__c" COLLATE BINARY)' },
  ],
  [ownerField, {}],
])('%#: a field that records are found by has an index', (one, expected) => {
  const database = testDatabase(testObject('Widget__c', one));
  expect(indexesOf(database)).toEqual(expected);
  database.close();
});

test('a table that is there gets what it lacks, and loses nothing', () => {
  const before = testObject('Widget__c', code(), field('Gone__c', 'Gone', 'string'));
  const database = testDatabase(before);
  insertRow(database, before, { Id: 'one', Code__c: 'a', Gone__c: 'b' });
  const after = testObject(
    'WIDGET__c',
    field('CODE__c', 'Code', 'string', { unique: true, caseSensitive: true }),
    field('Sold__c', 'Sold', 'boolean'),
    field('Say "so"__c', 'Say', 'string'),
  );
  const read = database.prepare('SELECT * FROM Widget__c');
  ensureTables(database, testSchema(after));
  expect(database.prepare('SELECT * FROM Widget__c')).not.toBe(read);
  ensureTables(database, testSchema(after));
  expect(columnsOf(database)).toEqual([
    ...SYSTEM,
    'SystemModstamp',
    'Code__c',
    'Gone__c',
    'Sold__c',
    'Say "so"__c',
  ]);
  expect(rowById(database, before, 'one')).toMatchObject({
    Code__c: 'a',
    Gone__c: 'b',
    Sold__c: 0,
    'Say "so"__c': null,
  });
  expect(Object.keys(indexesOf(database))).toEqual(['WIDGET__c.CODE__c.BINARY']);
  database.close();
});

test('tables are made together or not at all', () => {
  const database = testDatabase();
  const bad = testObject('Bad__c', code());
  const twice = { ...bad, fields: new Map([...bad.fields, ['again', code()]]) };
  expect(() => {
    ensureTables(database, testSchema(testObject('Widget__c'), twice));
  }).toThrow('duplicate column name');
  expect(columnsOf(database)).toStrictEqual([]);
  database.close();
});
