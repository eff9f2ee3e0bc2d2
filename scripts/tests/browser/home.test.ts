import { violations } from '../kit/axe.ts';
import { forThisFile } from '../kit/ending.ts';
import { registration } from '../kit/events.ts';
import { keepPart, keepPicture, openSite } from '../kit/site.ts';

/** Everybody sees their own customers and those of who stands under them. */
const site = forThisFile(() => openSite(['--sharing', 'private']));

/** Puts customers into the gap of MyP&V who are registered nowhere. */
beforeAll(async () => {
  const missing = await site.connect360.query(
    'SELECT Id FROM InsurancePolicy WHERE IsActive = TRUE AND NameInsured.CuZo_MyPV_Onboarded__c = FALSE AND NameInsured.CuZo_MyPV_As_Of__c != NULL',
  );
  expect(missing.length).toBeGreaterThan(0);
  for (const { Id } of missing)
    await site.connect360.rest('PATCH', `sobjects/InsurancePolicy/${String(Id)}`, { CuZo_Zone__c: 'MYPV' });
});

/** All numbers in a text, without the marks between thousands. */
const numbers = (text: string): readonly number[] =>
  [...text.matchAll(/: ([\d.\s]+)$/gm)].map(([, digits = '']) => Number(digits.replace(/\D/g, '')));

/** Counts accounts as a user sees them. */
async function countAs(user: string, where: string): Promise<number> {
  const statement = `SELECT COUNT() FROM Account WHERE ${where}`;
  const answer = await fetch(
    `${site.connect360.url}/services/data/v66.0/query?q=${encodeURIComponent(statement)}`,
    { headers: { Authorization: `Bearer ${await site.connect360.tokenFor(`${user}@connect360.local`)}` } },
  );
  return ((await answer.json()) as { readonly totalSize: number }).totalSize;
}

const POLICIES = (zone: string) =>
  `Id IN (SELECT NameInsuredId FROM InsurancePolicy WHERE IsActive = TRUE AND CuZo_Zone__c = '${zone}')`;

describe('home', () => {
  test.each(['agent.nl', 'manager', 'admin'])('counts for %s what SOQL counts', async (as) => {
    const count = (where: string): Promise<number> => countAs(as, where);
    const page = await site.open('/lightning/page/home', { as });
    for (const [name, code] of [
      ['MyPV', 'MYPV'],
      ['MyVivium', 'MYVIVIUM'],
    ] as const) {
      const known = `CuZo_${name}_As_Of__c != NULL`;
      const missing = `${known} AND CuZo_${name}_Onboarded__c = FALSE`;
      const zone = page.locator('c-cuzo-adoption .zone').nth(code === 'MYPV' ? 0 : 1);
      // The gaps are asked for apart.
      await zone.locator('li').nth(3).waitFor();
      expect(numbers(await zone.innerText())).toEqual([
        await count(`CuZo_${name}_Onboarded__c = TRUE`),
        await count(missing),
        await count(`CuZo_${name}_Onboarding_Date__c = LAST_N_DAYS:30`),
        await count(`${missing} AND ${POLICIES(code)}`),
      ]);
    }
    await page.close();
  });

  test.each(['agent.nl', 'agent.fr'])(
    'shows it to %s, wide and narrow, and each number opens its list',
    async (as) => {
      const page = await site.open('/lightning/page/home', { as });
      const gap = page.locator('c-cuzo-adoption .gap').first();
      const words = await gap.innerText();
      await keepPart(page.locator('c-cuzo-adoption'), `agent-adoption-${as.slice(-2)}`);
      await gap.click();
      await page.locator('c-cuzo-gap-list a').first().waitFor();
      expect(await page.locator('c-cuzo-gap-list a').count()).toBe(numbers(words)[0]);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 1000 });
        await keepPicture(page, `home-${as}-${width}`);
        expect([width, ...(await violations(page))]).toEqual([width]);
      }
      const link = page.locator('c-cuzo-adoption a.number').nth(1);
      const [expected] = numbers(await link.innerText());
      await link.click();
      await page.waitForURL(/\/lightning\/o\/Account\/list\?.*filterName=CuZo_Not_Registered_MyPV/);
      await page.locator('.list tbody tr').first().waitFor();
      expect(await page.locator('.list tbody tr').count()).toBe(expected);
      await keepPicture(page, `list-${as}`);
      expect(await violations(page)).toStrictEqual([]);
      await page.close();
    },
  );
});

const KNOWN = (zone: string) => `CuZo_${zone}_As_Of__c != NULL`;
const ONBOARDED = (zone: string, is: boolean) => `CuZo_${zone}_Onboarded__c = ${is ? 'TRUE' : 'FALSE'}`;
const ONE_ZONE = (zone: string, other: string) =>
  `(${ONBOARDED(zone, true)} AND ${ONBOARDED(other, false)} AND ${KNOWN(other)})`;

/** What each list view says in its name, as a condition of SOQL. */
const LISTS: readonly (readonly [list: string, where: string])[] = [
  ...['MyPV', 'MyVivium'].flatMap((zone) => [
    [`Account/CuZo_Registered_${zone}`, ONBOARDED(zone, true)] as const,
    [`Account/CuZo_Not_Registered_${zone}`, `${KNOWN(zone)} AND ${ONBOARDED(zone, false)}`] as const,
    [`Account/CuZo_New_${zone}`, `CuZo_${zone}_Onboarding_Date__c = LAST_N_DAYS:30`] as const,
  ]),
  ['Account/CuZo_One_Zone_Only', `${ONE_ZONE('MyPV', 'MyVivium')} OR ${ONE_ZONE('MyVivium', 'MyPV')}`],
  ['Account/CuZo_Contact_Changed', 'CuZo_Contact_Changed_On__c = LAST_N_DAYS:7'],
  ['Account/CuZo_Nothing_Known', 'CuZo_MyPV_As_Of__c = NULL AND CuZo_MyVivium_As_Of__c = NULL'],
  ['InsurancePolicy/CuZo_Hidden', "CuZo_Visibility__c = 'Hidden'"],
  ['InsurancePolicy/CuZo_With_Differences', 'CuZo_Differences__c > 0'],
];

test('the lists hold what their names say, and the sample has an example of most', async () => {
  const sizes: number[] = [];
  for (const [list, where] of LISTS) {
    const found = (await site.connect360.rest('GET', `ui-api/list-records/${list}?pageSize=2000`)) as {
      readonly records: readonly { readonly id: string }[];
    };
    const expected = await site.connect360.query(`SELECT Id FROM ${list.split('/')[0] ?? ''} WHERE ${where}`);
    const ids = found.records.map(({ id }) => id);
    expect([list, ids.sort()]).toEqual([list, expected.map(({ Id }) => String(Id)).sort()]);
    sizes.push(ids.length);
  }
  expect(sizes.filter((size) => size > 0).length).toBeGreaterThanOrEqual(7);
});

describe('health', () => {
  test.each([
    ['nl_NL', /Klaar, met fouten: \d+/, /Afgewezen: \d+ van \d+ regels, meer dan gewoonlijk\./],
    ['fr', /Terminée, avec erreurs : \d+/, /Rejetées : \d+ lignes sur \d+, plus que d’habitude\./],
  ])('in %s a bad feed gives an alarm, wide and narrow', async (lang, ended, alarm) => {
    const page = await site.open('/lightning/n/CuZo_Job_Health', { as: 'admin', lang });
    const health = page.locator('c-cuzo-job-health');
    expect(await health.locator('.last').innerText()).toMatch(ended);
    expect(await health.locator('.alarms').innerText()).toMatch(alarm);
    await keepPart(health, `admin-health-${lang}`);
    await health
      .locator('details')
      .first()
      .evaluate((details) => {
        details.setAttribute('open', '');
      });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 1000 });
      await keepPicture(page, `health-${lang}-${width}`);
      expect([width, ...(await violations(page))]).toEqual([width]);
    }
    await page.close();
  });

  test('a good run clears it', async () => {
    await site.runJob([registration('0000000', null)]);
    const after = await site.open('/lightning/n/CuZo_Job_Health', { as: 'admin' });
    expect(await after.locator('c-cuzo-job-health .last').innerText()).toContain('Klaar, zonder fouten');
    expect(await after.locator('c-cuzo-job-health .alarms').innerText()).not.toContain('Afgewezen');
    expect(await after.locator('c-cuzo-job-health tbody tr').count()).toBe(2);
    expect(await violations(after)).toStrictEqual([]);
    await keepPicture(after, 'health-clear');
    await after.close();
  });
});
