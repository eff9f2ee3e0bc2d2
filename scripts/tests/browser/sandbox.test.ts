import type { Page } from 'playwright-core';
import { appPagePackage, deploy } from './deploy.ts';
import { openSite, START_MILLISECONDS, type Look, type Site } from './site.ts';

const SETTLED_MS = 15_000;

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, START_MILLISECONDS);
afterAll(() => site.close());

/** Tells on the page what a component meets that tries what Lightning Web Security keeps from it. */
const PROBE = `
import { LightningElement } from 'lwc';

const outcome = (work) => {
  try {
    return String(work());
  } catch (error) {
    return 'refused';
  }
};

export default class WidgetProbe extends LightningElement {
  get found() {
    window.leftByComponent = 'seen';
    return [
      'page global: ' + outcome(() => typeof window.pageGlobal),
      'document.write: ' + outcome(() => document.write('')),
      'body.append: ' + outcome(() => document.body.append('')),
      'storage: ' + outcome(() => localStorage.setItem('probe', '1') ?? localStorage.getItem('probe')),
    ].join(', ');
  }
}`;
const NEIGHBOUR = `
import { LightningElement } from 'lwc';
export default class WidgetNeighbour extends LightningElement {
  found = '';
  connectedCallback() {
    setTimeout(() => { this.found = 'neighbour: ' + window.leftByComponent; });
  }
}`;

async function probed(look: Look): Promise<readonly [string, string, readonly string[], string]> {
  const page = await site.open('/', look);
  await page.addInitScript(() => {
    // The sandbox begins as a frame of its own, where this runs too.
    if (window === window.top) Object.assign(globalThis, { pageGlobal: 1 });
  });
  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.goto(`${site.connect360.url}/lightning/n/Probes${look.lws === false ? '?lws=0' : ''}`);
  const text = await page.getByText('page global:').innerText();
  const neighbour = await page.getByText('neighbour:').innerText();
  const keys = await page.evaluate(() => Object.keys(localStorage));
  const left = await page.evaluate(() => typeof Reflect.get(globalThis, 'leftByComponent'));
  await page.close();
  return [text, neighbour, keys, left];
}

test('components run in the sandbox of their namespace, and outside of it with ?lws=0', async () => {
  const html = '<template><p>{found}</p></template>';
  const components = { widgetProbe: { js: PROBE, html }, widgetNeighbour: { js: NEIGHBOUR, html } };
  await deploy(site.connect360, appPagePackage('Probes', components));
  expect(await probed({})).toEqual([
    'page global: undefined, document.write: refused, body.append: refused, storage: 1',
    'neighbour: seen',
    ['LSKey[c]probe'],
    'undefined',
  ]);
  expect(await probed({ lws: false })).toEqual([
    'page global: number, document.write: undefined, body.append: undefined, storage: 1',
    'neighbour: seen',
    ['probe'],
    'string',
  ]);
}, 120_000);

test('pages are led on with the sandbox as it was chosen', async () => {
  const page = await site.open('/', { lws: false });
  await page.getByRole('link', { name: '111000171363' }).click();
  await page.getByRole('link', { name: 'Test Test' }).first().click();
  await page.getByRole('heading', { name: 'Mijnheer Test Test' }).waitFor();
  expect(page.url()).toContain('lws=0');
  await page.close();
}, 60_000);

const ACCOUNTS = [
  'Test Test',
  'Anna Voorbeeld',
  'Claire Exemple',
  'Voorbeeld Bakkerij BV',
  'Noor Proefpersoon',
];
const POLICIES = ['111000171363', '111000200041', '222000200033', '111000200062', '222000200081'];

test.each<Look>([{}, { as: 'agent.fr', lang: 'de' }, { as: 'agent.fr', formFactor: 'Small', width: 390 }])(
  'ten record pages show the same with the sandbox and without, for %j',
  async (look) => {
    const accounts = await Promise.all(ACCOUNTS.map((name) => site.pathOf('Account', name)));
    const policies = await Promise.all(POLICIES.map((name) => site.pathOf('InsurancePolicy', name)));
    for (const path of accounts) await comesOutEqual(path, look, 'c-cuzo-pills li');
    for (const path of policies) await comesOutEqual(path, look, 'c-cuzo-tab .tab > *');
    expect(site.errors).toEqual([]);
  },
  180_000,
);

/** Opens the page both ways, waits until `drawn` is there, and compares when nothing comes any more. */
async function comesOutEqual(path: string, look: Look, drawn: string): Promise<void> {
  const pages = await Promise.all(
    [look, { ...look, lws: false }].map(async (one) => {
      const page = await site.open(path, one);
      const tab = page.getByRole('tab', { name: 'CuZo' });
      if ((await tab.count()) > 0) await tab.click();
      await page.locator(drawn).first().waitFor();
      return page;
    }),
  );
  // Components ask for their data one after the other: what is still missing on one of the pages comes within this time.
  const until = Date.now() + SETTLED_MS;
  let shown: readonly string[];
  do shown = await Promise.all(pages.map(contents));
  while (shown[0] !== shown[1] && Date.now() < until);
  expect(shown[0]).toBe(shown[1]);
  await Promise.all(pages.map((page) => page.close()));
}

/** Text and accessibility tree of the page. */
async function contents(page: Page): Promise<string> {
  const body = page.locator('body');
  const [text, tree] = [await body.innerText(), await body.ariaSnapshot()];
  // Links lead on with the sandbox as it was chosen.
  return `${text}\n${tree.replaceAll(/[?&]lws=0/g, '')}`;
}
