import CuzoView from 'c/cuzoView';
import { asIs } from 'c/cuzoViewDocument';
import { look, mount, press, settled, text } from 'kit';
import { types } from 'node:util';

const view = {
  title: 'Audi',
  product: 'Autoverzekering',
  sections: [
    {
      key: '0',
      heading: 'Details',
      items: [
        { key: '0', label: 'Merk', text: 'Citroën' },
        { key: '1', label: 'Model', text: '<b>C3</b>', difference: 'In Connect 360: C4' },
      ],
    },
    { key: '1', heading: 'Mobiliteit', items: [{ key: '0', label: 'Pechbijstand', text: 'Verzekerd' }] },
  ],
};
const advice = {
  key: '2',
  heading: 'Documenten',
  items: [{ key: '0', label: 'Polis', text: 'x', isAdvice: true }],
};

const labels = (element: Element): string[] => look(element, 'dt').map(text);
const headingButton = (element: Element, index: number): Element | undefined =>
  look(look(element, 'c-cuzo-view-section')[index]!, 'button')[0];
const fold = async (element: Element, name: 'expand' | 'collapse'): Promise<void> =>
  press(look(element, `lightning-button.${name}`)[0]);

async function find(element: Element, value: string): Promise<void> {
  look(element, 'lightning-input')[0]!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
}

// jsdom has no layout, so it has no scrollIntoView.
beforeAll(() => {
  Element.prototype.scrollIntoView = jest.fn();
});

describe('c-cuzo-view', () => {
  test('has product and title above its sections', async () => {
    const element = await mount(CuzoView, { view });
    expect(text(look(element, '.product')[0])).toBe('Autoverzekering');
    expect(look(element, '[role=heading]').map(text)).toEqual(['Audi', 'Details', 'Mobiliteit']);
  });

  test.each([true, false])(
    'closes and opens all, also what was turned by hand (start folded: %s)',
    async (startFolded) => {
      const element = await mount(CuzoView, { view, startFolded });
      expect(labels(element)).toHaveLength(startFolded ? 0 : 3);
      await press(headingButton(element, 0));
      expect(labels(element)).toHaveLength(startFolded ? 2 : 1);
      await fold(element, 'expand');
      expect(labels(element)).toHaveLength(3);
      await press(headingButton(element, 1));
      expect(labels(element)).toHaveLength(2);
      await fold(element, 'collapse');
      expect(labels(element)).toStrictEqual([]);
      expect(look(element, '[role=heading]').map(text)).toEqual(['Audi', 'Details', 'Mobiliteit']);
    },
  );

  test.each([
    ['a value, whatever its accents', 'citroen', ['Merk']],
    ['a label', ' PECH ', ['Pechbijstand']],
    ['a heading, with all under it', 'details', ['Merk', 'Model']],
    ['what Connect 360 holds', 'c4', ['Model']],
    ['nothing', 'fiets', []],
  ])('finds %s, in closed sections too', async (_, wanted, found) => {
    const element = await mount(CuzoView, { view, startFolded: true });
    await find(element, wanted);
    expect(labels(element)).toEqual(found);
    expect(text(look(element, '[role=status]')[0])).toBe(`Gevonden: ${found.length}`);
    await find(element, ' ');
    expect(labels(element)).toStrictEqual([]);
    expect(text(look(element, '[role=status]')[0])).toBe('');
  });

  test('finds in what it has not drawn yet', async () => {
    const items = Array.from({ length: 100 }, (_, index) => ({ key: `${index}`, label: 'Merk', text: 'x' }));
    const sections = ['0', '1', '2', '3', '4'].map((key) => ({ key, heading: `Rubriek ${key}`, items }));
    jest.useFakeTimers();
    const page = globalThis as unknown as { expect: unknown };
    const check = page.expect;
    // axe takes long for so many items; the browser tests check large views.
    page.expect = () => ({ toBeAccessible: () => Promise.resolve() });
    const element = await mount(CuzoView, { view: { ...view, sections } });
    const first = labels(element).length;
    look(element, 'lightning-input')[0]!.dispatchEvent(
      new CustomEvent('change', { detail: { value: 'merk' } }),
    );
    await Promise.resolve();
    const found = text(look(element, '[role=status]')[0]);
    await jest.runAllTimersAsync();
    jest.useRealTimers();
    page.expect = check;
    expect([first, found, labels(element).length]).toEqual([100, 'Gevonden: 500', 500]);
  });

  test('hands sections on without a proxy, whole and reduced by a find', async () => {
    const sections = view.sections.map(asIs);
    const element = await mount(CuzoView, { view: asIs({ ...view, sections }) });
    const given = (): boolean[] =>
      look(element, 'c-cuzo-view-section').map((one) => types.isProxy(Reflect.get(one, 'section')));
    expect(given()).toEqual([false, false]);
    await find(element, 'merk');
    expect(given()).toEqual([false]);
  });

  test('takes the reader to a difference, out of a find, a closed section and a closed view', async () => {
    const element = await mount(CuzoView, { view, startFolded: true });
    await press(look(element, 'button')[0]);
    await find(element, 'pech');
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    element.showItem('0', '1');
    await settled();
    const mark = look(element, '.difference')[0]!;
    expect([text(mark), focus.mock.contexts]).toEqual(['In Connect 360: C4', [mark]]);
    element.showItem('0', '1');
    await settled();
    expect(focus.mock.contexts).toEqual([mark, mark]);
    expect(look(element, 'lightning-input')).toMatchObject([{ value: '' }]);
    focus.mockRestore();
  });

  test('prints all of it, open, in a frame of its own', async () => {
    const withAdvice = { ...view, sections: [...view.sections, advice] };
    const element = await mount(CuzoView, {
      view: withAdvice,
      startFolded: true,
      footer: 'Stand op 20 nov 2026',
    });
    const printed: string[][] = [];
    // jsdom can't print; this replaces the browser's dialog.
    jest.spyOn(window.HTMLIFrameElement.prototype, 'contentWindow', 'get').mockImplementation(function (
      this: HTMLIFrameElement,
    ) {
      const { body } = this.contentDocument!;
      function print(): void {
        printed.push([...body.querySelectorAll('h1, p, h2, dt, dd')].map(({ textContent }) => textContent));
      }
      return { print } as unknown as Window;
    });
    const button = look(element, 'lightning-button.print')[0] as HTMLElement;
    button.click();
    const [frame] = look(element, 'iframe');
    await new Promise((loaded) => {
      frame!.addEventListener('load', loaded);
    });
    jest.restoreAllMocks();
    await settled();
    expect(printed).toEqual([
      [
        'Audi',
        'Autoverzekering',
        'Details',
        'Merk',
        'Citroën',
        'Model',
        '<b>C3</b>',
        'Mobiliteit',
        'Pechbijstand',
        'Verzekerd',
        'Stand op 20 nov 2026',
      ],
    ]);
    expect(text(look(element, '.print-status')[0])).toBe('');
  });

  test.each<[string, () => void]>([
    [
      'the frame has no document, as under Lightning Locker',
      () => jest.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockReturnValue(null),
    ],
    [
      'the browser refuses to print',
      () => {
        function print(): void {
          throw new Error('NotAllowedError');
        }
        const frame = { print } as never;
        jest.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(frame);
      },
    ],
  ])('says that it can not print when %s', async (_, refuse) => {
    const element = await mount(CuzoView, { view });
    refuse();
    (look(element, 'lightning-button.print')[0] as HTMLElement).click();
    await new Promise((loaded) => {
      look(element, 'iframe')[0]!.addEventListener('load', loaded);
    });
    jest.restoreAllMocks();
    await settled();
    expect(text(look(element, '.print-status')[0])).toBe(
      'Afdrukken kan hier niet. Druk de pagina af met uw browser (Ctrl+P).',
    );
  });
});
