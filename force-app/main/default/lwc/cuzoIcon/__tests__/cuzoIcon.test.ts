import CuzoIcon from 'c/cuzoIcon';
import { look, mount } from 'kit';

test('draws the icon in the size of the words beside it, unless it is told another', async () => {
  const element = await mount(CuzoIcon, { name: 'utility:warning', variant: 'warning' });
  const drawn = { iconName: 'utility:warning', size: 'xx-small', variant: 'warning' };
  expect(look(element, 'lightning-icon')).toMatchObject([drawn]);
  const larger = await mount(CuzoIcon, { name: 'utility:info', size: 'x-small' });
  expect(look(larger, 'lightning-icon')).toMatchObject([{ iconName: 'utility:info', size: 'x-small' }]);
});

test('draws nothing without a name', async () => {
  expect(look(await mount(CuzoIcon), '*')).toStrictEqual([]);
});
