import fs, { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errorCode } from '../../feed/errorCode.ts';
import { SyncError } from '../errors.ts';

const OWNER_ONLY = 0o700;
/** Permission bits of the group and of others. */
const OTHERS = 0o077;
const OTHERS_WRITE = 0o022;
const EVERYBODY_WRITES = 0o002;

/** Files that show that a folder is a state folder of the job. */
const OF_THE_JOB: readonly string[] = [
  ...['state.db', 'lock.db', 'runs'],
  ...['ended.json', 'notified-feed.json', 'notified-live.json'],
];

/**
 * Makes a folder that only its owner can enter, and any missing folders above it, one by one: Node's recursive `mkdir` never
 * returns when it can't make a folder below an existing one, as in `/proc/1` (measured with Node 24).
 */
export function privateFolder(path: string): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  for (const folder of missing)
    try {
      fs.mkdirSync(folder, { mode: OWNER_ONLY });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
}

/**
 * Throws STATE_FOLDER when the path or a part of it is something other than a folder. A missing folder is fine: it can be
 * made.
 */
export function mustBeFolder(path: string): void {
  if (path === '') throw new SyncError('STATE_FOLDER', 'its path is empty', 'Name a folder with --state-dir');
  let at = resolve(path);
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  if (!statSync(at).isDirectory())
    throw new SyncError('STATE_FOLDER', `${at} is not a folder`, 'Name a folder with --state-dir');
}

/**
 * Makes a folder accessible to its owner only. Throws STATE_FOLDER, with the command that does it, where the job should not:
 * the folder belongs to another user and everybody may write to it, or it holds other files that others may read.
 */
export function tighten(folder: string): void {
  // Windows has no such modes; the access list of the parent folder applies.
  if (process.platform === 'win32') return;
  const { mode } = statSync(folder);
  if ((mode & OTHERS) === 0) return;
  if (!isOfTheJob(folder)) {
    if ((mode & OTHERS_WRITE) !== 0) throw tooOpen(folder, mode);
    return;
  }
  try {
    fs.chmodSync(folder, OWNER_ONLY);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') throw error;
    // A Kubernetes volume belongs to root, and the pod's group may write to it (fsGroup). The job's files in it have modes
    // of their own.
    if ((mode & EVERYBODY_WRITES) !== 0) throw tooOpen(folder, mode);
  }
}

function isOfTheJob(folder: string): boolean {
  const names = readdirSync(folder);
  return (
    names.length === 0 || OF_THE_JOB.some((name) => names.includes(name) && existsSync(join(folder, name)))
  );
}

const tooOpen = (folder: string, mode: number): SyncError =>
  new SyncError(
    'STATE_FOLDER',
    `others may write to ${folder} (mode ${(mode & 0o7777).toString(8).padStart(4, '0')})`,
    `Close it, \`chmod 700 ${folder}\`, or give the job a folder of its own with --state-dir`,
  );
