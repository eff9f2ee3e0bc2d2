import CuzoInviteWays from 'c/cuzoInviteWays';
import { look, mount, press } from 'kit';

jest.mock('@salesforce/client/formFactor', () => ({ default: 'Small' }), { virtual: true });

test('a phone offers every way but the download, and its code unfolds under the button', async () => {
  const element = await mount(CuzoInviteWays, { address: 'https://my.pv.be/', zoneName: 'MyP&V' });
  expect(look(element, '.actions > *').map(({ className }) => className.split(' ').at(-1))).toEqual([
    'copy',
    'mail',
    'print-page',
  ]);
  expect(look(element, 'svg')).toStrictEqual([]);
  await press(look(element, 'button.present')[0]);
  expect(look(element, 'svg')).toHaveLength(1);
});
