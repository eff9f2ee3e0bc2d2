import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { folderForFile } from '../../tests/kit/folder.ts';
import { checkLine } from '../../sync/check/checkLine.ts';
import { viewDocument } from '../canonicalView.ts';
import { PRODUCTS } from '../knownCodes.ts';
import { feedEvent } from '../contract.ts';
import { lineSplitter, type Line } from '../lineSplitter.ts';
import { view } from '../view.ts';
import { generate, type GenerateOptions } from './generate.ts';
import type { Expected } from './outcomes.ts';

const DEFAULTS = {
  seed: 7,
  changed: 0.2,
  bad: 0.1,
  edgeCases: 0.2,
  viewSize: 2048,
  linesPerFile: 400,
  gzip: false,
};
const NOW = Date.parse('2026-11-22T06:00:00Z');

interface Made {
  readonly out: string;
  readonly expected: Expected;
}

async function make(options: Partial<GenerateOptions> = {}): Promise<Made> {
  const { folder } = folderForFile('feed-');
  const out = join(folder, 'made');
  const expected = await generate({ ...DEFAULTS, customers: 150, policies: 400, out, ...options });
  return { out, expected };
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Each file's name and hash. */
const filesOf = (out: string): readonly (readonly [string, string])[] =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file.slice(out.length), sha256Of(readFileSync(file))]);

function feedLines(out: string): readonly Line[] {
  const { files } = manifestOf(out);
  return files.flatMap(({ name }) => {
    const splitter = lineSplitter();
    return [...splitter.push(readFileSync(join(out, 'feed', name))), ...splitter.end()];
  });
}

interface Manifest {
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly lines: number }[];
}

const manifestOf = (out: string): Manifest =>
  JSON.parse(readFileSync(join(out, 'feed', 'manifest.json'), 'utf8')) as Manifest;

type Row = Readonly<Record<string, string>>;

const rowsOf = (out: string, name: string): readonly Row[] =>
  parse(readFileSync(join(out, 'crm', name)), { columns: true });

const checkedLines = (out: string) => feedLines(out).map((line) => ({ line, ...checkLine(line, NOW) }));

test('the same options give the same bytes, another seed other ones', async () => {
  const [one, same, other] = await Promise.all([make(), make(), make({ seed: 8 })]);
  expect(filesOf(same.out)).toEqual(filesOf(one.out));
  const names = filesOf(one.out).map(([name]) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      '/crm/Account.csv',
      '/crm/InsurancePolicy.csv',
      '/expected.json',
      '/feed/manifest.json',
    ]),
  );
  expect(names.filter((name) => name.startsWith('/feed/mypv')).length).toBeGreaterThan(1);
  const accounts = (made: Made): readonly unknown[] =>
    rowsOf(made.out, 'Account.csv').map((row) => row.LastName);
  expect(accounts(other)).not.toEqual(accounts(one));
});

test('the manifest tells every file as it is stored, gzip or not', async () => {
  const [plain, zipped] = await Promise.all([make(), make({ gzip: true })]);
  for (const { out } of [plain, zipped])
    for (const { name, sha256, lines } of manifestOf(out).files) {
      const bytes = readFileSync(join(out, 'feed', name));
      expect(sha256Of(bytes)).toBe(sha256);
      const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
      expect(text.split('\n').filter((line) => line !== '')).toHaveLength(lines);
    }
  const content = (out: string): Buffer =>
    Buffer.concat(
      manifestOf(out).files.map(({ name }) => {
        const bytes = readFileSync(join(out, 'feed', name));
        return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
      }),
    );
  expect(content(zipped.out).equals(content(plain.out))).toBe(true);
});

test('as many lines keep to the contract and break it as expected.json says, and every line has an outcome', async () => {
  const { out, expected } = await make();
  const checked = checkedLines(out);
  const { read, retried, rowsWritten, newestEvent, ...outcomes } = expected;
  expect(JSON.parse(readFileSync(join(out, 'expected.json'), 'utf8'))).toEqual(expected);
  expect(checked).toHaveLength(read);
  expect(manifestOf(out).files.reduce((sum, { lines }) => sum + lines, 0)).toBe(read);
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(read);
  expect(checked.filter(({ reject }) => reject)).toHaveLength(expected.rejected);
  expect([retried, newestEvent]).toEqual([0, expect.stringMatching(/^2026-11-21T02:\d\d:\d\d\.000Z$/)]);
  expect(rowsWritten).toBeGreaterThan(0);
  for (const [outcome, count] of Object.entries(outcomes))
    expect([outcome, count > 0]).toEqual([outcome, true]);
});

test('the shares are those asked for, of the snapshot events', async () => {
  const none = await make({ changed: 0, bad: 0, edgeCases: 0 });
  expect(none.expected).toMatchObject({
    changed: 0,
    rejected: 0,
    rowsWritten: 0,
    unchanged: none.expected.read,
  });
  const events = none.expected.read;
  const half = await make({ changed: 0.5, bad: 0.25, edgeCases: 0 });
  expect(half.expected).toMatchObject({
    read: events,
    changed: Math.floor(events / 2),
    rejected: Math.floor(events / 4),
  });
});

test('the rows of the org name every customer and policy once, and every product', async () => {
  const { out } = await make({ customers: 500, policies: 1200, viewSize: 0 });
  const accounts = rowsOf(out, 'Account.csv');
  const policies = rowsOf(out, 'InsurancePolicy.csv');
  const numbers = new Set(accounts.map((row) => row.Customer_Number__c));
  expect([accounts.length, numbers.size]).toEqual([500, 500]);
  expect([policies.length, new Set(policies.map((row) => row.Name)).size]).toEqual([1200, 1200]);
  expect(policies.filter((row) => !numbers.has(row['NameInsured.Customer_Number__c']))).toStrictEqual([]);
  expect(new Set(policies.map((row) => row.CuZo_Product__c))).toEqual(new Set([...PRODUCTS, '']));
  const people = accounts.filter((row) => row.Name === '');
  expect(people.length).toBeLessThan(500);
  expect(people.filter((row) => !/^[a-z.]+\d+@example\.(com|org|net)$/.test(row.PersonEmail!))).toStrictEqual(
    [],
  );
});

test('a shown policy has its canonical view with its hash, a hidden one neither', async () => {
  const { out } = await make({ customers: 80, policies: 200 });
  const policies = rowsOf(out, 'InsurancePolicy.csv');
  const shown = policies.filter((row) => row.CuZo_Visibility__c === 'Shown');
  const documents = shown.map((row) => {
    const { v, ...rest } = JSON.parse(row.CuZo_View__c!) as { v: number };
    return v === 1 ? viewDocument(view.parse(rest)) : undefined;
  });
  expect(shown.map((row) => ({ text: row.CuZo_View__c, hash: row.CuZo_View_Hash__c }))).toEqual(documents);
  const others = policies.filter((row) => row.CuZo_Visibility__c !== 'Shown');
  expect(others.filter((row) => row.CuZo_View__c !== '' || row.CuZo_View_Hash__c !== '')).toStrictEqual([]);
  expect(others.length).toBeGreaterThan(0);
});

test('views are as long as asked, on average', async () => {
  const { out } = await make({ customers: 80, policies: 300, viewSize: 3000 });
  const sizes = rowsOf(out, 'InsurancePolicy.csv').flatMap((row) =>
    row.CuZo_View__c ? [row.CuZo_View__c.length] : [],
  );
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  expect(mean).toBeGreaterThan(2700);
  expect(mean).toBeLessThan(3300);
});

test('every kind of event is in a feed, and an id is repeated only by a duplicate', async () => {
  const { out, expected } = await make({ viewSize: 0 });
  const good = checkedLines(out).flatMap(({ line, event }) => (event ? [line.bytes!.toString()] : []));
  const events = good.map((line) => feedEvent.parse(JSON.parse(line)));
  expect(new Set(events.map(({ type }) => type)).size).toBe(4);
  expect(events.length - new Set(events.map(({ source, id }) => `${source} ${id}`)).size).toBe(
    expected.duplicate,
  );
});

test('a folder that has been used is left alone', async () => {
  const { out } = await make();
  await expect(generate({ ...DEFAULTS, customers: 1, policies: 0, out })).rejects.toMatchObject({
    code: 'EEXIST',
  });
});
