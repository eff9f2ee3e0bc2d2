import type { Page } from 'playwright-core';
import { shownCode } from './invite.ts';
import * as pictures from './pictures.ts';
import { rowsShown } from './shown.ts';
import { forThisFile } from '../kit/ending.ts';
import { keepPart, keepPicture, openSite } from '../kit/site.ts';

const site = forThisFile(openSite);
let accountPath = '';
let policyPath = '';

beforeAll(async () => {
  accountPath = await site.pathOf('Account', 'Test Test');
  policyPath = await site.pathOf('InsurancePolicy', '111000171363');
});

const agents = ['agent.nl', 'agent.fr'];
const tabNames = (page: Page) => page.getByRole('tab').allInnerTexts();
const openPanel = (page: Page) => page.getByRole('tabpanel').filter({ visible: true });

test.each(agents)('%s sees the account as in the picture', async (as) => {
  const picture = pictures.account[as]!;
  const page = await site.open(accountPath, { as });
  await shownCode(page);
  expect(await page.locator('.record-name').innerText()).toBe(picture.title);
  expect(await rowsShown(page.locator('.highlights'))).toEqual(picture.facts);
  expect(await tabNames(page)).toEqual(picture.tabs);
  expect(await rowsShown(openPanel(page))).toEqual(picture.rows);
  await keepPicture(page, `account-${as}`);
  await page.close();
});

test.each(agents)('%s sees both pills side by side above the tabs', async (as) => {
  const page = await site.open(accountPath, { as });
  const pills = page.locator('c-cuzo-pills li.pill');
  await pills.first().waitFor();
  expect(await pills.locator('.name').allInnerTexts()).toEqual(pictures.account[as]!.pills);
  const [left, right, tabs] = await Promise.all([
    pills.nth(0).boundingBox(),
    pills.nth(1).boundingBox(),
    page.getByRole('tablist').boundingBox(),
  ]);
  expect(left!.y).toBe(right!.y);
  expect(left!.x + left!.width).toBeLessThanOrEqual(right!.x);
  expect(left!.y + left!.height).toBeLessThan(tabs!.y);
  await keepPart(page.locator('c-cuzo-freshness'), `agent-stale-${as}`);
  await page.close();
});

test.each(agents)('%s sees the CuZo tab of the policy as in the picture', async (as) => {
  const picture = pictures.policy[as]!;
  const page = await site.open(policyPath, { as });
  expect(await page.locator('.record-name').innerText()).toBe(picture.title);
  expect(await rowsShown(page.locator('.highlights'))).toEqual(picture.facts);
  expect(await tabNames(page)).toEqual(picture.tabs);
  await page.getByRole('tab', { name: 'CuZo' }).click();
  await page.locator('c-cuzo-view-section').first().waitFor();
  // The picture has no documents: here they stand below all that it has.
  const rows = await rowsShown(openPanel(page));
  expect(rows.slice(0, picture.rows.length)).toEqual(picture.rows);
  expect(rows[picture.rows.length]).toEqual([as === 'agent.fr' ? 'Documents' : 'Documenten']);
  await keepPicture(page, `policy-${as}`);
  await keepPart(page.locator('c-cuzo-tab'), `agent-shown-${as}`);
  await page.close();
});

test('the frame names company, app and navigation items as in the picture', async () => {
  const page = await site.open(accountPath);
  expect(await page.getByRole('banner').innerText()).toContain('P&V Connect 360');
  const bar = page.getByRole('navigation');
  expect(await bar.locator('.app-name').innerText()).toBe('P&V Insurance Portal');
  expect((await bar.getByRole('link').allInnerTexts()).join(' ')).toBe(pictures.navigation['agent.nl']);
  expect(await page.getByRole('search').getByRole('searchbox').count()).toBe(1);
  await page.close();
});
