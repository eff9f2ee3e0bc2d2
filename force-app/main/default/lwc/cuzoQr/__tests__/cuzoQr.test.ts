import { qrFile, qrPath } from 'c/cuzoQr';

test('the file holds the drawing, black on white, and nothing that calls out', () => {
  const [type, ...text] = qrFile('https://my.pv.be/').split(',');
  expect(type).toBe('data:image/svg+xml');
  const file = decodeURIComponent(text.join(','));
  const svg = new DOMParser().parseFromString(file, 'image/svg+xml').documentElement;
  const { path, size } = qrPath('https://my.pv.be/');
  expect(svg.getAttribute('viewBox')).toBe(`0 0 ${size} ${size}`);
  const paths = [...svg.querySelectorAll('path')].map((drawn) => [
    drawn.getAttribute('fill'),
    drawn.getAttribute('d'),
  ]);
  expect(paths).toEqual([
    ['#fff', `M0 0h${size}v${size}H0z`],
    [null, path],
  ]);
  expect(svg.querySelectorAll('image, script, style, a')).toHaveLength(0);
});
