import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { registration } from '../kit/events.ts';
import { forThisFile } from '../kit/ending.ts';
import { snapshot, startSyncBench, type Ended } from '../kit/syncBench.ts';

const bench = forThisFile(startSyncBench);

const ANOTHER = { id: '00DAA0000000001MAA', instance: 'https://another.my.salesforce.com' };
const errorCode = ({ stderr }: Ended): string => /"code":"([A-Z_]+)"/.exec(stderr)?.[1] ?? '';

/** Assigns the folder to another org and returns the org that it had before. */
function giveTo(state: string, org: unknown): unknown {
  const db = new DatabaseSync(join(bench.stateDir(state), 'state.db'));
  const row = db.prepare("SELECT value FROM setting WHERE name = 'org'").get();
  db.prepare("INSERT OR REPLACE INTO setting VALUES ('org', ?)").run(Buffer.from(JSON.stringify(org)));
  db.close();
  return JSON.parse(Buffer.from(row?.value as Uint8Array).toString());
}

test('A1: a state folder is of the org that used it first, whatever its address is called since', async () => {
  await bench.persons(['OWN']);
  expect((await bench.run('own', [registration('OWN', null)])).code).toBe(0);
  const own = giveTo('own', { id: bench.org.orgId, instance: 'https://old-name.my.salesforce.com' });
  expect(own).toEqual({ id: bench.org.orgId, instance: bench.org.url });
  expect((await bench.run('own', [])).code).toBe(0);
  expect(giveTo('own', own)).toEqual(own);
});

test("A1: another org's login is refused before anything is read or written, and says what to do", async () => {
  await bench.persons(['OTHER']);
  expect((await bench.run('other', [])).code).toBe(0);
  giveTo('other', ANOTHER);
  // The lock is taken, and metrics tell how the last run ended, which was refused.
  const held = (): readonly string[] =>
    snapshot(bench.stateDir('other')).filter((line) => !/lock\.db|ended\.json/.test(line));
  const before = held();
  const args = ['--state-dir', bench.stateDir('other')];
  const feed = bench.feed('other.ndjson', JSON.stringify(registration('OTHER', null)));
  for (const command of [['run', '--feed', feed], ['plan', '--feed', feed], ['check']]) {
    const refused = await bench.sync([...command, ...args]);
    expect([refused.code, errorCode(refused)]).toEqual([2, 'OTHER_ORG']);
    for (const said of [ANOTHER.id, ANOTHER.instance, bench.org.orgId, '--state-dir'])
      expect(refused.stderr).toContain(said);
  }
  expect(held()).toEqual(before);
  expect(await bench.accountOf('OTHER')).toMatchObject({ CuZo_MyPV_As_Of__c: null });
});

test('A1: a stopped run is not resumed with the login of another org, and stays resumable', async () => {
  await bench.persons(['STOPPED']);
  await bench.fault([{ method: 'PATCH', path: '/composite/sobjects$', fault: { status: 503 } }]);
  expect((await bench.run('stopped', [registration('STOPPED', null)])).code).toBe(3);
  await bench.fault([]);
  const own = giveTo('stopped', ANOTHER);
  const args = ['resume', '--state-dir', bench.stateDir('stopped'), '--json'];
  const refused = await bench.sync(args);
  expect([refused.code, errorCode(refused)]).toEqual([2, 'OTHER_ORG']);
  expect(await bench.accountOf('STOPPED')).toMatchObject({ CuZo_MyPV_As_Of__c: null });
  giveTo('stopped', own);
  expect(await bench.sync(args)).toMatchObject({ code: 0, report: { changed: 1 } });
});
