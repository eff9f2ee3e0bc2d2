import CuzoInviteWays from 'c/cuzoInviteWays';
import CuzoPresent from 'c/cuzoPresent';
import { qrFile } from 'c/cuzoQr';
import { look, mount, press, settled, text } from 'kit';

const ADDRESS = 'https://my.pv.be/fr';
const ways = () => mount(CuzoInviteWays, { address: ADDRESS, zoneName: 'MyP&V', language: 'fr' });
const pressIn = (element: Element, name: string) => press(look(element, `button.${name}`)[0]);
const status = (element: Element) => text(look(element, '[role=status]')[0]);

function clipboard(writeText: (copied: string) => Promise<void>): void {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
}

describe('c-cuzo-invite-ways', () => {
  test('shows the code and its address to the agent', async () => {
    const element = await ways();
    expect(look(element, 'c-cuzo-qr-code')).toMatchObject([
      { text: ADDRESS, label: `QR-code die naar ${ADDRESS} leidt` },
    ]);
    expect(look(element, '.address a').map((link) => link.getAttribute('href'))).toEqual([ADDRESS]);
  });

  test("presents the code with a sentence in the customer's language", async () => {
    await pressIn(await ways(), 'present');
    const { open } = CuzoPresent as unknown as { open: jest.Mock };
    expect(open).toHaveBeenCalledWith(
      expect.objectContaining({
        presented: expect.objectContaining({
          address: ADDRESS,
          language: 'fr',
          sentence: `Scannez le code avec votre smartphone ou rendez-vous sur ${ADDRESS} pour vous inscrire à MyP&V.`,
        }),
      }),
    );
  });

  test('copies the address and says so', async () => {
    const copied: string[] = [];
    clipboard((address) => {
      copied.push(address);
      return Promise.resolve();
    });
    const element = await ways();
    await pressIn(element, 'copy');
    expect(copied).toEqual([ADDRESS]);
    expect(status(element)).toBe('De link is gekopieerd.');
  });

  test('selects the address when the browser refuses to copy', async () => {
    clipboard(() => Promise.reject(new Error('NotAllowedError')));
    const selected = jest.fn();
    jest.spyOn(window, 'getSelection').mockReturnValue({ selectAllChildren: selected } as never);
    const element = await ways();
    await pressIn(element, 'copy');
    await settled();
    expect(selected.mock.calls.map(([link]) => text(link as Element))).toEqual([ADDRESS]);
    expect(status(element)).toContain('Het adres is geselecteerd');
    jest.restoreAllMocks();
  });

  test("mails a plain link in the customer's language", async () => {
    const [link] = look(await ways(), 'a.mail');
    const mail = new URL(link!.getAttribute('href')!);
    expect(mail.protocol + mail.pathname).toBe('mailto:');
    expect(mail.searchParams.get('subject')).toBe('Votre espace client MyP&V');
    expect(mail.searchParams.get('body')).toContain(`Inscrivez-vous sur ${ADDRESS}\r\n`);
  });

  test('prints a page of its own with code, zone, sentence and address, and no data of the customer', async () => {
    const element = await ways();
    const print = jest.fn();
    // A frame of jsdom can't print, nor decode pictures.
    const page = document.implementation.createHTMLDocument();
    jest.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockReturnValue(page);
    jest.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue({ print } as never);
    HTMLImageElement.prototype.decode = () => Promise.resolve();
    await pressIn(element, 'print-page');
    jest.restoreAllMocks();
    expect(look(element, 'iframe')).toHaveLength(1);
    expect(print).toHaveBeenCalledTimes(1);
    expect(page.documentElement.lang).toBe('fr');
    expect(page.querySelector('h1')!.textContent).toBe('MyP&V');
    expect([...page.querySelectorAll('p')].map((line) => line.textContent)).toEqual([
      expect.stringContaining('Scannez le code'),
      ADDRESS,
    ]);
    expect(page.querySelector('img')!.src).toBe(qrFile(ADDRESS));
    expect(page.querySelector('style')!.textContent).toContain('size: A4');
  });

  test('downloads the code as an SVG file', async () => {
    const [link] = look(await ways(), 'a.download');
    expect(link!.getAttribute('download')).toBe('MyPV-fr.svg');
    expect(link!.getAttribute('href')).toBe(qrFile(ADDRESS));
  });

  test("explains the icon on the home screen in the customer's language", async () => {
    const [steps] = look(await ways(), 'details ul');
    expect(steps!.getAttribute('lang')).toBe('fr');
    expect(text(steps)).toMatch(/^iPhone \(Safari\) : ouvrez .* Android \(Chrome\) : ouvrez /);
  });
});
