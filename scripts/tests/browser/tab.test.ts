import type { Locator, Page } from 'playwright-core';
import { forThisFile } from '../kit/ending.ts';
import { keepPicture, openSite, type Look } from '../kit/site.ts';
import { violations } from '../kit/axe.ts';

const site = forThisFile(openSite);

/** Opens the CuZo tab of a policy and waits for its content. */
async function openTab(policy: string, look: Look = {}): Promise<{ page: Page; tab: Locator }> {
  const page = await site.open(await site.pathOf('InsurancePolicy', policy), look);
  await page.getByRole('tab', { name: 'CuZo' }).click();
  const tab = page.locator('c-cuzo-tab');
  await tab.locator('.words, dd').first().waitFor();
  return { page, tab };
}

const view = (title: string, sections: readonly object[]) => ({ title, sections });
const section = (code: string, items: number, value = 'waarde') => ({
  code,
  items: Array.from({ length: items }, (_, index) => ({ code: `code-${index}`, kind: 'text', value })),
});

async function show(policy: string, shown: object): Promise<void> {
  await site.runJob([
    {
      specversion: '1.0',
      id: `tab-${policy}-${Date.now()}`,
      source: '/portals/mypv',
      type: 'be.pv.cuzo.policy-view.v1',
      subject: policy,
      time: new Date().toISOString(),
      data: { shown: true, product: 'car', view: shown },
    },
  ]);
}

describe('a policy without a view, wide and narrow', () => {
  test.each([
    ['agent.nl', '111000200151', /ziet deze polis niet in MyP&V.\s+Nicheproducten/],
    ['agent.nl', '111000200121', /ziet deze polis niet in MyP&V.\s+Oudere autocontracten/],
    ['agent.nl', '222000200142', /ziet deze polis niet in MyVivium.\s+Groepsverzekeringen/],
    ['agent.fr', '111000200152', /ne voit pas cette police dans MyP&V.\s+\S+/],
    ['agent.fr', '111000200091', /ne voit pas cette police dans MyP&V.\s+\S+|rien communiqué/],
  ])('%s reads of %s why', async (as, policy, words) => {
    const { page, tab } = await openTab(policy, { as });
    expect(await tab.innerText()).toMatch(words);
    expect(await tab.locator('dd').count()).toBe(0);
    for (const width of [1440, 375]) {
      await page.setViewportSize({ width, height: 1000 });
      expect([width, ...(await violations(page))]).toEqual([width]);
      await keepPicture(page, `tab-${policy}-${as}-${width}`);
    }
    await page.close();
  });
});

test('why a policy is hidden comes with what to do, whom to ask and the day of the facts', async () => {
  const { page, tab } = await openTab('111000200151');
  expect(await tab.locator('c-cuzo-zone-facts li').allInnerTexts()).toEqual([
    expect.stringContaining('‘Ik kan mijn contract niet vinden’'),
    expect.stringContaining('tabblad Details'),
    'Klopt dat niet? Contacteer MyP&V: mypv@pv.be, 02/250.87.09',
    'Deze informatie is nagekeken op 22 nov 2026.',
  ]);
  await page.close();
});

test('the way to the invitation leads to the customer', async () => {
  const { page, tab } = await openTab('222000200033');
  expect(await tab.innerText()).toContain('niet geregistreerd in MyVivium');
  await tab.getByRole('link').click();
  await page.getByRole('heading', { name: 'Bart Voorbeeld' }).first().waitFor();
  await page.close();
});

test('by keyboard alone: find, close and open all, fold one', async () => {
  const { page, tab } = await openTab('111000171363');
  await page.getByRole('tab', { name: 'CuZo' }).focus();
  async function tabTo(name: string): Promise<void> {
    const button = tab.getByRole('button', { name, exact: true });
    const hasFocus = (): Promise<boolean> => button.evaluate((element) => element.matches(':focus'));
    for (let stop = 0; stop < 20 && !(await hasFocus()); stop++) await page.keyboard.press('Tab');
    expect(await hasFocus()).toBe(true);
  }
  await tabTo('Alles sluiten');
  await page.keyboard.press('Enter');
  expect(await tab.locator('dd').count()).toBe(0);
  await tabTo('Mobiliteit');
  const heading = tab.getByRole('button', { name: 'Mobiliteit' });
  expect(await heading.getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('Space');
  expect(await heading.getAttribute('aria-expanded')).toBe('true');
  expect(await tab.locator('dt').allInnerTexts()).toContain('Pechbijstand');
  await tab.getByRole('searchbox').focus();
  await page.keyboard.type('nummerplaat');
  await tab.getByText('Gevonden: 1').waitFor();
  expect(await tab.locator('dt').allInnerTexts()).toEqual(['Nummerplaat']);
  expect(await violations(page)).toStrictEqual([]);
  await page.close();
});

/** Keeps what frames print instead of opening the browser's dialog, which would wait for a person. */
async function notePrints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = globalThis as unknown as { printed: string[] };
    seen.printed = [];
    const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow') as {
      get: (this: HTMLIFrameElement) => Window;
    };
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      get(this: HTMLIFrameElement) {
        const frame = get.call(this);
        frame.print = () => {
          seen.printed.push(frame.document.documentElement.outerHTML);
        };
        return frame;
      },
    });
  });
}

/** The HTML of the first print, once there is one. */
async function printed(page: Page): Promise<string> {
  const first = await page.waitForFunction(() => (globalThis as unknown as { printed: string[] }).printed[0]);
  return String(await first.jsonValue());
}

test('prints the whole view and nothing else', async () => {
  const { page, tab } = await openTab('111000171363');
  await notePrints(page);
  await tab.getByRole('button', { name: 'Afdrukken' }).click();
  const html = await printed(page);
  // Nobody gets into the frame, which stays for the browser until the next print.
  expect(await page.locator('iframe').evaluate((frame) => getComputedStyle(frame).visibility)).toBe('hidden');
  const paper = await site.open('/');
  await paper.setContent(html);
  expect(await paper.locator('h1').innerText()).toBe('Audi - A5 Sportback (2011) (8TA) - 1EAA999');
  expect(await paper.locator('dt').count()).toBe(26);
  expect(await paper.locator('body').innerText()).not.toContain('Alles openen');
  await keepPicture(paper, 'tab-print');
  await paper.close();
  await page.close();
});

test('markup, other scripts and very long words are text that stays in its place', async () => {
  const value = `<img src=x onerror="document.title='broken'"> שלום 👩‍👩‍👧‍👦 ${'w'.repeat(3000)}`;
  await show('111000200042', view(value, [{ ...section('x', 1, value), label: value }]));
  const { page, tab } = await openTab('111000200042', { width: 375 });
  expect((await tab.locator('dd').first().innerText()).startsWith('<img src=x')).toBe(true);
  expect(await tab.locator('img').count()).toBe(0);
  expect(await page.title()).not.toBe('broken');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await keepPicture(page, 'tab-hostile');
  await page.close();
});

test('100 sections and 2,000 items are all there, for find, print and keyboard', async () => {
  const sections = Array.from({ length: 100 }, (_, index) => section(`section-${index}`, 20));
  const different = { code: 'contract-number', kind: 'text', value: 'anders' };
  sections[99]?.items.splice(19, 1, different);
  await show('111000200041', view('Veel', sections));
  const { page, tab } = await openTab('111000200041');
  await notePrints(page);
  // Sections are drawn in steps; find and print know those that aren't drawn yet.
  await tab.getByRole('button', { name: 'Afdrukken' }).click();
  const html = await printed(page);
  expect(html.match(/<dd/g)).toHaveLength(2000);
  await tab.getByRole('searchbox').fill('waarde');
  await tab.getByText('Gevonden: 1999').waitFor();
  await tab.getByRole('searchbox').fill('');
  // The last section is there when the one after it is.
  await tab.getByRole('heading', { name: 'Documenten' }).waitFor();
  expect(await tab.locator('c-cuzo-view-section').count()).toBe(101);
  expect(await tab.locator('dd').count()).toBe(2003);
  // From the notice at the top to the last of them, then on with the Tab key.
  await tab.getByRole('button', { name: /111000200041/ }).press('Enter');
  await tab.locator('.difference:focus').waitFor();
  await page.keyboard.press('Tab');
  await tab.locator('button:focus', { hasText: 'Documenten' }).waitFor();
  await page.close();
});

test('no page had an error in the console', () => {
  expect(site.errors).toStrictEqual([]);
});
