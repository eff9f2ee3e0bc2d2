import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { feedEvent } from './contract.ts';

/** The file with the JSON Schema of a line, for those who write feeds. */
export const SCHEMA_FILE = join(dirname(fileURLToPath(import.meta.url)), 'event.schema.json');

/** The JSON Schema (draft 2020-12) of a line, made from the contract. Rules that a schema can't express are left out. */
export function feedSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(feedEvent, { io: 'input' }), null, 2)}\n`;
}

if (process.argv[1]?.endsWith(join('feed', 'schema.ts'))) writeFileSync(SCHEMA_FILE, feedSchema());
