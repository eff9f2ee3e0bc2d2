import CuzoPresent from 'c/cuzoPresent';
import CuzoPresentButton from 'c/cuzoPresentButton';
import { look, mount, press } from 'kit';

const presented = {
  zoneName: 'MyP&V',
  address: 'https://my.pv.be/',
  alt: 'https://my.pv.be/',
  sentence: 'Scannez le code.',
  language: 'fr',
};

test('opens the code over the whole page, and unfolds nothing', async () => {
  const element = await mount(CuzoPresentButton, { presented });
  const [button] = look(element, 'button');
  expect(button!.hasAttribute('aria-expanded')).toBe(false);
  await press(button);
  const { open } = CuzoPresent as unknown as { open: jest.Mock };
  expect(open).toHaveBeenCalledWith({ size: 'full', label: 'MyP&V', presented });
  expect(look(element, 'c-cuzo-qr-code')).toStrictEqual([]);
});
