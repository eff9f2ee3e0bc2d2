import { parse } from 'csv-parse/sync';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, type GenerateOptions } from '../../feed/generate/generate.ts';
import type { Expected } from '../../feed/generate/outcomes.ts';
import { forThisFile } from '../kit/ending.ts';
import { startSyncBench } from '../kit/syncBench.ts';

const bench = forThisFile(startSyncBench);

async function ingest(object: string, csv: string): Promise<void> {
  const { org } = bench;
  const { id } = (await org.rest('POST', 'jobs/ingest', { object, operation: 'insert' })) as { id: string };
  const uploaded = await fetch(new URL(`/services/data/v66.0/jobs/ingest/${id}/batches`, org.url), {
    method: 'PUT',
    headers: { Authorization: `Bearer ${org.accessToken}`, 'Content-Type': 'text/csv' },
    body: csv,
  });
  expect(uploaded.status).toBe(201);
  await org.rest('PATCH', `jobs/ingest/${id}`, { state: 'UploadComplete' });
  for (;;) {
    const job = (await org.rest('GET', `jobs/ingest/${id}`)) as Readonly<Record<string, unknown>>;
    if (job.state !== 'UploadComplete' && job.state !== 'InProgress') {
      expect(job).toMatchObject({ state: 'JobComplete', numberRecordsFailed: 0 });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

type Cells = Readonly<Record<string, string>>;
type Value = string | number | boolean | null;

/** A value from the REST API in the generator's notation. */
function cell(value: Value, isAmount: boolean): string {
  if (value === null) return '';
  if (isAmount) return Number(value).toFixed(2);
  return String(value).replace(/\.000\+0000$/, 'Z');
}

/** The org's records as rows of the generator's CSV file. */
async function held(object: string, key: string, columns: readonly string[]): Promise<readonly Cells[]> {
  const records = await bench.org.query(`SELECT ${columns.join(', ')} FROM ${object} ORDER BY ${key}`);
  return records.map((record) =>
    Object.fromEntries(
      columns.map((column) => {
        const value = column.split('.').reduce<unknown>((of, name) => (of as Cells)[name], record);
        return [column, cell(value as Value, column === 'PremiumAmount')];
      }),
    ),
  );
}

/** Generates an org and a feed, and loads the generated org into the local org. */
async function fill(
  name: string,
  options: Partial<GenerateOptions>,
): Promise<{ out: string; expected: Expected }> {
  const out = join(bench.org.folder, name);
  const expected = await generate({
    customers: 200,
    policies: 500,
    seed: 3,
    changed: 0.1,
    bad: 0.08,
    edgeCases: 0.1,
    viewSize: 2048,
    linesPerFile: 250,
    gzip: false,
    ...options,
    out,
  });
  const crm = join(out, 'crm');
  for (const object of ['Account', 'InsurancePolicy'])
    for (const file of readdirSync(crm).filter((one) => one.startsWith(object)))
      await ingest(object, readFileSync(join(crm, file), 'utf8'));
  return { out, expected };
}

async function run(state: string, out: string) {
  const args = ['--feed', join(out, 'feed'), '--state-dir', bench.stateDir(state), '--json'];
  return bench.sync(['run', ...args]);
}

test('a run of a generated feed on its org reports what expected.json says, and a second run writes nothing', async () => {
  await bench.org.rest('POST', '/__local/reset', { data: true });
  const { out, expected } = await fill('first', {});
  const first = await run('first', out);
  expect(first.report).toMatchObject(expected);
  expect(first.code).toBe(1);
  const second = await run('first', out);
  expect(second.report).toMatchObject({ read: expected.read, changed: 0, rowsWritten: 0 });
});

test('the org keeps every cell as it is written', async () => {
  await bench.org.rest('POST', '/__local/reset', { data: true });
  const { out } = await fill('kept', { customers: 60, policies: 150 });
  const keys = { Account: 'Customer_Number__c', InsurancePolicy: 'Name' } as const;
  for (const [object, key] of Object.entries(keys)) {
    const rows: readonly Cells[] = parse(readFileSync(join(out, 'crm', `${object}.csv`)), { columns: true });
    const sorted = rows.toSorted((a, b) => (a[key]! < b[key]! ? -1 : 1));
    const kept = await held(object, key, Object.keys(sorted[0]!));
    // The org derives a person's name from its parts.
    const named = kept.map((row) => (row.LastName ? { ...row, Name: '' } : row));
    expect(named).toEqual(sorted);
  }
});

test('a feed in which everything changed writes every row, one in which nothing did none', async () => {
  const shares = { bad: 0, edgeCases: 0, gzip: true };
  for (const changed of [1, 0]) {
    await bench.org.rest('POST', '/__local/reset', { data: true });
    const { out, expected } = await fill(`changed-${changed}`, { ...shares, changed, seed: 4 + changed });
    const ended = await run(`changed-${changed}`, out);
    expect(ended.report).toMatchObject(expected);
    expect(ended.code).toBe(0);
    expect(expected.rowsWritten).toBe(changed * 700);
  }
});
