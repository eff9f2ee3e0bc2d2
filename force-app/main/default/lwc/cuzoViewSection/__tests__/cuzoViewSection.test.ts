import CuzoViewSection, { type ShownSection } from 'c/cuzoViewSection';
import { look, mount, press, text } from 'kit';

const section: ShownSection = {
  key: '0',
  heading: 'Voertuig',
  items: [
    { key: '0', label: 'Glasbraak', text: 'Niet verzekerd', sign: 'cross' },
    { key: '1', label: 'Merk', text: 'Audi' },
    { key: '2', label: 'Diefstal', text: 'Verzekerd', sign: 'check' },
  ],
};

describe('c-cuzo-view-section', () => {
  test('pairs each label with its value', async () => {
    const element = await mount(CuzoViewSection, { section });
    expect(look(element, 'dt').map(text)).toEqual(['Glasbraak', 'Merk', 'Diefstal']);
    expect(look(element, 'dd').map(text)).toEqual(['Niet verzekerd', 'Audi', 'Verzekerd']);
  });

  test('marks covers for their sign, which the style sheet draws', async () => {
    const element = await mount(CuzoViewSection, { section });
    expect(look(element, 'dd').map(({ className }) => className)).toEqual(['cross', '', 'check']);
  });

  test('shows what Connect 360 holds below a value, among others that agree', async () => {
    const [cover, make, theft] = section.items;
    const items = [cover!, { ...make!, difference: 'In Connect 360: BMW' }, theft!];
    const element = await mount(CuzoViewSection, { section: { ...section, items } });
    expect(look(element, 'dt').map(text)).toEqual(['Glasbraak', 'Merk', 'Diefstal']);
    expect(look(element, 'dd').map(text)).toEqual([
      'Niet verzekerd',
      'Audi In Connect 360: BMW',
      'Verzekerd',
    ]);
    expect(look(element, 'dd').map(({ className }) => className)).toEqual(['cross', '', 'check']);
    expect(look(element, '.difference').map(text)).toEqual(['In Connect 360: BMW']);
  });

  test.each([
    [undefined, 'In deze rubriek staat niets.'],
    ['Geen documenten', 'Geen documenten'],
  ])('says that it is empty (%s)', async (empty, words) => {
    const nothing = { key: '0', heading: 'Voertuig', items: [], ...(empty === undefined ? {} : { empty }) };
    const element = await mount(CuzoViewSection, { section: nothing });
    expect(text(element)).toBe(`Voertuig ${words}`);
  });

  test('folds its pairs away', async () => {
    const element = await mount(CuzoViewSection, { section });
    await press(look(element, 'button')[0]);
    expect(text(element)).toBe('Voertuig');
  });
});
