import CuzoPresent from 'c/cuzoPresent';
import CuzoPresentButton from 'c/cuzoPresentButton';
import { look, mount, press, text } from 'kit';

jest.mock('@salesforce/client/formFactor', () => ({ default: 'Small' }), { virtual: true });

test('on a phone the code unfolds under the button and folds again, without a dialog', async () => {
  const element = await mount(CuzoPresentButton, {
    presented: {
      zoneName: 'MyP&V',
      address: 'https://my.pv.be/',
      alt: 'https://my.pv.be/',
      sentence: 'Scannez le code.',
      language: 'fr',
    },
  });
  const [button] = look(element, 'button');
  expect(button!.getAttribute('aria-expanded')).toBe('false');
  expect(look(element, 'c-cuzo-qr-code')).toStrictEqual([]);
  await press(button);
  expect(button!.getAttribute('aria-expanded')).toBe('true');
  expect(look(element, 'c-cuzo-qr-code')).toMatchObject([{ text: 'https://my.pv.be/' }]);
  const [unfolded] = look(element, '[lang=fr]');
  expect(text(unfolded)).toBe('MyP&V Scannez le code.');
  await press(button);
  expect(look(element, 'c-cuzo-qr-code')).toStrictEqual([]);
  const { open } = CuzoPresent as unknown as { open: jest.Mock };
  expect(open).not.toHaveBeenCalled();
});
