import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { loadConfig } from './loadConfig.ts';

const contact = { since: '2026-09-01T00:00:00Z' };

/** Loads a configuration with these roles and what it warned of. */
function loaded(roles: object): { readonly warned: readonly string[]; readonly roles: object } {
  const { folder } = folderForFile('retired-roles-');
  const file = join(folder, 'sync.json');
  writeFileSync(file, JSON.stringify({ contact, roles }));
  const warned: string[] = [];
  return { roles: loadConfig(file, (text) => warned.push(text)).roles, warned };
}

test('a role of a field that force-app ships is taken with our name, and said to be needless', () => {
  const { warned, roles } = loaded({ view: 'CuZo_View__c', customerNumber: 'Client_No__c' });
  expect(warned).toEqual([expect.stringMatching(/roles\.view can be left out: the field has a fixed name$/)]);
  expect(roles).toMatchObject({ customerNumber: 'Client_No__c' });
  expect(roles).not.toHaveProperty('view');
});

test.each([{ mypvAsOf: 'Zone_As_Of__c' }, { mypvAsOf: null }, { mypvAsOf: 'cuzo_mypv_as_of__c' }])(
  'mapped elsewhere it is refused with what to do: %j',
  (roles) => {
    expect(() => loaded(roles)).toThrow(/mypvAsOf can't be mapped.*CuZo_MyPV_As_Of__c.*take the role out/);
  },
);
