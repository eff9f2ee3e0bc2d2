import CuzoContracts from 'c/cuzoContracts';
import { look, mount } from 'kit';

jest.mock('@salesforce/customPermission/CuZo_View', () => ({ default: undefined }), { virtual: true });

test('is not there for a user without the permission', async () => {
  expect(look(await mount(CuzoContracts, { recordId: '001000000000001AAA' }), '*')).toStrictEqual([]);
});
