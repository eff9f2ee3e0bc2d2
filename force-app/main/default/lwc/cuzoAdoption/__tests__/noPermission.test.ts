import CuzoAdoption from 'c/cuzoAdoption';
import { look, mount } from 'kit';
import { graphql } from 'lightning/graphql';

// Imports are moved under this line by Babel: the component sees an agent without the permission.
jest.mock('@salesforce/customPermission/CuZo_View', () => ({ default: undefined }), { virtual: true });
jest.mock('lightning/navigation', () => {
  const GenerateUrl = Symbol('GenerateUrl');
  const NavigationMixin = (Base: new () => object) =>
    class extends Base {
      [GenerateUrl]() {
        return Promise.resolve('/');
      }
    };
  return { NavigationMixin: Object.assign(NavigationMixin, { GenerateUrl }) };
});

test('without the permission there is nothing, and nothing is asked for', async () => {
  const element = await mount(CuzoAdoption);
  expect(look(element, '*')).toStrictEqual([]);
  const adapter = graphql as unknown as { getLastConfig: () => object | undefined };
  expect(adapter.getLastConfig() ?? {}).not.toHaveProperty('query', expect.anything());
});
