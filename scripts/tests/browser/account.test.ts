import type { Page } from 'playwright-core';
import { CUSTOMERS, TODAY } from './accountEvents.ts';
import { forThisFile } from '../kit/ending.ts';
import { violations } from '../kit/axe.ts';
import { deploy } from '../kit/deploy.ts';
import { keepPicture, openSite, type Look } from '../kit/site.ts';
type Customer = keyof typeof CUSTOMERS;

const site = forThisFile(openSite);
beforeAll(async () => {
  await site.runJob(TODAY);
});

async function open(customer: Customer, look: Look = {}): Promise<Page> {
  const page = await site.open(await site.pathOf('Account', CUSTOMERS[customer]), look);
  await page.locator('c-cuzo-pills li.pill').first().waitFor();
  return page;
}

const words = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).allInnerTexts()).join('\n').replace(/\s+/g, ' ');

test.each<[Customer, RegExp, RegExp]>([
  ['notRegistered', /MyPV Onboarded Niet geregistreerd .*Geen actief contract/, /Tonen aan de klant/],
  [
    'oneZone',
    /MyPV Onboarded Geregistreerd sinds .*MyVivium Onboarded Niet geregistreerd/,
    /^Uitnodiging voor MyVivium .*Tonen aan de klant/,
  ],
  [
    'both',
    /MyPV Onboarded Geregistreerd sinds .*MyVivium Onboarded Geregistreerd sinds/,
    /Uitnodiging tonen/,
  ],
  ['changed', /MyPV Onboarded Geregistreerd sinds/, /Uitnodiging tonen/],
  ['deceased', /MyPV Onboarded/, /^Uitnodiging voor MyP&V De klant is overleden: er is geen uitnodiging\.$/],
  ['business', /MyPV Onboarded/, /Tonen aan de klant/],
])('the account page of a customer: %s', async (customer, pills, invitation) => {
  const page = await open(customer);
  await page.locator('c-cuzo-freshness li').first().waitFor();
  expect(await words(page, 'c-cuzo-pills')).toMatch(pills);
  expect(await words(page, 'c-cuzo-invite')).toMatch(invitation);
  await keepPicture(page, `account-${customer}`);
  await page.close();
});

test('freshness is per zone: a run that brought nothing of MyVivium leaves its warning', async () => {
  const page = await open('oneZone');
  const lines = page.locator('c-cuzo-freshness li');
  await lines.nth(1).waitFor();
  expect(await lines.nth(0).innerText()).toMatch(/^MyP&V: stand op /);
  expect(await lines.nth(1).innerText()).toMatch(/^MyVivium: geen nieuwe gegevens sinds /);
  expect(await words(page, 'c-cuzo-pills')).toContain('MyVivium is een aparte klantenzone');
  await page.close();
});

test('the explanation of a pill comes on focus and on hover', async () => {
  const page = await open('both');
  const help = page.locator('c-cuzo-pills lightning-helptext button');
  const bubble = page.getByText('klanten ontvangen hun documenten digitaal in MyVivium');
  await help.nth(1).focus();
  await bubble.first().waitFor({ state: 'visible' });
  await help.nth(1).blur();
  await bubble.first().waitFor({ state: 'hidden' });
  await help.nth(1).hover();
  await bubble.first().waitFor({ state: 'visible' });
  await page.close();
});

test('the notice of changed contact data leads to the active policies', async () => {
  const page = await open('changed');
  const notice = page.locator('c-cuzo-contact-notice');
  await notice.getByRole('link').first().waitFor();
  expect(await words(page, 'c-cuzo-contact-notice')).toContain('worden niet automatisch aangepast');
  await notice.getByRole('link').first().click();
  await page.getByRole('tab', { name: 'CuZo' }).waitFor();
  await page.close();
});

describe.each(['agent.nl', 'agent.fr'])('accessible for %s', (as) => {
  test.each(['notRegistered', 'changed'] as const)(
    'a customer who is %s at every width, and nothing is cut off',
    async (customer) => {
      const page = await open(customer, { as, width: 360 });
      await page.locator('c-cuzo-invite button').first().waitFor();
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 1000 });
        expect([width, ...(await violations(page))]).toEqual([width]);
        const overflow = await page
          .locator('c-cuzo-invite, c-cuzo-pills, c-cuzo-contact-notice')
          .evaluateAll((found) => found.map((element) => element.scrollWidth - element.clientWidth));
        expect([width, Math.max(...overflow)]).toEqual([width, 0]);
        await keepPicture(page, `account-${customer}-${as}-${width}`);
      }
      await page.close();
    },
  );
});

test('a user without CuZo_View sees none of it; one without access to the fields a quiet line and no toast', async () => {
  const path = await site.pathOf('Account', CUSTOMERS.changed);
  const without = await site.open(path, { as: 'none' });
  expect(await without.locator('c-cuzo-pills *, c-cuzo-invite *, c-cuzo-contact-notice *').count()).toBe(0);
  await without.close();

  const xmlns = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
  await deploy(site.connect360, {
    'package.xml': `<Package ${xmlns}><types><members>View_Alone</members><name>PermissionSet</name></types><version>66.0</version></Package>`,
    'permissionsets/View_Alone.permissionset': `<PermissionSet ${xmlns}><customPermissions><enabled>true</enabled><name>CuZo_View</name></customPermissions><hasActivationRequired>false</hasActivationRequired><label>View alone</label></PermissionSet>`,
  });
  const [set] = await site.connect360.query("SELECT Id FROM PermissionSet WHERE Name = 'View_Alone'");
  const [user] = await site.connect360.query("SELECT Id FROM User WHERE Username = 'none@connect360.local'");
  await site.connect360.rest('POST', 'sobjects/PermissionSetAssignment', {
    PermissionSetId: set?.Id,
    AssigneeId: user?.Id,
  });
  const page = await site.open(path, { as: 'none' });
  const line = 'U hebt geen toegang tot deze gegevens';
  await page.locator('c-cuzo-pills').getByText(line).waitFor();
  await page.locator('c-cuzo-invite').getByText(line).waitFor();
  expect(await page.locator('c-cuzo-contact-notice *, c-cuzo-freshness li').count()).toBe(0);
  expect(await page.locator('.slds-notify_toast').count()).toBe(0);
  expect(await violations(page)).toStrictEqual([]);
  await page.close();
});

test('no page of an account has an error in the console', () => {
  expect(site.errors).toStrictEqual([]);
});
