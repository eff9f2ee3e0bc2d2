import CuzoInviteWays from 'c/cuzoInviteWays';
import CuzoPresent from 'c/cuzoPresent';
import type CuzoPresentButton from 'c/cuzoPresentButton';
import { qrFile, svgFile } from 'c/cuzoQr';
import { look, mount, press, settled, text } from 'kit';

const ADDRESS = 'https://my.pv.be/fr';
const ways = (properties: Parameters<typeof mount<CuzoInviteWays>>[1] = {}) =>
  mount(CuzoInviteWays, { address: ADDRESS, zoneName: 'MyP&V', language: 'fr', ...properties });
const pressIn = (element: Element, name: string) => press(look(element, `button.${name}`)[0]);
/** jsdom can't follow the link. */
async function pressMail(element: Element): Promise<void> {
  element.addEventListener('click', (event) => {
    event.preventDefault();
  });
  await press(look(element, 'a.mail')[0]);
}
/** Presses print and waits for the frame, which is filled once it has loaded. */
async function pressPrint(element: Element): Promise<void> {
  (look(element, 'button.print-page')[0] as HTMLElement).click();
  await new Promise((loaded) => {
    look(element, 'iframe')[0]!.addEventListener('load', loaded);
  });
  await settled();
}
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

  test('has the button that shows it above it', async () => {
    const order = look(await ways(), 'c-cuzo-present-button, c-cuzo-qr-code');
    expect(order.map(({ localName }) => localName)).toEqual(['c-cuzo-present-button', 'c-cuzo-qr-code']);
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

  test('says so when the browser lets nothing be copied nor selected', async () => {
    clipboard(() => Promise.reject(new Error('NotAllowedError')));
    jest.spyOn(window, 'getSelection').mockReturnValue(null);
    const element = await ways();
    await pressIn(element, 'copy');
    await settled();
    expect(status(element)).toBe('De browser laat kopiëren niet toe. Typ het adres over of lees het voor.');
    jest.restoreAllMocks();
  });

  test.each<[string, string, string]>([
    ['the address of the customer', 'claire.exemple@example.com', 'claire.exemple@example.com'],
    ['a plus sign and spaces around', ' claire+zone@example.com ', 'claire%2Bzone@example.com'],
    ['two addresses', 'a@example.com,b@example.com', ''],
    ['a name around it', 'Claire <claire@example.com>', ''],
    ['headers of a mail', 'a@example.com?bcc=b@example.com', ''],
    ['no address', '', ''],
  ])('the mail goes to %s', async (_, email, receiver) => {
    const [link] = look(await ways({ email }), 'a.mail');
    expect(link!.getAttribute('href')!.split('?')[0]).toBe(`mailto:${receiver}`);
  });

  test('says what to do when no mail program opens', async () => {
    const element = await ways();
    await pressMail(element);
    expect(status(element)).toBe('Opent uw e-mailprogramma niet? Kopieer dan de link.');
  });

  test('tells agent and customer, each in their language, that the site has another', async () => {
    const element = await ways({ language: 'de', otherLanguages: ['nl', 'fr'] });
    expect(text(element)).toContain(
      'MyP&V heeft geen pagina in de taal van de klant. Talen van de website: Nederlands, Frans.',
    );
    const line = 'Sprachen der Website MyP&V: Niederländisch, Französisch.';
    const [button] = look(element, 'c-cuzo-present-button') as unknown as [CuzoPresentButton];
    expect(button.presented!.sentence).toContain(line);
    const mail = new URL(look(element, 'a.mail')[0]!.getAttribute('href')!);
    expect(mail.searchParams.get('body')).toContain(`auf ${ADDRESS}\r\n${line}\r\n`);
    expect(text(await ways())).not.toContain('taal van de klant. Talen');
  });

  test("the mail doesn't ask for what it says nobody asks for", async () => {
    const mail = new URL(look(await ways({ language: 'nl' }), 'a.mail')[0]!.getAttribute('href')!);
    expect(mail.searchParams.get('body')).toContain(
      `Uw adviseur vraagt u nooit codes of een itsme®-bevestiging. U bevestigt alleen zelf, op ${ADDRESS}`,
    );
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
    await pressPrint(element);
    jest.restoreAllMocks();
    expect(status(element)).toBe('');
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

  test.each<[string, () => void]>([
    [
      'the frame has no document, as under Lightning Locker',
      () => jest.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockReturnValue(null),
    ],
    [
      'the picture can not be drawn',
      () => {
        HTMLImageElement.prototype.decode = () => Promise.reject(new Error('EncodingError'));
      },
    ],
  ])('says that it can not print when %s', async (_, refuse) => {
    refuse();
    const element = await ways();
    await pressPrint(element);
    jest.restoreAllMocks();
    expect(status(element)).toContain('De browser laat afdrukken hier niet toe');
  });

  describe('downloads', () => {
    const saved: { name: string; file: Blob }[] = [];
    let file: Blob | undefined;
    beforeEach(() => {
      saved.length = 0;
      // eslint-disable-next-line @locker/locker/distorted-url-create-object-url -- jsdom has none
      URL.createObjectURL = (blob) => {
        file = blob as Blob;
        return 'blob:code';
      };
      URL.revokeObjectURL = jest.fn();
      jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
        saved.push({ name: this.download, file: file! });
      });
    });
    afterEach(() => {
      jest.restoreAllMocks();
    });
    /** A canvas of jsdom draws nothing. */
    function canvas(blob: Blob | null): void {
      const drawing = { fillRect: jest.fn() } as never;
      jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(drawing);
      HTMLCanvasElement.prototype.toBlob = (give) => {
        give(blob);
      };
    }

    test('the code as SVG and as PNG', async () => {
      const png = new Blob(['png']);
      canvas(png);
      const element = await ways();
      await pressIn(element, 'download-svg');
      await pressIn(element, 'download-png');
      await settled();
      expect(saved.map(({ name }) => name)).toEqual(['MyPV-fr.svg', 'MyPV-fr.png']);
      expect(saved[0]!.file.size).toBe(svgFile(ADDRESS).size);
      expect(saved[1]!.file).toBe(png);
      expect(status(element)).toBe('');
    });

    test.each<[string, string, () => void]>([
      [
        'svg',
        'the browser gives a file no address',
        () => {
          // eslint-disable-next-line @locker/locker/distorted-url-create-object-url -- jsdom has none
          URL.createObjectURL = () => {
            throw new TypeError('refused');
          };
        },
      ],
      [
        'png',
        'the browser draws nothing',
        () => {
          canvas(null);
        },
      ],
    ])('says that it can not save a file: %s, %s', async (ending, _, refuse) => {
      refuse();
      const element = await ways();
      await pressIn(element, `download-${ending}`);
      await settled();
      expect(saved).toStrictEqual([]);
      expect(status(element)).toContain('De browser laat downloaden niet toe');
    });
  });

  test("explains the icon on the home screen in the customer's language", async () => {
    const [steps] = look(await ways(), 'details ul');
    expect(steps!.getAttribute('lang')).toBe('fr');
    expect(text(steps)).toMatch(/^iPhone \(Safari\) : ouvrez .* Android \(Chrome\) : ouvrez /);
  });
});
