import CuzoViewTools from 'c/cuzoViewTools';
import { look, mount, press, text } from 'kit';

async function tools(): Promise<{ element: Element; events: unknown[] }> {
  const element = await mount(CuzoViewTools, { found: 'Gevonden: 2' });
  const events: unknown[] = [];
  for (const name of ['find', 'fold', 'print']) {
    element.addEventListener(name, (event) => events.push([name, (event as CustomEvent<unknown>).detail]));
  }
  return { element, events };
}

describe('c-cuzo-view-tools', () => {
  test('opens and closes all, and prints', async () => {
    const { element, events } = await tools();
    const button = (name: string) => look(element, `lightning-button.${name}`)[0];
    await press(button('expand'));
    await press(button('collapse'));
    await press(button('print'));
    expect(events).toEqual([
      ['fold', true],
      ['fold', false],
      ['print', null],
    ]);
  });

  test('finds while the agent types, and says what it came to', async () => {
    const { element, events } = await tools();
    const [input] = look(element, 'lightning-input');
    input!.dispatchEvent(new CustomEvent('change', { detail: { value: 'audi' } }));
    expect(events).toEqual([['find', 'audi']]);
    expect(text(look(element, '[role=status]')[0])).toBe('Gevonden: 2');
  });
});
