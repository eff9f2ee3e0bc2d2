import CuzoChoice from 'c/cuzoChoice';
import { look, mount, press, text } from 'kit';

const options = [
  { value: 'nl', label: 'Nederlands' },
  { value: 'fr', label: 'Français' },
];

describe('c-cuzo-choice', () => {
  test('shows what may be chosen and what is', async () => {
    const element = await mount(CuzoChoice, { label: 'Taal', options, value: 'fr' });
    expect(text(element)).toBe('Taal Nederlands Français');
    expect(look(element, 'input').map((input) => (input as HTMLInputElement).checked)).toEqual([false, true]);
  });

  test('tells what is chosen', async () => {
    const element = await mount(CuzoChoice, { label: 'Taal', options, value: 'fr' });
    const chosen: unknown[] = [];
    element.addEventListener('choose', (event) => chosen.push((event as CustomEvent).detail));
    await press(look(element, 'input')[0]);
    expect(chosen).toEqual(['nl']);
  });

  test('two on a page leave each other alone', async () => {
    const one = await mount(CuzoChoice, { label: 'Taal', options, value: 'fr' });
    const other = await mount(CuzoChoice, { label: 'Andere taal', options, value: 'nl' });
    await press(look(one, 'input')[0]);
    expect(look(other, 'input').map((input) => (input as HTMLInputElement).checked)).toEqual([true, false]);
  });
});
