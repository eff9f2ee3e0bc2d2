import { deploy } from '../tests/kit/deploy.ts';
import { openSite, type Look, type Site } from '../tests/kit/site.ts';
import { measure, type Figure, type Section } from './measure.ts';
import { WIDE_OBJECT, widePackage, wideRecord } from './widePage.ts';

/** Longest acceptable waits: two seconds for a record page, 150 ms for a long view. */
const PAGE_AIM_MS = 2000;
const VIEW_AIM_MS = 150;
const ITEMS = 300;
/** A view of the largest policies, until all of it is drawn: with the sandbox at most half as long again as without. */
const MANY_ITEMS = 2000;
const MANY_AIM_MS = 1500;
const CUSTOMER = 'Test Test';
const POLICY = '111000200041';
const LARGE_POLICY = '111000200042';

/** Times the pages of Connect 360 in Chromium, opened as an agent opens them. */
export const PAGES: Section = { name: 'pages', minutes: 3, gb: 1, measure: benchPages };

async function benchPages(): Promise<readonly Figure[]> {
  const site = await openSite();
  try {
    await showLongView(site, POLICY, ITEMS);
    await showLongView(site, LARGE_POLICY, MANY_ITEMS);
    const { connect360 } = site;
    await deploy(connect360, widePackage(ITEMS));
    await connect360.rest('POST', `sobjects/${WIDE_OBJECT}`, wideRecord(ITEMS));
    const [account, policy, large, wide] = [
      await site.pathOf('Account', CUSTOMER),
      await site.pathOf('InsurancePolicy', POLICY),
      await site.pathOf('InsurancePolicy', LARGE_POLICY),
      await site.pathOf(WIDE_OBJECT, 'Wide'),
    ];
    return [
      await measure(
        'account page until its pills',
        () => opening(site, account, 'c-cuzo-pills li'),
        PAGE_AIM_MS,
      ),
      ...(await costs(site, 'account page', account, 'c-cuzo-pills li')),
      await measure(
        'policy page until its details',
        () => opening(site, policy, '[data-field]'),
        PAGE_AIM_MS,
      ),
      await measure(
        `CuZo tab, ${ITEMS} items after their data`,
        () => drawing(site, policy, ITEMS),
        VIEW_AIM_MS,
      ),
      await measure(`CuZo tab, ${MANY_ITEMS} items`, () => drawing(site, large, MANY_ITEMS), MANY_AIM_MS),
      await measure('the same without the sandbox', () => drawing(site, large, MANY_ITEMS, { lws: false })),
      await measure(`detail panel, ${ITEMS} fields after their data`, () => drawingPanel(site, wide)),
    ];
  } finally {
    await site.close();
  }
}

async function opening(site: Site, path: string, shown: string): Promise<number> {
  const page = await site.open('/');
  const started = performance.now();
  await page.goto(new URL(path, site.connect360.url).href);
  await page.locator(shown).first().waitFor();
  const elapsed = performance.now() - started;
  await page.close();
  return elapsed;
}

/** A laptop of some years ago, as Lighthouse imitates one. */
const SLOWER = 4;

/**
 * What a page asks for and runs until nothing more comes: requests, bytes, the time of its scripts on a slow processor, data
 * requests that begin only when another one has ended, and those that ask the same again.
 */
async function costs(site: Site, what: string, path: string, shown: string): Promise<readonly Figure[]> {
  const page = await site.open('/');
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await client.send('Performance.enable');
  const asked: string[] = [];
  let bytes = 0;
  page.on('request', (request) => {
    asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
  });
  page.on('requestfinished', (request) => {
    void request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize));
  });
  await page.goto(new URL(path, site.connect360.url).href);
  await page.locator(shown).first().waitFor();
  await page.waitForLoadState('networkidle');
  const { metrics } = await client.send('Performance.getMetrics');
  const scripts = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
  await page.close();
  const waiting = await requestsThatWait(site, path, shown);
  const figure = (name: string, unit: string, value: number, atMost?: number): Figure => ({
    name: `${what}: ${name}`,
    unit,
    tries: [value],
    ...(atMost === undefined ? {} : { aim: { atMost } }),
  });
  return [
    figure('requests', 'requests', asked.length),
    figure('bytes', 'kB', bytes / 1000),
    figure(`script time, processor ${SLOWER} times slower`, 'ms', scripts * 1000),
    figure('queries that wait for another', 'requests', waiting, 0),
    figure('requests that ask the same again', 'requests', asked.length - new Set(asked).size, 0),
  ];
}

/** Nothing more is asked when no request for data has begun for so long. */
const QUIET_MS = 3000;

/**
 * The components' queries that are sent only when another one is answered: all are held back until no more come, and those that
 * follow are counted.
 */
async function requestsThatWait(site: Site, path: string, shown: string): Promise<number> {
  const page = await site.open('/');
  const held: (() => Promise<void>)[] = [];
  let [last, isHeld, after] = [performance.now(), true, 0];
  await page.route('**/services/data/**/graphql', async (route) => {
    last = performance.now();
    if (isHeld) held.push(() => route.continue());
    else {
      after += 1;
      await route.continue();
    }
  });
  await page.goto(new URL(path, site.connect360.url).href, { waitUntil: 'domcontentloaded' });
  while (held.length === 0 || performance.now() - last < QUIET_MS) await page.waitForTimeout(100);
  isHeld = false;
  await Promise.all(held.map((release) => release()));
  await page.locator(shown).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.close();
  return after;
}

async function drawing(site: Site, path: string, items: number, look: Look = {}): Promise<number> {
  const page = await site.open(path, look);
  const elapsed = await page.evaluate(timeToShow, items);
  await page.close();
  return elapsed;
}

/** Measures the preview's own detail panel with as many fields, from the arrival of its last data. */
async function drawingPanel(site: Site, path: string): Promise<number> {
  const page = await site.open('/');
  await page.addInitScript(noteArrivals);
  await page.goto(new URL(`${path}?as=admin`, site.connect360.url).href);
  const elapsed = await page.evaluate(timeToFill, ITEMS);
  await page.close();
  return elapsed;
}

/** Runs in the page before anything else: records when the last data arrived. */
function noteArrivals(): void {
  const read = Reflect.get(Response.prototype, 'json') as (this: Response) => Promise<unknown>;
  Response.prototype.json = async function (this: Response) {
    const data = await read.call(this);
    performance.mark('data');
    return data;
  };
  new MutationObserver(() => performance.mark('drawn')).observe(document, { childList: true, subtree: true });
}

/** Runs in the page: waits until `count` fields have a value. Returns the milliseconds from the data to the last change. */
async function timeToFill(count: number): Promise<number> {
  const filled = (): number =>
    [...document.querySelectorAll<HTMLElement>('[data-field]')].filter(({ innerText }) =>
      innerText.includes('waarde'),
    ).length;
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  while (filled() < count) await frame();
  const last = (name: string): number => performance.getEntriesByName(name).at(-1)?.startTime ?? Number.NaN;
  return last('drawn') - last('data');
}

/** Half of the items are texts, half covers. */
async function showLongView(site: Site, policy: string, count: number): Promise<void> {
  const sections = Array.from({ length: 20 }, (_, index) => ({
    code: `section-${index}`,
    items: Array.from({ length: count / 20 }, (_item, place) =>
      index % 2 === 0
        ? { code: `code-${place}`, kind: 'text', value: 'waarde' }
        : { code: `cover-${place}`, kind: 'covered', value: place % 2 === 0 },
    ),
  }));
  await site.runJob([
    {
      specversion: '1.0',
      id: `bench-view-${policy}`,
      source: '/portals/mypv',
      type: 'be.pv.cuzo.policy-view.v1',
      subject: policy,
      time: new Date().toISOString(),
      data: { shown: true, product: 'car', view: { title: `${count}`, sections } },
    },
  ]);
}

/** Runs in the page: opens the tab. Returns the milliseconds from the data's arrival until `count` values are drawn. */
async function timeToShow(count: number): Promise<number> {
  const read = Reflect.get(Response.prototype, 'json') as (this: Response) => Promise<unknown>;
  let arrived = 0;
  Response.prototype.json = async function (this: Response) {
    const data = await read.call(this);
    if (this.url.includes('CuZo_View__c')) arrived = performance.now();
    return data;
  };
  function values(root: ParentNode): number {
    let found = root.querySelectorAll('dd').length;
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) found += values(shadowRoot);
    return found;
  }
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(
    ({ innerText }) => innerText === 'CuZo',
  );
  const before = values(document);
  tab?.click();
  while (values(document) - before < count) await frame();
  return performance.now() - arrived;
}
