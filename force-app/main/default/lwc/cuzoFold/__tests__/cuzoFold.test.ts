import CuzoFold from 'c/cuzoFold';
import { look, mount, press, text } from 'kit';

async function folded() {
  const element = await mount(CuzoFold, { heading: 'Voertuig', level: 3 });
  return { element, button: look(element, 'button')[0]! };
}

describe('c-cuzo-fold', () => {
  test('is a heading of its level over an open part', async () => {
    const { element, button } = await folded();
    const [heading] = look(element, '[role=heading]');
    expect(heading!.getAttribute('aria-level')).toBe('3');
    expect(text(heading)).toBe('Voertuig');
    expect(button.getAttribute('aria-expanded')).toBe('true');
  });

  test('folds and unfolds, and says so', async () => {
    const { element, button } = await folded();
    await press(button);
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(look(element, 'slot')).toHaveLength(0);
    await press(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(look(element, 'slot')).toHaveLength(1);
  });
});
