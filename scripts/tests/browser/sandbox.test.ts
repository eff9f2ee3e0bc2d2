import type { Page } from 'playwright-core';
import { appPagePackage, deploy } from '../kit/deploy.ts';
import { forThisFile } from '../kit/ending.ts';
import { openSite, type Look } from '../kit/site.ts';

const SETTLED_MS = 15_000;

const site = forThisFile(openSite);

/** Shows on the page what happens when a component tries what Lightning Web Security forbids. */
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
      'document.write: ' + outcome(() => document.write.call(document.implementation.createHTMLDocument(), '')),
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
    const look = () => {
      if (window.leftByComponent) this.found = 'neighbour: ' + window.leftByComponent;
      else setTimeout(look, 20);
    };
    look();
  }
}`;

async function probed(look: Look): Promise<readonly [string, string, readonly string[], string]> {
  const page = await site.open('/', look);
  await page.addInitScript(() => {
    // The sandbox starts in a frame, where this script runs too.
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
});

test('pages are led on with the sandbox as it was chosen', async () => {
  const page = await site.open('/', { lws: false });
  await page.getByRole('link', { name: '111000171363' }).click();
  await page.getByRole('link', { name: 'Test Test' }).first().click();
  await page.getByRole('heading', { name: 'Mijnheer Test Test' }).waitFor();
  expect(page.url()).toContain('lws=0');
  await page.close();
});

const FRENCH = { as: 'agent.fr' };
const GERMAN_PHONE = { as: 'agent.fr', lang: 'de', formFactor: 'Small', width: 390 } as const;

test.each<readonly [object: string, name: string, look: Look]>([
  ['Account', 'Test Test', {}],
  ['Account', 'Anna Voorbeeld', {}],
  ['Account', 'Claire Exemple', FRENCH],
  ['Account', 'Voorbeeld Bakkerij BV', {}],
  ['Account', 'Noor Proefpersoon', GERMAN_PHONE],
  ['InsurancePolicy', '111000171363', {}],
  ['InsurancePolicy', '111000200041', FRENCH],
  ['InsurancePolicy', '222000200033', {}],
  ['InsurancePolicy', '111000200062', GERMAN_PHONE],
  ['InsurancePolicy', '222000200081', {}],
])('the page of %s %s shows the same with the sandbox and without, for %j', async (object, name, look) => {
  const drawn = object === 'Account' ? 'c-cuzo-pills li' : 'c-cuzo-tab .tab > *';
  await comesOutEqual(await site.pathOf(object, name), look, drawn);
  expect(site.errors).toStrictEqual([]);
});

/** Opens the page with and without the sandbox, waits for `drawn`, and compares the two once nothing changes any more. */
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
  // Components load their data one after the other; what is missing on one of the pages has to arrive within this time.
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
  // Links keep the chosen sandbox setting.
  return `${text}\n${tree.replaceAll('?lws=0&', '?').replaceAll(/[?&]lws=0/g, '')}`;
}
