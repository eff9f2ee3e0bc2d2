import { safeAddress, ZONES } from 'c/cuzoZones';

const [mypv, myvivium] = ZONES;

describe('c-cuzo-zones', () => {
  test.each([
    ['https://my.pv.be', 'https://my.pv.be/'],
    ['https://my.pv.be/nl', 'https://my.pv.be/nl'],
    ['HTTPS://MY.PV.BE/?a=1#b', 'https://my.pv.be/?a=1#b'],
    ['https://my.pv.be:443/', 'https://my.pv.be/'],
  ])('sends customers to %s', (address, url) => {
    expect(safeAddress(address, mypv!)).toBe(url);
  });

  test.each([
    '',
    'my.pv.be',
    'http://my.pv.be/',
    'https://my.pv.be.example.com/',
    'https://my.pv.be@example.com/',
    'https://someone@my.pv.be/',
    'https://my.pv.be:8443/',
    'https://example.com/https://my.pv.be/',
    'https://xmy.pv.be/',
    'https://my.рv.be/',
    'https://my.vivium.be/nl',
    // eslint-disable-next-line no-script-url -- it is here to be refused
    'javascript:alert(1)//https://my.pv.be/',
    'data:text/html,https://my.pv.be/',
  ])('refuses %j', (address) => {
    expect(safeAddress(address, mypv!)).toBeNull();
  });

  test('keeps the zones apart', () => {
    expect(safeAddress('https://my.vivium.be/nl', myvivium!)).toBe('https://my.vivium.be/nl');
    expect(safeAddress('https://my.pv.be/', myvivium!)).toBeNull();
  });
});
