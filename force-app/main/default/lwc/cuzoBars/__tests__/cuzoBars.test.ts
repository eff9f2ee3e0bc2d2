import CuzoBars, { type Chart } from 'c/cuzoBars';
import { look, mount, text } from 'kit';

const chart = (more: Partial<Chart>): Chart => ({
  alt: 'Two nights',
  bars: [],
  legend: [
    { tone: 'main', label: 'Changed' },
    { tone: 'fault', label: 'With faults' },
  ],
  scale: 'full',
  first: '20 Nov',
  last: '21 Nov',
  ...more,
});
const bar = (key: string, main: number, fault: number) => ({
  key,
  parts: [
    { tone: 'main', value: main },
    { tone: 'fault', value: fault, isAlwaysSeen: true },
  ] as const,
});
/** Class, x, y and height of each rectangle. */
async function drawn(more: Partial<Chart>) {
  const element = await mount(CuzoBars, { chart: chart(more) });
  return look(element, 'rect').map((part) =>
    ['class', 'x', 'y', 'height'].map((name) => part.getAttribute(name)).join(' '),
  );
}

describe('c-cuzo-bars', () => {
  test('draws each bar as high, in parts from the bottom, side by side', async () => {
    expect(await drawn({ bars: [bar('a', 30, 10), bar('b', 1, 1)] })).toEqual([
      'part main 1 25 75',
      'part fault 1 0 25',
      'part main 11 50 50',
      'part fault 11 0 50',
    ]);
  });

  test('draws bars of counts as high as they are', async () => {
    expect(await drawn({ scale: 'counts', bars: [bar('a', 3, 1), bar('b', 1, 0)] })).toEqual([
      'part main 1 25 75',
      'part fault 1 0 25',
      'part main 11 75 25',
    ]);
  });

  test('draws what must be seen, however little it is, and stays within the picture', async () => {
    const [main, fault] = await drawn({ bars: [bar('a', 99_999, 1)] });
    expect(fault).toMatch(/^part fault 1 0 3\.\d+$/);
    expect(main).toMatch(/^part main 1 3\.\d+ 96\.\d+$/);
  });

  test('draws nothing for a bar without events', async () => {
    expect(await drawn({ bars: [bar('a', 0, 0)] })).toStrictEqual([]);
  });

  test('says in words what it is and what the colours mean', async () => {
    const element = await mount(CuzoBars, { chart: chart({ bars: [bar('a', 1, 1)] }) });
    expect(look(element, 'svg')[0]?.getAttribute('aria-label')).toBe('Two nights');
    expect(text(look(element, 'ul')[0])).toBe('Changed With faults');
  });
});
