import { systemFields } from './schema/field.ts';
import type { Field, Schema, SObject } from './schema/model.ts';
import { type Database, openDatabase } from './store/database.ts';
import { ensureTables } from './store/tables.ts';

/** For the tests of the store: an object of that name with these fields and those that every object has. */
export function testObject(name: string, ...fields: readonly Field[]): SObject {
  const all = [...systemFields({ deletable: true }), ...fields];
  return {
    name,
    label: name,
    labelPlural: name,
    keyPrefix: 'a00',
    custom: true,
    sharing: 'ReadWrite',
    createable: true,
    updateable: true,
    deletable: true,
    setup: false,
    shareOf: null,
    fields: new Map(all.map((field) => [field.name.toLowerCase(), field])),
    recordTypes: [],
    validationRules: [],
  };
}

/** A schema of those objects alone. */
export function testSchema(...objects: readonly SObject[]): Schema {
  return {
    objects: new Map(objects.map((object) => [object.name.toLowerCase(), object])),
    children: new Map(),
    personAccounts: false,
  };
}

/** A database in memory with the tables of those objects. The test has to close it. */
export function testDatabase(...objects: readonly SObject[]): Database {
  const database = openDatabase(undefined);
  database.sqlite.function('sf_fold', { deterministic: true }, (value) =>
    typeof value === 'string' ? value.toLowerCase() : value,
  );
  ensureTables(database, testSchema(...objects));
  return database;
}
