import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { CUSTOMERS } from './accountEvents.ts';
import { forThisFile } from '../kit/ending.ts';
import { violations } from '../kit/axe.ts';
import { decoded } from './qrDecoders.ts';
import { keepPicture, openSite, type Look } from '../kit/site.ts';
const ADDRESS = 'https://my.pv.be/';

const site = forThisFile(openSite);
let path = '';
beforeAll(async () => {
  path = await site.pathOf('Account', CUSTOMERS.notRegistered);
});

async function invitation(look: Look = {}): Promise<{ page: Page; invite: Locator }> {
  const page = await site.open(path, look);
  const invite = page.locator('c-cuzo-invite');
  await invite.locator('svg[role=img]').waitFor();
  return { page, invite };
}

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element.matches(':focus'));

/** Presses Tab until that element has the focus, as a keyboard user does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await hasFocus(target)) return;
  }
  throw new Error('The keyboard does not get there');
}

test.each(['agent.nl', 'agent.fr'])(
  'with the keyboard alone %s presents, copies, mails, prints and switches',
  async (as) => {
    const { page, invite } = await invitation({ as });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

    const german = invite.getByRole('radio', { name: 'Deutsch' });
    await tabTo(page, invite.locator('input[value=fr]'));
    await page.keyboard.press('ArrowRight');
    expect(await german.isChecked()).toBe(true);
    await page.keyboard.press('ArrowLeft');

    const present = invite.locator('button.present');
    await tabTo(page, present);
    await page.keyboard.press('Enter');
    const modal = page.getByRole('dialog');
    await modal.locator('svg[role=img]').waitFor();
    expect((await modal.locator('[lang=fr]').innerText()).replace(/\s+/g, ' ')).toBe(
      `MyP&V Scannez le code avec votre smartphone ou rendez-vous sur ${ADDRESS} pour vous inscrire à MyP&V.`,
    );
    expect(await modal.innerText()).not.toContain('Exemple');
    expect(decoded(await modal.locator('svg[role=img]').screenshot())).toEqual([ADDRESS, ADDRESS]);
    expect(await violations(page)).toStrictEqual([]);
    await keepPicture(page, `account-present-${as}`, false);
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    expect(await hasFocus(present)).toBe(true);

    await tabTo(page, invite.locator('button.copy'));
    await page.keyboard.press('Enter');
    await invite.getByRole('status').filter({ hasText: /\w/ }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(ADDRESS);

    const mail = invite.locator('a.mail');
    await tabTo(page, mail);
    expect(await mail.getAttribute('href')).toMatch(/^mailto:\?subject=Votre%20espace%20client/);

    await tabTo(page, invite.locator('button.print-page'));
    await page.keyboard.press('Enter');
    await invite.locator('iframe').waitFor({ state: 'attached' });
    await page.close();
  },
);

test('selects the address when the browser refuses to copy', async () => {
  const { page, invite } = await invitation();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await invite.locator('button.copy').click();
  await invite.getByRole('status').getByText('Het adres is geselecteerd').waitFor();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(ADDRESS);
  await page.close();
});

test('prints one clean A4 page', async () => {
  const { page, invite } = await invitation();
  await invite.locator('button.print-page').click();
  await page.waitForFunction(
    () => window.frames.length > 0 && window.frames[0]?.document.images[0]?.complete,
  );
  const html = await page.frames().at(-1)!.content();
  await page.close();

  const browser = invite.page().context().browser()!;
  const paper = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  await paper.setContent(html);
  const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  await paper.emulateMedia({ media: 'print' });
  expect(decoded(await paper.locator('img').screenshot())).toEqual([ADDRESS, ADDRESS]);
  expect((await paper.locator('body').innerText()).split(/\n+/)).toEqual([
    'MyP&V',
    `Scannez le code avec votre smartphone ou rendez-vous sur ${ADDRESS} pour vous inscrire à MyP&V.`,
    ADDRESS,
  ]);
  await keepPicture(paper, 'account-print', false);
  await paper.close();
});

test('downloads the code as a file that a browser draws, and as a picture', async () => {
  const { page, invite } = await invitation();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    invite.locator('button.download-svg').click(),
  ]);
  expect(download.suggestedFilename()).toBe('MyPV-fr.svg');
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    invite.locator('button.download-png').click(),
  ]);
  expect(picture.suggestedFilename()).toBe('MyPV-fr.png');
  expect(decoded(readFileSync(await picture.path()))).toEqual([ADDRESS, ADDRESS]);
  await page.setContent(readFileSync(await download.path(), 'utf8'));
  expect(decoded(await page.locator('svg').screenshot())).toEqual([ADDRESS, ADDRESS]);
  await page.close();
});

test('on a phone there is every way but the download', async () => {
  const { page, invite } = await invitation({ as: 'agent.nl', width: 360 });
  await page.goto(`${page.url()}&formFactor=Small`);
  await invite.locator('button.present').waitFor();
  expect(await invite.locator('.actions > *').allInnerTexts()).toEqual([
    'Link kopiëren',
    'Link e-mailen',
    'Afdrukken',
  ]);
  // The invitation comes before the details, and its code without a dialog.
  const tops = await page
    .locator('c-cuzo-invite, .details')
    .evaluateAll((found) => found.map((element) => [element.localName, element.getBoundingClientRect().top]));
  expect(tops[0]?.[0]).toBe('c-cuzo-invite');
  await invite.locator('button.present').click();
  const code = invite.locator('svg[role=img]');
  expect((await code.boundingBox())!.width).toBeGreaterThanOrEqual(180);
  expect(decoded(await code.screenshot())).toEqual([ADDRESS, ADDRESS]);
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await violations(page)).toStrictEqual([]);
  await keepPicture(page, 'account-phone');
  await page.close();
});

/** A camera looks again and again: the dialog fades in. */
const PATIENCE = 30_000;

/** What both decoders read off the screen, as soon as both can. */
async function readOff(page: Page): Promise<readonly (string | null)[]> {
  const end = Date.now() + PATIENCE;
  let read: readonly (string | null)[];
  do read = decoded(await page.screenshot());
  while (read.includes(null) && Date.now() < end);
  return read;
}

test('the full-size code, its sentence and address fit every screen without scrolling', async () => {
  const { page } = await invitation({ as: 'agent.nl' });
  const pills = page.locator('c-cuzo-pills');
  for (const [width, height] of [
    [1366, 650],
    [1280, 580],
    [844, 390],
    [720, 500],
    [640, 360],
    [320, 480],
  ] as const) {
    await page.setViewportSize({ width, height });
    await pills.locator('button.present').click();
    const modal = page.getByRole('dialog');
    const code = modal.locator('svg[role=img]');
    await code.waitFor();
    await keepPicture(page, `account-present-${width}x${height}`, false);
    expect([width, height, ...(await readOff(page))]).toEqual([width, height, ADDRESS, ADDRESS]);
    const box = (await code.boundingBox())!;
    expect([width, height, Math.min(box.width, 180), Math.min(box.height, 180)]).toEqual([
      width,
      height,
      180,
      180,
    ]);
    const presented = modal.locator('.presented');
    // The components' own boundary hides the body that scrolls from the page's script: Playwright sees through it.
    const body = (await modal.locator('.slds-modal__content').boundingBox())!;
    const outside: string[] = [];
    for (const part of await presented.locator('svg, h1, p').all()) {
      const { x, y, width: wide, height: high } = (await part.boundingBox())!;
      const isInside =
        y >= Math.max(0, body.y) - 1 &&
        y + high <= Math.min(height, body.y + body.height) + 1 &&
        x >= -1 &&
        x + wide <= width + 1;
      if (!isInside) outside.push(`${y} ${y + high} in ${body.y} ${body.y + body.height}`);
    }
    expect([width, height, ...outside]).toEqual([width, height]);
    await tabTo(page, presented);
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
  }
  await page.close();
});

const SURFACES = [
  ['a light page', { colorScheme: 'light', forcedColors: 'none' }, '#fff'],
  ['a dark page', { colorScheme: 'dark', forcedColors: 'none' }, '#000'],
  ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }, '#000'],
] as const;

test.each([1, 2])('both decoders read the code in every size on every surface at scale %d', async (scale) => {
  const { page: first } = await invitation();
  const browser = first.context().browser()!;
  const page = await browser.newPage({
    deviceScaleFactor: scale,
    viewport: { width: 1440, height: 1000 },
  });
  await page.goto(first.url());
  await first.close();
  const code = page.locator('c-cuzo-invite c-cuzo-qr-code').first();
  await code.locator('svg').waitFor();
  for (const [surface, media, background] of SURFACES) {
    await page.emulateMedia(media);
    await page.addStyleTag({
      content: `body, lightning-card, article { background: ${background} !important }`,
    });
    for (const size of [120, 160, 240, 480]) {
      await code.evaluate((element, pixels) => {
        element.style.cssText = `inline-size: ${pixels}px; max-inline-size: none`;
      }, size);
      const picture = await code.locator('svg').screenshot();
      expect([surface, size, ...decoded(picture)]).toEqual([surface, size, ADDRESS, ADDRESS]);
    }
  }
  await page.close();
});
