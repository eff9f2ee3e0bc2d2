import { readFileSync } from 'node:fs';
import { feedSchema, SCHEMA_FILE } from './schema.ts';

test('the JSON Schema is the one that the contract gives (`node scripts/feed/schema.ts` writes it)', () => {
  expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(feedSchema()));
});
