import CuzoInvite from 'c/cuzoInvite';
import { look, mount } from 'kit';
import { graphql } from 'lightning/graphql';

// Imports are moved under this line by Babel: the component sees an agent without the permission.
jest.mock('@salesforce/customPermission/CuZo_View', () => ({ default: undefined }), { virtual: true });

test('without the permission there is nothing, and nothing is asked for', async () => {
  const element = await mount(CuzoInvite, { recordId: '001000000000001AAA', languageField: 'Language__c' });
  expect(look(element, '*')).toStrictEqual([]);
  expect(lastConfig(graphql)).not.toHaveProperty('query', expect.anything());
});

function lastConfig(adapter: unknown): object {
  return (adapter as { getLastConfig: () => object | undefined }).getLastConfig() ?? {};
}
