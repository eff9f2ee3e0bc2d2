import CuzoQrCode from 'c/cuzoQrCode';
import jsQR from 'jsqr';
import { look, mount } from 'kit';

const PIXELS_PER_MODULE = 4;

/** Paints the drawn rectangles as a scanner's camera would see them. */
function paint(path: string, size: number): Uint8ClampedArray {
  const width = size * PIXELS_PER_MODULE;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < PIXELS_PER_MODULE; row++) {
      const from = (Number(y) * PIXELS_PER_MODULE + row) * width + Number(x) * PIXELS_PER_MODULE;
      for (let pixel = from; pixel < from + Number(run) * PIXELS_PER_MODULE; pixel++) {
        pixels.fill(0, pixel * 4, pixel * 4 + 3);
      }
    }
  }
  return pixels;
}

async function drawn(text: string) {
  const element = await mount(CuzoQrCode, { text, label: 'QR-code' });
  const [svg] = look(element, 'svg');
  const size = Number(svg!.getAttribute('viewBox')!.split(' ')[2]);
  return { svg: svg!, size, path: look(element, 'path')[0]!.getAttribute('d')! };
}

describe('c-cuzo-qr-code', () => {
  test.each([
    ['the address of MyP&V', 'https://my.pv.be/'],
    ['the address of MyVivium', 'https://my.vivium.be/nl'],
    ['a letter outside ASCII', 'https://my.pv.be/?q=é'],
    ['300 characters', 'x'.repeat(300)],
  ])('says %s to a scanner', async (_, text) => {
    const { path, size } = await drawn(text);
    const width = size * PIXELS_PER_MODULE;
    expect(jsQR(paint(path, size), width, width)?.data).toBe(text);
  });

  test('keeps four white modules on each side', async () => {
    const { path, size } = await drawn('https://my.pv.be/');
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number));
    const edges = runs.flatMap(([x, y, run]) => [x!, y!, size - x! - run!, size - y! - 1]);
    expect(Math.min(...edges)).toBe(4);
    // Version 2, which level M needs for this address, is 25 modules wide.
    expect(size).toBe(25 + 8);
  });

  test('is one picture with a name for a screen reader', async () => {
    const { svg } = await drawn('https://my.pv.be/');
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toBe('QR-code');
  });

  test('without a name it is not usable by everybody', async () => {
    await expect(mount(CuzoQrCode, { text: 'https://my.pv.be/' })).rejects.toThrow(/svg-img-alt/);
  });
});
