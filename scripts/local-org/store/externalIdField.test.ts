import { type FieldOptions, field as fieldOf } from '../schema/field.ts';
import type { SObject } from '../schema/model.ts';
import type { Rights } from '../schema/rights.ts';
import { refusalOf } from '../testOrg.ts';
import { externalIdField } from './externalIdField.ts';

function find(options: FieldOptions, name = 'Key__c', readable = true): string {
  const object = { name: 'A', fields: new Map([['key__c', fieldOf('Key__c', 'Key', 'string', options)]]) };
  const rights: Pick<Rights, 'canReadField'> = { canReadField: () => readable };
  return externalIdField(rights as Rights, object as unknown as SObject, name).name;
}

test.each([{ externalId: true }, { idLookup: true }])(
  'a field of %j finds records, in any case',
  (options) => {
    expect(find(options)).toBe('Key__c');
    expect(find(options, 'KEY__C')).toBe('Key__c');
  },
);

test.each([
  [{}, 'Key__c', true],
  [{ unique: true }, 'Key__c', true],
  [{ externalId: true }, 'Other__c', true],
  [{ externalId: true }, 'Key__c', false],
])('a field of %j, asked for as %s, readable: %p, finds none', (options, name, readable) => {
  expect(refusalOf(() => find(options, name, readable))).toEqual({
    status: 404,
    errorCode: 'NOT_FOUND',
    message: `Provided external ID field does not exist or is not accessible: ${name}`,
  });
});
