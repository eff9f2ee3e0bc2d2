import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { Page } from 'playwright-core';
import { forThisFile } from '../kit/ending.ts';
import { violations } from '../kit/axe.ts';
import { shownCode } from './invite.ts';
import { openSite } from '../kit/site.ts';

const site = forThisFile(openSite);
let accountPath = '';
let policyPath = '';

beforeAll(async () => {
  accountPath = await site.pathOf('Account', 'Test Test');
  policyPath = await site.pathOf('InsurancePolicy', '111000171363');
});

async function decoded(page: Page): Promise<string | undefined> {
  const code = await shownCode(page);
  const { data, width, height } = PNG.sync.read(await code.screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

describe.each(['agent.nl', 'agent.fr'])('accessibility for %s', (as) => {
  test('account and policy, wide and narrow', async () => {
    const account = await site.open(accountPath, { as });
    await shownCode(account);
    const policy = await site.open(policyPath, { as });
    await policy.getByRole('tab', { name: 'CuZo' }).click();
    await policy.getByRole('tabpanel').getByText('JANNUONE').first().waitFor();
    for (const page of [account, policy])
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 1000 });
        expect([width, ...(await violations(page))]).toEqual([width]);
      }
    await account.close();
    await policy.close();
  });
});

test('the lists of the home page and of the objects are accessible too', async () => {
  for (const path of ['/', '/lightning/o/Account/list', '/lightning/n/Partena']) {
    const page = await site.open(path);
    expect(await violations(page)).toStrictEqual([]);
    await page.close();
  }
});

test('the code in the picture leads to the landing page that stands beside it', async () => {
  const page = await site.open(accountPath);
  const address = await decoded(page);
  expect(address).toBe('https://my.pv.be/');
  expect(await page.locator('c-cuzo-invite').innerText()).toContain(address);
  await page.close();
});

test('a user without the permission sees no pill, no code and no tab', async () => {
  const account = await site.open(accountPath, { as: 'none' });
  expect(await account.locator('.record-name').innerText()).toContain('Test Test');
  expect(await account.locator('c-cuzo-pills *, c-cuzo-invite svg').count()).toBe(0);
  const policy = await site.open(policyPath, { as: 'none' });
  expect(await policy.getByRole('tab').allInnerTexts()).toEqual([
    'Details',
    'Kwijting',
    'Onbetaalde Premies',
  ]);
  await account.close();
  await policy.close();
});

test('home leads to a record, the record to its parent, the bar to a list, all as the same user', async () => {
  const page = await site.open('/', { as: 'agent.fr' });
  await page.getByRole('link', { name: '111000171363' }).click();
  await page.getByRole('link', { name: 'Test Test' }).first().click();
  await page.getByRole('heading', { name: 'Monsieur Test Test' }).waitFor();
  await page.getByRole('link', { name: 'Polices d’assurance' }).click();
  await page.getByRole('link', { name: '111000171363' }).waitFor();
  expect(page.url()).toContain('as=agent.fr');
  await page.close();
});

test('a language in the address goes over the user’s own', async () => {
  const page = await site.open(accountPath, { lang: 'de' });
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await page.getByRole('tab').first().innerText()).toBe('Details');
  expect(await page.locator('[data-field=PersonBirthdate] dt').innerText()).toBe('Geburtsdatum');
  await page.close();
});

test('after a run of the job the reloaded pages show what it changed', async () => {
  const event = (type: string, subject: string, data: object) => ({
    specversion: '1.0',
    id: `browser-${type}-${subject}`,
    source: '/portals/mypv',
    type: `be.pv.cuzo.${type}.v1`,
    subject,
    time: new Date().toISOString(),
    data,
  });
  const [{ Customer_Number__c: customer } = {}] = await site.connect360.query(
    "SELECT Customer_Number__c FROM Account WHERE Name = 'Test Test'",
  );
  const account = await site.open(accountPath);
  const policy = await site.open(policyPath);
  const items = [{ code: 'make', kind: 'text', value: 'Volvo' }];
  await site.runJob([
    event('registration', String(customer), { registered: true, registeredOn: '2024-05-06' }),
    event('policy-view', '111000171363', {
      shown: true,
      product: 'car',
      view: { title: 'Volvo - V60', sections: [{ code: 'vehicle-information', items }] },
    }),
  ]);
  await account.reload();
  await account.locator('[data-field=CuZo_MyPV_Onboarding_Date__c]').getByText('06/05/2024').waitFor();
  expect(await account.locator('c-cuzo-pills li.pill').first().innerText()).toMatch(
    /6 mei 2024|0?6\/0?5\/2024/,
  );
  await policy.reload();
  await policy.getByRole('tab', { name: 'CuZo' }).click();
  await policy.getByRole('heading', { name: 'Volvo - V60' }).waitFor();
  await account.close();
  await policy.close();
});

test('no page of the app has an error in the console', async () => {
  const home = await site.open('/');
  const links = await home.getByRole('navigation').getByRole('link').all();
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
  await home.close();
  for (const path of paths) await (await site.open(path ?? '/')).close();
  expect(paths.length).toBeGreaterThan(10);
  expect(site.errors).toStrictEqual([]);
});

test('a list is read on, sorted by its headers and picked, leads to records, and says what it has not', async () => {
  const records = Array.from({ length: 60 }, (_, index) => ({
    attributes: { type: 'CuZo_Sync_Run__c' },
    Run_Id__c: `list-${index}`,
    Status__c: 'Finished',
    Read__c: 5_000 + index,
  }));
  await site.connect360.rest('POST', 'composite/sobjects', { records });
  const page = await site.open('/lightning/o/CuZo_Sync_Run__c/list', { as: 'admin' });
  const rows = page.locator('.list tbody tr');
  expect(await rows.count()).toBe(50);
  await page.getByRole('button', { name: 'Meer laden' }).click();
  await rows.nth(60).waitFor();
  const read = page.getByRole('columnheader').nth(5);
  for (const order of ['ascending', 'descending']) {
    await read.getByRole('button').click();
    await page.locator(`.list th:nth-child(6)[aria-sort=${order}]`).waitFor();
  }
  expect(await rows.first().locator('td').nth(4).innerText()).toBe('5.059');
  expect(await rows.count()).toBe(50);
  await page.getByRole('combobox', { name: 'Lijstweergave' }).selectOption('With_Problems');
  await page.waitForURL(/filterName=With_Problems/);
  await page.getByText('Gesorteerd op').waitFor();
  expect(await rows.count()).toBeLessThan(10);
  expect(await violations(page)).toStrictEqual([]);
  await rows.first().getByRole('rowheader').getByRole('link').click();
  await page.waitForURL(/lightning\/r\/CuZo_Sync_Run__c/);
  await page.goBack();
  await page.goto(`${page.url()}&q=nothing`);
  await page.getByText('Geen items om weer te geven.').waitFor();
  const fault = { path: '/ui-api/list-ui/', fault: { status: 503 } };
  await site.connect360.rest('POST', '/__local/faults', { rules: [fault] });
  await page.reload();
  await page.getByRole('alert').getByText('De lijst kan niet worden getoond.').waitFor();
  await site.connect360.rest('POST', '/__local/faults', { rules: [] });
  await page.close();
});
