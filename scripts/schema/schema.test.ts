import { readFileSync } from 'node:fs';
import { generate } from './generate.ts';
import { lwcModules } from './lwcModules.ts';
import { objectTypes, valueType } from './objectTypes.ts';
import type { FieldMetadata } from './read.ts';

const field = (over: Partial<FieldMetadata>): FieldMetadata => ({
  name: 'Colour__c',
  type: 'Text',
  required: false,
  values: [],
  restricted: false,
  referenceTo: [],
  relationshipName: null,
  ...over,
});

describe('the types of the metadata', () => {
  test.each([...generate('.')])('%s is what `npm run schema` writes', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test.each<[string, Partial<FieldMetadata>, string]>([
    ['a text may be empty', {}, 'string | null'],
    ['a required text may not', { required: true }, 'string'],
    ['a checkbox is true or false', { type: 'Checkbox' }, 'boolean'],
    ['an amount is a number', { type: 'Currency' }, 'number | null'],
    ['a date is text', { type: 'Date' }, 'string | null'],
    [
      'a restricted picklist has its values',
      { type: 'Picklist', restricted: true, values: ["l'un", 'b'] },
      "'l\\'un' | 'b' | null",
    ],
    ['an open picklist has any', { type: 'Picklist', values: ['a'] }, 'string | null'],
    [
      'several choices are one text',
      { type: 'MultiselectPicklist', restricted: true, values: ['a'] },
      'string | null',
    ],
  ])('%s', (_, over, type) => {
    expect(valueType(field(over))).toBe(type);
  });

  test('a parent is a path only when there is one object at its end, and it is known', () => {
    const parent = (name: string, referenceTo: string[]) =>
      field({ name, type: 'Lookup', referenceTo, relationshipName: name.replace('__c', '__r') });
    const text = objectTypes(
      new Map([
        ['Box__c', []],
        [
          'Lid__c',
          [parent('Box__c', ['Box__c']), parent('Any__c', ['Box__c', 'User']), parent('No__c', ['No__c'])],
        ],
      ]),
    );
    expect(text).toContain("Box__r: 'Box__c';");
    expect(text).not.toMatch(/Any__r|No__r/);
  });

  test('each field, label and permission is a module of its own', () => {
    const text = lwcModules({
      objects: new Map([['Box__c', [field({})]]]),
      labels: ['Hello'],
      customPermissions: ['Open_Boxes'],
    });
    const modules = [...text.matchAll(/declare module '(.*)'/g)].map(([, name]) => name);
    expect(modules).toEqual([
      '@salesforce/schema/Box__c',
      '@salesforce/schema/Box__c.Colour__c',
      '@salesforce/label/c.Hello',
      '@salesforce/customPermission/Open_Boxes',
    ]);
  });
});
