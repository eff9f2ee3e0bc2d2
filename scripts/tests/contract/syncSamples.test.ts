import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';
import { forThisFile } from '../kit/ending.ts';
import { startSyncBench } from '../kit/syncBench.ts';

const bench = forThisFile(startSyncBench);

/** Replaces what differs between runs: ids, times, sizes, folders and the state folder's own hashes. */
const steady = (text: string): string =>
  text
    .replaceAll(bench.org.folder, '<folder>')
    .replace(/\/[^" ]*cuzo-plan-[^/]*/g, '<plan>')
    .replace(/\d{8}T\d{6}Z-[0-9a-f]{4}/g, '<run>')
    .replace(/"seconds":[\d.]+/g, '"seconds":0')
    .replace(/"peakRssMb":\d+/g, '"peakRssMb":0')
    // How long the zones of the sample have been quiet depends on the day.
    .replace(/"quiet":\[[^\]]*\]/g, '"quiet":[]')
    .replace(/^(?:mypv|myvivium)(?::| has been quiet).*\n/gm, '')
    .replace(/[\d.]+ s;/g, '0 s;')
    .replace(/(ended with \d), [\d:.TZ-]+/g, '$1, <end>')
    .replace(/"subject":"[0-9a-f]+"/g, '"subject":"<hash>"')
    .replace(/"record":"\w+"/g, '"record":"<id>"')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z - \d{4}-\d\d-\d\dT[\d:.]+Z/g, '<begin> - <end>');

test('plan, run and status of the sample feed tell what they always told', async () => {
  const state = ['--state-dir', bench.stateDir('samples')];
  const feed = ['--feed', join(ROOT, 'config', 'samples', 'feed')];
  const plan = await bench.sync(['plan', ...feed, ...state]);
  expect(steady(plan.stdout)).toMatchSnapshot('plan');
  const run = await bench.sync(['run', ...feed, ...state, '--json']);
  expect(steady(run.stdout)).toMatchSnapshot('run');
  expect(steady(readFileSync(run.report.rejects ?? '', 'utf8'))).toMatchSnapshot('rejects');
  expect(steady(readFileSync(run.report.failures ?? '', 'utf8'))).toMatchSnapshot('failures');
  const status = await bench.sync(['status', ...state]);
  expect(steady(status.stdout)).toMatchSnapshot('status');
  expect([plan.code, run.code, status.code]).toEqual([1, 1, 0]);
  const changed = await bench.org.query(
    'SELECT Customer_Number__c, CuZo_Contact_Zone__c FROM Account WHERE CuZo_Contact_Changed_On__c != null ORDER BY Customer_Number__c',
  );
  expect(changed.map((account) => [account.Customer_Number__c, account.CuZo_Contact_Zone__c])).toEqual([
    ['10000002', 'MYPV'],
    ['10000008', 'MYVIVIUM'],
    ['10000011', 'MYPV'],
  ]);
});
