import type { Locator, Page } from 'playwright-core';
import { violations } from '../kit/axe.ts';
import { forThisFile } from '../kit/ending.ts';
import { keepPart, keepPicture, openSite } from '../kit/site.ts';

/**
 * What an agent does every day with a customer at the desk or on the phone: each is one look at the page, or two clicks. The
 * customers are of the samples: Bart knows MyP&V and has a Vivium contract too, Jan knows MyP&V and has P&V contracts alone.
 */
const BART = { name: 'Bart Voorbeeld', number: '10000003' };
const JAN = { name: 'Jan Voorbeeld' };
const CAR = '111000200031';
const LIABILITY = '111000200032';
const SAVINGS = '222000200033';
const MOST_CLICKS = 2;

const site = forThisFile(openSite);
beforeAll(async () => {
  const time = new Date(Date.now() - 60_000).toISOString();
  const event = (zone: string, type: string, subject: string, data: object): object => ({
    specversion: '1.0',
    id: `desk-${type}-${subject}`,
    source: `/portals/${zone}`,
    type: `be.pv.cuzo.${type}.v1`,
    subject,
    time,
    data,
  });
  const otherNumber = { code: 'contract-number', kind: 'text', value: 'V60-1' };
  await site.runJob([
    event('mypv', 'contact', BART.number, { changedAt: time, email: 'bart.voorbeeld@example.com' }),
    event('mypv', 'policy-view', LIABILITY, { shown: false, product: 'family-liability', reason: 'niche' }),
    event('mypv', 'policy-view', CAR, {
      shown: true,
      product: 'car',
      view: { title: 'Volvo', sections: [{ code: 'details', items: [otherNumber] }] },
    }),
    event('myvivium', 'policy-view', SAVINGS, {
      shown: true,
      product: 'savings',
      view: {
        title: 'Sparen',
        sections: [],
        documents: [{ type: 'annual-statement', issuedOn: '2026-02-02' }],
      },
    }),
  ]);
});

const WORDS = {
  'agent.nl': {
    registered: /MyPV Onboarded Geregistreerd sinds .*MyVivium Onboarded Niet geregistreerd/,
    separate: 'MyVivium is een aparte klantenzone met een eigen account.',
    invitation: 'Uitnodiging voor MyVivium',
    changed: /contactgegevens gewijzigd in MyP&V\. .* Autoverzekering · 111000200031/,
    hidden: /BA Gezin · 111000200032 MyP&V Niet zichtbaar: nicheproduct/,
    differing:
      /Autoverzekering · 111000200031 MyP&V Zichtbaar Geen documenten Verschillen met Connect 360: 1/,
    documents: /Spaarverzekering · 222000200033 MyVivium Zichtbaar Documenten: 1/,
    hiddenOnTab: 'De klant ziet deze polis niet in MyP&V.',
    missing: /Jaaroverzicht Van 2 feb\.? 2026 .*Niet in de klantenzone\. Vraag het op/,
    blockers: /Wat er in de weg kan zitten .+ E-mailadres in gebruik:/,
    desk: /Nu open, tot|Nu gesloten|Vandaag is een feestdag/,
    digital: /Digitaal in MyP&V sinds 5 okt/,
    paper: 'Uitzondering op papier',
    close: 'Annuleren en sluiten',
    clear: 'Wissen',
    explanation: ['Uitleg bij CuZo MyPV Onboarded', 'Uitleg bij CuZo MyVivium Onboarded'],
  },
  'agent.fr': {
    registered: /MyPV : inscription Inscrit\(e\) depuis .*MyVivium : inscription Non inscrit\(e\)/,
    separate: 'MyVivium est un espace client distinct, avec son propre compte.',
    invitation: 'Invitation à MyVivium',
    changed: /modifié ses coordonnées dans MyP&V le .* Autoverzekering · 111000200031/,
    hidden: /BA Gezin · 111000200032 MyP&V Non visible : produit de niche/,
    differing: /Autoverzekering · 111000200031 MyP&V Visible .* Différences avec Connect 360 : 1/,
    documents: /Spaarverzekering · 222000200033 MyVivium Visible Documents : 1/,
    hiddenOnTab: 'Le client ne voit pas cette police dans MyP&V.',
    missing: /Relevé annuel Du 2 févr\. 2026 .*Absent de l’espace client\. Demandez-le/,
    blockers: /Ce qui peut bloquer .+/,
    desk: /Ouvert maintenant|Fermé maintenant|Aujourd’hui est un jour férié/,
    digital: /MyP&V depuis le 5 oct/,
    paper: 'Exception papier',
    close: 'Annuler et fermer',
    clear: 'Effacer',
    explanation: ['Explication : CuZo MyPV : inscription', 'Explication : CuZo MyVivium : inscription'],
  },
} as const;

/** A page gets its words from the org one after the other: no more is waited for than this, in milliseconds. */
const PATIENCE = 30_000;

/** Holds that a part of the page says so, to who looks there. */
async function says(part: Locator, words: string | RegExp): Promise<void> {
  const end = Date.now() + PATIENCE;
  let said = '';
  do {
    said = (await part.allInnerTexts()).join(' ').replace(/\s+/g, ' ');
    if (typeof words === 'string' ? said.includes(words) : words.test(said)) return;
    await part.page().waitForTimeout(100);
  } while (Date.now() < end);
  expect(said).toMatch(words);
}

/** Presses one thing after the other, and holds that it took no more than an agent has patience for. */
async function clicks(...targets: readonly Locator[]): Promise<void> {
  expect(targets.length).toBeLessThanOrEqual(MOST_CLICKS);
  for (const target of targets) await target.click();
}

const help = (page: Page): Locator => page.locator('c-cuzo-help');
const unfoldHelp = (page: Page): Locator => help(page).getByRole('button').first();
const contract = (page: Page, number: string): Locator =>
  page.locator('c-cuzo-contracts li.contract').filter({ hasText: number });
const tabOf = (page: Page): Locator => page.getByRole('tab', { name: 'CuZo' });

async function openCustomer(name: string, as: string): Promise<Page> {
  const page = await site.open(await site.pathOf('Account', name), { as });
  await page.locator('c-cuzo-contracts li.contract').first().waitFor();
  return page;
}

describe.each(Object.entries(WORDS))('%s', (as, words) => {
  test('of a customer on the phone: registered or not, the other zone, contracts, documents, new address, login trouble', async () => {
    const page = await openCustomer(BART.name, as);

    // 1. Is this customer registered, where and since when? One look.
    await says(page.locator('c-cuzo-pills'), words.registered);
    await keepPart(page.locator('c-cuzo-pills'), `agent-pills-${as}`);
    // 2. Have they still to register in the other zone? One look, and one click for the code to scan.
    await says(page.locator('c-cuzo-pills'), words.separate);
    await says(page.locator('c-cuzo-invite'), words.invitation);
    await keepPart(page.locator('c-cuzo-invite'), `agent-invite-${as}`);
    await clicks(page.locator('c-cuzo-pills button.present'));
    const modal = page.getByRole('dialog');
    await modal.locator('svg[role=img]').waitFor();
    await modal.getByRole('button', { name: words.close }).click();
    await modal.waitFor({ state: 'detached' });
    // 3. Which contracts do they see, and why not the others? One look.
    await says(contract(page, LIABILITY), words.hidden);
    await says(contract(page, CAR), words.differing);
    // 4. Which documents do they find there? One look.
    await says(contract(page, SAVINGS), words.documents);
    await keepPart(page.locator('c-cuzo-contracts'), `agent-contracts-${as}`);
    // 5. They changed their address in the zone: which contracts are to follow? One look.
    await says(page.locator('c-cuzo-contact-notice'), words.changed);
    await keepPart(page.locator('c-cuzo-contact-notice'), `agent-notice-${as}`);
    // 6. They can't register or log in: what may be the matter, and is the help desk there? One click.
    await clicks(unfoldHelp(page));
    await says(help(page).locator('.blockers'), words.blockers);
    await says(help(page).locator('.support'), words.desk);
    await keepPart(help(page), `agent-help-${as}`);

    expect(
      await page
        .locator('c-cuzo-pills lightning-helptext button')
        .evaluateAll((found) => found.map((element) => (element as HTMLElement).innerText.trim())),
    ).toEqual(words.explanation);
    await holdsAtEveryWidth(page, as);
    await hasIconsInForcedColours(page);

    // 7. Why don't they see this contract, and what can be done? Two clicks; the document that isn't there the same.
    await clicks(contract(page, LIABILITY).getByRole('link'), tabOf(page));
    await says(page.locator('c-cuzo-tab'), words.hiddenOnTab);
    await keepPart(page.locator('c-cuzo-tab'), `agent-hidden-${as}`);
    await page.goBack();
    await clicks(contract(page, SAVINGS).getByRole('link'), tabOf(page));
    await says(page.locator('c-cuzo-tab'), words.missing);
    await keepPart(page.locator('c-cuzo-tab'), `agent-documents-${as}`);
    const search = page.locator('c-cuzo-tab').getByRole('searchbox');
    await search.fill('x');
    await page.locator('c-cuzo-tab').getByRole('button', { name: words.clear }).waitFor();
    await page.close();
  });

  test('of a registered customer at the desk: digital since when, and paper after all', async () => {
    const page = await openCustomer(JAN.name, as);
    await clicks(unfoldHelp(page), help(page).locator('.paper summary'));
    await says(help(page).locator('.digital'), words.digital);
    await says(help(page).locator('.paper'), words.paper);
    expect(await help(page).locator('a.write-paper').getAttribute('href')).toMatch(/^mailto:mypv@pv\.be\?/);
    await page.close();
  });
});

/** The new cards on a wide, a low and a narrow screen: for everybody to use, and nothing of them cut off. */
async function holdsAtEveryWidth(page: Page, as: string): Promise<void> {
  for (const [width, height] of [
    [1440, 1000],
    [1366, 650],
    [360, 780],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const card of ['c-cuzo-help', 'c-cuzo-contracts']) {
      const element = page.locator(card);
      expect([width, card, ...(await violations(page, element))]).toEqual([width, card]);
      const overflow = await element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect([width, card, overflow]).toEqual([width, card, 0]);
    }
    await keepPicture(page, `desk-${as}-${width}x${height}`);
  }
  // What an agent looks at first is in sight on the lowest screen, without scrolling.
  await page.setViewportSize({ width: 1366, height: 650 });
  for (const first of ['c-cuzo-pills', 'c-cuzo-invite']) {
    expect([first, (await page.locator(first).first().boundingBox())!.y < 650]).toEqual([first, true]);
  }
}

/** A drawing keeps its fill in forced colours: it has to be that of the text beside it. */
async function hasIconsInForcedColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const icons = page.locator('c-cuzo-icon svg');
  const fills = await icons.evaluateAll((found) => found.map((icon) => getComputedStyle(icon).fill));
  const text = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
  expect(fills.length).toBeGreaterThan(0);
  expect([...new Set(fills)]).toEqual([text]);
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
}

test('no page has an error in the console', () => {
  expect(site.errors).toStrictEqual([]);
});
