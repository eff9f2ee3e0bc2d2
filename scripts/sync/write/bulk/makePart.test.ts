import { readdirSync } from 'node:fs';
import { contact, shown } from '../../../tests/kit/events.ts';
import { ALL_REGISTERED, BY_BULK, writeRuns } from '../../../tests/kit/writeRuns.ts';
import type { Config } from '../../config/config.ts';
import { SyncError } from '../../errors.ts';
import { csvLine } from './csvLine.ts';

/** Parts of one row. */
const SMALL_PARTS: Config = { ...BY_BULK, bulkPartBytes: 60 };

const { memory, stateDir, run, runWith, registerAll, resume, logged, jobs } = writeRuns(BY_BULK);

test('rows travel in parts of so many bytes, accounts before policies', async () => {
  memory.records.InsurancePolicy.set('0YTA', { Name: 'P-A', NameInsuredId: '001A', IsActive: true });
  await runWith({ config: SMALL_PARTS }, ...ALL_REGISTERED, shown('P-A', 'a "view", with commas\nand lines'));
  expect([...memory.bulk.jobs.values()].map(({ object, rows }) => [object, rows.length])).toEqual([
    ['Account', 1],
    ['Account', 1],
    ['Account', 1],
    ['InsurancePolicy', 1],
  ]);
  expect(memory.records.InsurancePolicy.get('0YTA')?.CuZo_View__c).toContain(
    'a \\"view\\", with commas\\nand lines',
  );
});

test.each([
  ['two rows', 0, [2, 1]],
  ['one byte less', -1, [1, 1, 1]],
])('a part takes as many rows as fit, to the byte: %s', async (_what, bytes, rows) => {
  const row = csvLine(['001A', '2026-11-21T10:00:00Z', true, '2026-11-01']);
  await registerAll({ config: { ...BY_BULK, bulkPartBytes: 2 * row.length + bytes } });
  expect([...memory.bulk.jobs.values()].map((job) => job.rows.length)).toEqual(rows);
});

test('a document longer than what is written to the disk at once arrives whole', async () => {
  const document = 'x'.repeat(50_000);
  for (const letter of ['A', 'B', 'C'])
    memory.records.InsurancePolicy.set(`0YT${letter}`, {
      Name: `P-${letter}`,
      NameInsuredId: `001${letter}`,
    });
  await run(...['A', 'B', 'C'].map((letter) => shown(`P-${letter}`, `${letter}${document}`)));
  expect(jobs()).toEqual(['JobComplete 3']);
  for (const letter of ['A', 'B', 'C'])
    expect(memory.records.InsurancePolicy.get(`0YT${letter}`)?.CuZo_View__c).toContain(
      `"${letter}${document}"`,
    );
});

test('rows of which none can be told in CSV make no job and leave no file', async () => {
  memory.onRequest = (request) => {
    if (request === 'PATCH /composite/sobjects') throw new SyncError('ORG_GONE', 'for a test');
  };
  const phone = contact('C-A', '2026-11-03T10:00:00Z', { phone: '#N/A' });
  await expect(run(phone)).rejects.toMatchObject({ code: 'ORG_GONE' });
  const files = readdirSync(stateDir(), { recursive: true, encoding: 'utf8' });
  const partFiles = files.filter((name) => /part-\d+\.csv$/.test(name));
  expect([jobs(), partFiles]).toEqual([[], []]);
  memory.onRequest = () => undefined;
  expect(await resume()).toMatchObject({ changed: 1 });
  expect(logged().map(({ msg }) => msg)).not.toContain('a Bulk job is lost, its rows go again');
});
