import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SyncError } from '../errors.ts';
import { configFile, type Config } from './config.ts';
import { withoutRetiredRoles } from './retiredRoles.ts';

/**
 * Reads and checks a configuration file. Throws CONFIG with each fault and where it stands. `warn` is called with a sentence
 * about each setting that has no effect.
 */
export function loadConfig(file: string, warn: (text: string) => void = () => undefined): Config {
  const { settings, needless, wrong } = withoutRetiredRoles(readJson(file));
  if (wrong.length > 0) throw new SyncError('CONFIG', `${file}\n${wrong.join('\n')}`);
  for (const text of needless) warn(`${file}: ${text}`);
  const parsed = configFile.safeParse(settings);
  if (!parsed.success) throw new SyncError('CONFIG', `${file}\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SyncError('CONFIG', `${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
