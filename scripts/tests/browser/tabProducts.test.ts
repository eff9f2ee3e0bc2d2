import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { rowsShown } from './shown.ts';
import { openSite, SCREENSHOTS, START_MILLISECONDS, type Site } from './site.ts';
import { violations } from './violations.ts';

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
  '111000200111': ['VAPZ', 'PLCI'],
  '222000200033': ['Sparen', 'Épargne'],
  '222000200081': ['Beleggen', 'Placement'],
  '111000200153': ['Overlijden', 'Décès'],
  '111000200112': ['Gewaarborgd inkomen', 'Revenu garanti'],
} as const;
type Policy = keyof typeof PRODUCTS;
const policies = Object.keys(PRODUCTS) as Policy[];

/** The one policy whose sample record holds another premium than the zone shows. */
const DIFFERING: Policy = '111000200031';
const PHONE = 375;

let site: Site;
let paths: Readonly<Record<Policy, string>>;

beforeAll(async () => {
  site = await openSite();
  const found = policies.map(async (number) => [number, await site.pathOf('InsurancePolicy', number)]);
  paths = Object.fromEntries(await Promise.all(found)) as typeof paths;
}, START_MILLISECONDS);
afterAll(() => site.close());

async function openTab(policy: Policy, as: string, width: number): Promise<Page> {
  const page = await site.open(paths[policy], { as, width });
  await page.getByRole('tab', { name: 'CuZo' }).click();
  await page.locator('c-cuzo-view-section dd').first().waitFor();
  return page;
}

describe.each([
  ['agent.nl', 1440],
  ['agent.nl', PHONE],
  ['agent.fr', 1440],
  ['agent.fr', PHONE],
] as const)('%s at a width of %d', (as, width) => {
  test.each(policies)(
    'reads policy %s as the customer does',
    async (policy) => {
      const page = await openTab(policy, as, width);
      const tab = page.locator('c-cuzo-tab');
      expect(await tab.locator('.product').innerText()).toBe(PRODUCTS[policy][as === 'agent.nl' ? 0 : 1]);
      const rows = await rowsShown(tab);
      expect(rows.length).toBeGreaterThan(4);
      const cells = rows.flat();
      expect(cells).toContain(policy);
      // A code that shows through would be a label that is missing.
      expect(cells.filter((cell) => cell === '' || /^[a-z]+(-[a-z]+)+$/.test(cell))).toEqual([]);
      const columns = Math.max(...rows.map((row) => Math.ceil(row.length / 2)));
      expect(columns).toBe(width === PHONE ? 1 : 2);
      expect(await tab.locator('.difference').count()).toBe(policy === DIFFERING ? 1 : 0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: join(SCREENSHOTS, `tab-${policy}-${as}-${width}.png`), fullPage: true });
      await page.close();
    },
    60_000,
  );
});

test('no page had an error in the console', () => {
  expect(site.errors).toEqual([]);
});
