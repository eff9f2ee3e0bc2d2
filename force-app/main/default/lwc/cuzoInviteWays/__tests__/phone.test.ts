import CuzoInviteWays from 'c/cuzoInviteWays';
import { look, mount } from 'kit';

jest.mock('@salesforce/client/formFactor', () => ({ default: 'Small' }), { virtual: true });

test('a phone offers every way but the download', async () => {
  const element = await mount(CuzoInviteWays, { address: 'https://my.pv.be/', zoneName: 'MyP&V' });
  expect(look(element, '.actions > *').map(({ className }) => className.split(' ').at(-1))).toEqual([
    'present',
    'copy',
    'mail',
    'print-page',
  ]);
});
