import { rowsShown } from './shown.ts';
import { forThisFile } from '../kit/ending.ts';
import { keepPicture, openSite } from '../kit/site.ts';
import { violations } from '../kit/axe.ts';

/** Policy that the zone shows -> its product in Dutch and in French. */
const PRODUCTS = {
  '111000200031': ['Auto', 'Auto'],
  '111000200041': ['Motor', 'Moto'],
  '111000200021': ['Woning', 'Habitation'],
  '111000200032': ['BA Gezin', 'RC familiale'],
  '111000200131': ['Ongeval privéleven', 'Accidents vie privée'],
  '111000200042': ['Rechtsbijstand', 'Protection juridique'],
  '111000200022': ['Pensioensparen', 'Épargne-pension'],
  '111000200061': ['Langetermijnsparen', 'Épargne à long terme'],
  '111000200111': [
    'Vrij Aanvullend Pensioen voor Zelfstandigen',
    'Pension Libre Complémentaire pour Indépendants',
  ],
  '222000200033': ['Sparen', 'Épargne'],
  '222000200081': ['Beleggen', 'Placement'],
  '111000200153': ['Overlijden', 'Décès'],
  '111000200112': ['Gewaarborgd inkomen', 'Revenu garanti'],
} as const;
type Policy = keyof typeof PRODUCTS;
const policies = Object.keys(PRODUCTS) as Policy[];

/** The one policy whose sample record holds another premium than the zone shows. */
const DIFFERING: Policy = '111000200031';
/** Width of the window -> how many pairs stand side by side. */
const WIDTHS = [
  [1440, 2],
  [375, 1],
] as const;

const site = forThisFile(openSite);
let paths: Readonly<Record<Policy, string>>;

beforeAll(async () => {
  const found = policies.map(async (number) => [number, await site.pathOf('InsurancePolicy', number)]);
  paths = Object.fromEntries(await Promise.all(found)) as typeof paths;
});

describe.each([
  ['agent.nl', 0],
  ['agent.fr', 1],
] as const)('%s', (as, language) => {
  test.each(policies)('reads policy %s as the customer does, wide and narrow', async (policy) => {
    const page = await site.open(paths[policy], { as });
    await page.getByRole('tab', { name: 'CuZo' }).click();
    const tab = page.locator('c-cuzo-tab');
    await tab.locator('dd').first().waitFor();
    expect(await tab.locator('.product').innerText()).toBe(PRODUCTS[policy][language]);
    expect(await tab.locator('.difference').count()).toBe(policy === DIFFERING ? 1 : 0);
    for (const [width, columns] of WIDTHS) {
      await page.setViewportSize({ width, height: 1000 });
      const rows = await rowsShown(tab);
      expect(rows.length).toBeGreaterThan(4);
      expect(Math.max(...rows.map((row) => Math.ceil(row.length / 2)))).toBe(columns);
      const cells = rows.flat();
      expect(cells).toContain(policy);
      // A code on the page would mean a missing label.
      expect(cells.filter((cell) => cell === '' || /^[a-z]+(-[a-z]+)+$/.test(cell))).toStrictEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violations(page, tab)).toStrictEqual([]);
      await keepPicture(page, `tab-${policy}-${as}-${width}`);
    }
    await page.close();
  });
});

test('no page had an error in the console', () => {
  expect(site.errors).toStrictEqual([]);
});
