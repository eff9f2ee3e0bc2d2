import { setTimeout as sleep } from 'node:timers/promises';
import { violations } from '../kit/axe.ts';
import { forThisFile } from '../kit/ending.ts';
import { registration } from '../kit/events.ts';
import { startListen } from '../kit/listenProcess.ts';
import { secretFile, STRUCTURED, TOKEN } from '../kit/liveReceiver.ts';
import { openSite } from '../kit/site.ts';
import { CUSTOMERS } from './accountEvents.ts';

const site = forThisFile(openSite);

const TURN_MS = 10_000;
const JUST_NOW = 'Zonet geregistreerd in MyP&V';

test('the pill turns green while the customer still stands at the desk: announced, the code folded, nothing loaded anew', async () => {
  const { connect360 } = site;
  const name = CUSTOMERS.notRegistered;
  const [customer] = await connect360.query(`SELECT Customer_Number__c FROM Account WHERE Name = '${name}'`);
  const tokens = secretFile(connect360.folder, 'live-tokens', TOKEN);
  const args = ['--every', '0.2', '--token-file', tokens, '--state-dir', `${connect360.folder}/live`];
  const listening = await startListen(args, connect360.jwtEnv('sync@connect360.local'));
  if (!listening) throw new Error('listen did not start');

  const path = await site.pathOf('Account', name);
  const before = await site.open('/');
  await before.context().clock.install();
  const page = await site.open(path, { as: 'agent.nl' });
  const [pills, invite] = [page.locator('c-cuzo-pills'), page.locator('c-cuzo-invite')];
  await invite.locator('svg[role=img]').scrollIntoViewIfNeeded();
  expect(await pills.locator('li.registered').count()).toBe(0);
  await page.evaluate(() => {
    document.documentElement.dataset.opened = 'once';
  });

  const event = registration(String(customer?.Customer_Number__c), new Date().toISOString().slice(0, 10), {
    time: new Date().toISOString(),
  });
  const headers = { ...STRUCTURED, authorization: `Bearer ${TOKEN}` };
  const answer = await fetch(listening.events, { method: 'POST', headers, body: JSON.stringify(event) });
  expect(answer.status).toBe(202);
  while ((await listening.waiting()) > 0) await sleep(50);

  await page.clock.fastForward(TURN_MS);
  await invite.getByRole('status').filter({ hasText: JUST_NOW }).waitFor();
  await pills.locator('li.registered').waitFor();
  await pills.getByRole('status').filter({ hasText: JUST_NOW }).waitFor();
  expect(await invite.locator('svg[role=img]').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.dataset.opened)).toBe('once');
  expect(await violations(page)).toEqual([]);
  listening.kill('SIGTERM');
  expect(await listening.ended).toBe(0);
});
