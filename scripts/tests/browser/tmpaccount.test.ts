import { openSite, START_MILLISECONDS, type Site } from './site.ts';
let site: Site;
beforeAll(async () => {
  site = await openSite();
}, START_MILLISECONDS);
afterAll(() => site.close());
test('look', async () => {
  for (const [name, customer] of Object.entries({
    test: 'Test Test',
    bart: 'Bart Voorbeeld',
    anna: 'Anna Voorbeeld',
    ines: 'Inès Exemple',
    frank: 'Frank Proefpersoon',
    bakkerij: 'Voorbeeld Bakkerij BV',
    damien: 'Damien Exemple',
  })) {
    const path = await site.pathOf('Account', customer);
    for (const [as, width] of name === 'damien' || name === 'ines'
      ? ([
          ['agent.nl', 1440],
          ['agent.fr', 360],
          ['agent.fr', 768],
        ] as const)
      : ([['agent.nl', 1440]] as const)) {
      const page = await site.open(path, { as, width });
      await page.waitForTimeout(500);
      await page.screenshot({ path: `/tmp/acc/${name}-${as}-${width}.png`, fullPage: true });
      await page.close();
    }
  }
  console.log(site.errors);
}, 120_000);
