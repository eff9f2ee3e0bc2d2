import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCTS } from '../../feed/knownCodes.ts';
import { type FeedEvent, feedEvent } from '../../feed/contract.ts';
import { findRegisterNumber } from '../../feed/registerNumber.ts';
import { CONNECT360, fieldsOf, FORCE_APP, labelsOf } from './source.ts';

const SAMPLES = join('config', 'samples');
const FEED = join(SAMPLES, 'feed');
const BAD_LINES = '3-bad-lines.ndjson';
const feedFiles = readdirSync(FEED).filter((file) => file.endsWith('.ndjson'));

const linesOf = (file: string): readonly string[] =>
  readFileSync(join(FEED, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
const records = (path: string): readonly Readonly<Record<string, unknown>>[] =>
  (JSON.parse(readFileSync(path, 'utf8')) as { records: Readonly<Record<string, unknown>>[] }).records;
const events = (file: string): readonly FeedEvent[] =>
  linesOf(file).map((line) => feedEvent.parse(JSON.parse(line)));
const goodEvents = feedFiles.filter((file) => file !== BAD_LINES).flatMap(events);
const views = goodEvents.flatMap((event) =>
  event.type === 'be.pv.cuzo.policy-view.v1' && event.data.shown ? [event.data] : [],
);

test('the manifest of the feed tells its files, lines and checksums', () => {
  const { files } = JSON.parse(readFileSync(join(FEED, 'manifest.json'), 'utf8')) as { files: unknown };
  expect(files).toEqual(
    feedFiles.map((name) => ({
      name,
      sha256: createHash('sha256')
        .update(readFileSync(join(FEED, name)))
        .digest('hex'),
      lines: linesOf(name).length,
    })),
  );
});

test('the feed has every event type, and every line of it but the bad ones keeps the contract', () => {
  expect(new Set(goodEvents.map((event) => event.type)).size).toBe(4);
  expect(goodEvents.filter((event) => findRegisterNumber(event.data, event.subject))).toStrictEqual([]);
});

test('every bad line is bad, in a way of its own', () => {
  const problems = linesOf(BAD_LINES).map((line) => {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return 'not JSON';
    }
    const result = feedEvent.safeParse(value);
    if (!result.success)
      return result.error.issues.map((issue) => `${issue.path.join('/')} ${issue.message}`).join();
    if (findRegisterNumber(result.data.data, result.data.subject)) return 'register number';
    return Date.parse(result.data.time) > Date.parse('2090-01-01T00:00:00Z') ? 'future' : 'none';
  });
  expect(problems).not.toContain('none');
  expect(new Set(problems).size).toBe(problems.length);
  expect(problems.length).toBeGreaterThanOrEqual(10);
});

test('every product has a policy in the feed', () => {
  const products = goodEvents.flatMap((event) =>
    event.type === 'be.pv.cuzo.policy-view.v1' ? [event.data.product] : [],
  );
  expect(PRODUCTS.filter((product) => !products.includes(product))).toStrictEqual([]);
});

test('every section, item and document of a shown policy has a label', () => {
  const labels = labelsOf(FORCE_APP);
  const named = (kind: string, code: string): string => `CuZo_${kind}_${code.replaceAll('-', '_')}`;
  const used = views.flatMap(({ view }) => [
    ...view.sections.map((section) => named('Section', section.code)),
    ...view.sections.flatMap((section) => section.items.map((item) => named('Item', item.code))),
    ...(view.documents ?? []).map((document) => named('Document', document.type)),
  ]);
  expect([...new Set(used)].filter((name) => !labels.has(name))).toStrictEqual([]);
});

test.each([
  ['Account', join(SAMPLES, 'Account.json')],
  ['InsurancePolicy', join(SAMPLES, 'InsurancePolicy.json')],
  ['CuZo_Portal__c', join('config', 'reference', 'CuZo_Portal__c.json')],
])('the records of %s name only fields that are there', (object, path) => {
  const known = [...fieldsOf(FORCE_APP), ...fieldsOf(CONNECT360)]
    .filter((field) => field.object === object)
    .map((field) => field.name);
  const custom = records(path)
    .flatMap((record) => Object.keys(record))
    .filter((name) => name.endsWith('__c'));
  expect([...new Set(custom)].filter((name) => !known.includes(name))).toStrictEqual([]);
});

test('the records hold no register number, and the counts on an account are those of its policies', () => {
  const accounts = records(join(SAMPLES, 'Account.json'));
  const policies = records(join(SAMPLES, 'InsurancePolicy.json'));
  expect([...accounts, ...policies].filter((record) => findRegisterNumber(record, undefined))).toStrictEqual(
    [],
  );
  for (const account of accounts) {
    const { referenceId } = account.attributes as { referenceId: string };
    const active = policies.filter(
      (policy) => policy.NameInsuredId === `@${referenceId}` && policy.Status === 'In Force',
    );
    const counted = Number(account.Active_Life_Policies__c) + Number(account.Active_Non_Life_Policies__c);
    expect([referenceId, counted]).toEqual([referenceId, active.length]);
  }
});
