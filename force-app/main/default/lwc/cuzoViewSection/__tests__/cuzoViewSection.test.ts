import CuzoViewSection from 'c/cuzoViewSection';
import { look, mount, press, text } from 'kit';

const section = {
  key: '0',
  heading: 'Voertuig',
  items: [
    { key: '0', label: 'Glasbraak', text: 'Niet verzekerd', isCross: true },
    { key: '1', label: 'Merk', text: 'Audi' },
  ],
};

describe('c-cuzo-view-section', () => {
  test('pairs each label with its value', async () => {
    const element = await mount(CuzoViewSection, { section });
    expect(look(element, 'dt').map(text)).toEqual(['Glasbraak', 'Merk']);
    expect(look(element, 'dd').map(text)).toEqual(['Niet verzekerd', 'Audi']);
  });

  test('draws a cover as a sign with words', async () => {
    const element = await mount(CuzoViewSection, { section });
    const [cover, make] = look(element, 'dd');
    expect(look(cover!, 'svg[aria-hidden=true]')).toHaveLength(1);
    expect(look(cover!, '.cover > span').map(text)).toEqual(['Niet verzekerd']);
    expect(look(make!, 'svg')).toEqual([]);
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
