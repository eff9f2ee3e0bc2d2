import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SyncError } from '../errors.ts';
import { configFile, type Config } from './config.ts';

/** Reads and checks a configuration file. CONFIG, with each fault and where it stands, when it can't be used. */
export function loadConfig(file: string): Config {
  const parsed = configFile.safeParse(readJson(file));
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
