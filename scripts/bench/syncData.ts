import { parse } from 'csv-parse';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { connect360Template } from '../connect360/template.ts';
import { CACHE } from './folder.ts';
import type { Expected } from '../feed/generate/outcomes.ts';
import { generate } from '../feed/generate/generate.ts';
import { startConnect360, type Connect360 } from '../tests/kit/connect360.ts';

/** An org and a feed of a given size, made once and kept in .local/cache. */
export interface SyncData {
  readonly folder: string;
  /** Accounts and policies without any zone data. */
  readonly firstDb: string;
  /** The same with yesterday's zone data. */
  readonly nightlyDb: string;
  /** Today's full snapshot, 1 % different from yesterday. */
  readonly feed: string;
  /** Yesterday's: what `nightlyDb` holds already. */
  readonly yesterday: string;
  /** Rows that differ between the nightly org and the feed. */
  readonly rowsChanged: number;
}

export interface Size {
  readonly customers: number;
  readonly policies: number;
}

const DATA_PREFIX = 'bench-';
const OBJECTS = ['Account', 'InsurancePolicy'] as const;

/** What a section of the bench needs: a first load alone, or nights after it too. */
export type Needs = 'first load' | 'nights';

/**
 * Makes the org and the feed, or uses the cached ones. `of` names the section: each keeps one size. `say` is called with a message
 * before each slow step.
 */
export async function syncData(
  of: string,
  size: Size,
  say: (text: string) => void,
  needs: Needs = 'nights',
): Promise<SyncData> {
  const prefix = `${DATA_PREFIX}${of}-`;
  const template = await connect360Template();
  const id = createHash('sha256')
    .update(`${basename(template)} ${JSON.stringify(size)}`)
    .digest('hex');
  const folder = join(CACHE, `${prefix}${id.slice(0, 16)}`);
  const made = join(folder, 'made');
  const data = {
    folder,
    firstDb: join(folder, 'first.db'),
    nightlyDb: join(folder, 'nightly.db'),
    feed: join(folder, 'made', 'feed'),
    yesterday: join(folder, 'yesterday', 'feed'),
  };
  const whole = needs === 'nights' ? data.nightlyDb : data.firstDb;
  if (existsSync(whole) && (needs === 'first load' || existsSync(data.yesterday)))
    return { ...data, rowsChanged: rowsChanged(made) };
  for (const name of readdirSync(CACHE))
    if (name.startsWith(prefix)) rmSync(join(CACHE, name), { recursive: true });
  say(`making ${size.customers} customers, ${size.policies} policies and their feed, once`);
  const shares = { changed: 0.01, bad: 0, edgeCases: 0 };
  const form = { viewSize: 2048, linesPerFile: 250_000, gzip: false };
  await generate({ ...size, ...shares, ...form, seed: 1, out: made });
  say(`loading ${basename(data.firstDb)}, once`);
  await fill(template, join(made, 'crm'), data.firstDb, true);
  if (needs === 'nights') {
    const before = dirname(data.yesterday);
    await generate({ ...size, ...shares, changed: 0, ...form, seed: 1, out: before });
    rmSync(join(before, 'crm'), { recursive: true });
    say(`loading ${basename(data.nightlyDb)}, once`);
    await fill(template, join(made, 'crm'), data.nightlyDb, false);
  }
  return { ...data, rowsChanged: rowsChanged(made) };
}

const rowsChanged = (made: string): number =>
  (JSON.parse(readFileSync(join(made, 'expected.json'), 'utf8')) as Expected).rowsWritten;

/** Loads the generated records into a copy of the template; without our own columns when `dropOurs`. */
async function fill(template: string, crm: string, file: string, dropOurs: boolean): Promise<void> {
  const making = `${file}.making`;
  copyFileSync(template, making);
  const org = await startConnect360(['--data', making]);
  try {
    await org.rest('POST', '/__local/reset', { data: true });
    for (const object of OBJECTS)
      for (const name of readdirSync(crm).filter((one) => one.startsWith(object) && one.endsWith('.csv'))) {
        const path = join(crm, name);
        await ingest(org, object, dropOurs ? await withoutOurs(path) : path);
      }
  } finally {
    await org.close();
  }
  makeOlder(making);
  renameSync(making, file);
}

/** The job doesn't rely on a record that was changed minutes ago: by day, the records of a night are hours old. */
function makeOlder(file: string): void {
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString().replace('Z', '+0000');
  const db = new DatabaseSync(file);
  for (const object of OBJECTS)
    db.prepare(`UPDATE ${object} SET CreatedDate = ?1, LastModifiedDate = ?1, SystemModstamp = ?1`).run(
      yesterday,
    );
  db.close();
}

const FLUSH_LENGTH = 500_000;
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The file of rows without our own columns, written beside it. */
async function withoutOurs(file: string): Promise<string> {
  const stripped = `${file}.first`;
  await pipeline(createReadStream(file), parse(), linesWithoutOurs, createWriteStream(stripped));
  return stripped;
}

async function* linesWithoutOurs(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  let kept: readonly number[] | undefined;
  let text = '';
  for await (const row of rows) {
    kept ??= [...row.keys()].filter((index) => row[index]?.startsWith('CuZo_') !== true);
    text += `${kept.map((index) => quoted(row[index] ?? '')).join(',')}\n`;
    if (text.length < FLUSH_LENGTH) continue;
    yield text;
    text = '';
  }
  yield text;
}

async function ingest(org: Connect360, object: string, file: string): Promise<void> {
  const { id } = (await org.rest('POST', 'jobs/ingest', { object, operation: 'insert' })) as { id: string };
  const init = {
    method: 'PUT',
    headers: { Authorization: `Bearer ${org.accessToken}`, 'Content-Type': 'text/csv' },
    body: await openAsBlob(file),
  };
  const uploaded = await fetch(new URL(`/services/data/v66.0/jobs/ingest/${id}/batches`, org.url), init);
  if (uploaded.status !== 201) throw new Error(`upload of ${object}: ${uploaded.status}`);
  await org.rest('PATCH', `jobs/ingest/${id}`, { state: 'UploadComplete' });
  for (;;) {
    const job = (await org.rest('GET', `jobs/ingest/${id}`)) as Readonly<Record<string, unknown>>;
    if (job.state === 'JobComplete' && job.numberRecordsFailed === 0) return;
    if (job.state !== 'UploadComplete' && job.state !== 'InProgress') throw new Error(JSON.stringify(job));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Deletes all data of the bench, which is made again when it is needed. */
export function removeBenchData(): void {
  if (!existsSync(CACHE)) return;
  for (const name of readdirSync(CACHE))
    if (name.startsWith(DATA_PREFIX) || name === 'feeds') rmSync(join(CACHE, name), { recursive: true });
}

/** A local org of its own on a copy of a database. */
export async function orgOn(database: string, args: readonly string[] = []): Promise<Connect360> {
  mkdirSync(join(CACHE), { recursive: true });
  const copy = join(CACHE, `bench-run-${process.pid}.db`);
  copyFileSync(database, copy);
  const org = await startConnect360(['--data', copy, ...args]);
  return {
    ...org,
    close: async () => {
      await org.close();
      for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
    },
  };
}
