import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { registerNow, startLiveZone, type LiveZone } from '../../connect360/liveZone.ts';
import { serveConnect360 } from '../../connect360/serve.ts';
import { connect360Template } from '../../connect360/template.ts';
import { openOrg } from '../../local-org/engine.ts';
import { violations } from '../kit/axe.ts';
import { endsWithFile, forThisFile } from '../kit/ending.ts';
import { registration } from '../kit/events.ts';
import { folderForFile } from '../kit/folder.ts';
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
  expect(await violations(page)).toStrictEqual([]);
  listening.kill('SIGTERM');
  expect(await listening.ended).toBe(0);
});

test('the button of `npm start` has the customer of the page register', async () => {
  const { folder } = folderForFile('connect360-live-');
  const file = join(folder, 'org.db');
  copyFileSync(await connect360Template(), file);
  const org = openOrg({ file });
  endsWithFile(() => {
    org.close();
  });
  const started: { zone?: LiveZone } = {};
  const server = await serveConnect360(org, 0, { deeds: [registerNow(org, () => started.zone)] });
  endsWithFile(server.close);
  const page = await (await site.open('/')).context().newPage();
  await page.goto(`${server.url}${await site.pathOf('Account', CUSTOMERS.notRegistered)}?as=agent.fr`);
  const button = page.getByRole('button', { name: 'Ce client s’inscrit maintenant' });
  const said = page.locator('.preview-bar').getByRole('status');
  await button.click();
  await said.getByText('listen has not started yet').waitFor();
  expect(await violations(page)).toStrictEqual([]);

  const zone = await startLiveZone(server.ready, join(folder, 'state'), folder);
  started.zone = zone;
  await button.click();
  await said.getByText('Envoyé à listen').waitFor();
  const soql = `SELECT CuZo_MyPV_Onboarded__c FROM Account WHERE Name = '${CUSTOMERS.notRegistered}'`;
  const isRegistered = () =>
    org.query(soql, org.admin, { version: '66.0' }).records[0]?.CuZo_MyPV_Onboarded__c === true;
  while (!isRegistered()) await sleep(100);
  await zone.close();
  await page.close();
});
