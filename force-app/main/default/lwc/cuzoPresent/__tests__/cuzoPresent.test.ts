import CuzoPresent, { present } from 'c/cuzoPresent';
import { look, mount, text } from 'kit';

const presented = {
  zoneName: 'MyP&V',
  address: 'https://my.pv.be/',
  alt: 'QR',
  sentence: 'Scannez le code.',
  language: 'fr',
};

test('shows the zone, the code and one sentence in the language of the customer, and nothing else', async () => {
  const element = await mount(CuzoPresent, { presented });
  // The body is a stub without a slot; its children are what the customer sees.
  const [body] = element.shadowRoot!.children;
  expect(text(body!.firstElementChild ?? undefined)).toBe('MyP&V Scannez le code.');
  expect(look(body!.firstElementChild!, 'c-cuzo-qr-code')).toMatchObject([
    { text: 'https://my.pv.be/', label: 'QR' },
  ]);
  expect(body!.firstElementChild!.getAttribute('lang')).toBe('fr');
  // A scrolling area must be reachable by keyboard.
  expect(body!.firstElementChild!.getAttribute('tabindex')).toBe('0');
});

test('takes the whole screen, named for the zone', async () => {
  await present(presented);
  const { open } = CuzoPresent as unknown as { open: jest.Mock };
  expect(open).toHaveBeenCalledWith({ size: 'full', label: 'MyP&V', presented });
});
