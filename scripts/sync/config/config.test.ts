import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { configFile } from './config.ts';
import { loadConfig } from './loadConfig.ts';
import { configSchema, SCHEMA_FILE } from './schema.ts';

const SHIPPED = join(SCHEMA_FILE, '..', 'sync.json');

test('the JSON Schema is the one that the configuration gives (`node scripts/sync/config/schema.ts` writes it)', () => {
  expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(configSchema()));
});

test('the shipped file says what holds anyway, but for the go-live', () => {
  const { $schema, ...shipped } = loadConfig(SHIPPED);
  expect($schema).toBe('./sync.schema.json');
  expect(shipped).toEqual(configFile.parse({ contact: { since: shipped.contact.since } }));
});

test('a setting that nobody knows, or a language that is none, is an error that names it', () => {
  const { folder } = folderForFile('config-test-');
  const file = join(folder, 'sync.json');
  writeFileSync(file, JSON.stringify({ contact: { since: '2026-09-01T00:00:00Z' }, rolls: {} }));
  expect(() => loadConfig(file)).toThrow(/rolls/);
  const contact = { since: '2026-09-01T00:00:00Z', countryLanguage: 'nl_BE' };
  writeFileSync(file, JSON.stringify({ contact }));
  expect(() => loadConfig(file)).toThrow(/language tag[^]*countryLanguage/);
});
