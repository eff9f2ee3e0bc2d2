import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { configFile } from './config.ts';

/** Where the JSON Schema of config/sync.json stands; editors find it through the file's `$schema`. */
export const SCHEMA_FILE = join(dirname(fileURLToPath(import.meta.url)), '../../../config/sync.schema.json');

/** The JSON Schema (draft 2020-12) of the configuration, made from its zod schema. */
export function configSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(configFile, { io: 'input' }), null, 2)}\n`;
}

if (process.argv[1]?.endsWith(join('config', 'schema.ts'))) writeFileSync(SCHEMA_FILE, configSchema());
