import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ROOT } from '../connect360/root.ts';
import { CACHE } from './folder.ts';
import { measure, type Figure, type Section } from './measure.ts';
import { ACCOUNT_KEY, accountKey, COLUMNS, orgPackage, ROW_OBJECT, rowOf } from './orgData.ts';
import { startOrg, type OrgServer } from './orgServer.ts';

const START_AIM_MS = 1_000;
const UPDATE_AIM_ROWS_PER_SECOND = 15_000;
const MEMORY_AIM_MB = 400;
const QUERY_AIM_MS = 100;

const ROWS = 200_000;
const ACCOUNTS = 1_000_000;
const KEYS = 2_000;
const TRIES = 3;

/** Measures the local org over HTTP, in a process of its own, as clients use it. */
export const ORG: Section = {
  name: 'org',
  minutes: 4,
  gb: 1,
  measure: async (scale) => [
    ...(await start()),
    ...(await bulkUpdate(Math.ceil(ROWS * scale))),
    ...(await lookUp(Math.ceil(ACCOUNTS * scale), Math.ceil(KEYS * scale))),
  ],
};

const say = (text: string): void => void process.stderr.write(`  ${text} ...\n`);

async function start(): Promise<readonly Figure[]> {
  async function once(): Promise<number> {
    const server = await startOrg('--empty');
    await server.close();
    return server.startMs;
  }
  return [await measure('start of an empty org', once, START_AIM_MS)];
}

async function deploy(server: OrgServer): Promise<void> {
  const { id } = (await (await server.call('POST', 'metadata/deployRequest', orgPackage())).json()) as {
    readonly id: string;
  };
  const answer = await server.call('GET', `metadata/deployRequest/${id}?includeDetails=true`);
  const { deployResult } = (await answer.json()) as { readonly deployResult: { readonly success: boolean } };
  if (!deployResult.success) throw new Error(JSON.stringify(deployResult));
}

/** Updates all rows in all columns; the rows themselves are made before, which isn't measured. */
async function bulkUpdate(count: number): Promise<readonly Figure[]> {
  const server = await startOrg('--empty');
  try {
    await deploy(server);
    say(`making ${count} rows`);
    const first = Array.from({ length: count }, (_, n) => rowOf(n, 0)).join('\n');
    const { path } = await server.load({ object: ROW_OBJECT, operation: 'insert' }, `${COLUMNS}\n${first}\n`);
    const results = await (await server.call('GET', `${path}/successfulResults`)).text();
    const ids = [...results.matchAll(/^"(\w{18})"/gm)].map((match) => match[1] ?? '');
    if (ids.length !== count) throw new Error(`${ids.length} rows were made`);
    const tries: number[] = [];
    for (let round = 1; round <= TRIES; round += 1) {
      say(`updating them, try ${round} of ${TRIES}`);
      const rows = ids.map((id, n) => `${id},${rowOf(n, round)}`).join('\n');
      const { ms } = await server.load(
        { object: ROW_OBJECT, operation: 'update' },
        `Id,${COLUMNS}\n${rows}\n`,
      );
      tries.push(count / (ms / 1_000));
    }
    return [
      {
        name: `Bulk update of ${count} rows, 8 columns`,
        unit: 'rows/s',
        tries,
        aim: { atLeast: UPDATE_AIM_ROWS_PER_SECOND },
      },
      {
        name: 'peak memory of the server meanwhile',
        unit: 'MB',
        tries: [server.peakMb()],
        aim: { atMost: MEMORY_AIM_MB },
      },
    ];
  } finally {
    await server.close();
  }
}

/** Looks up keys in the body of a composite request, where such a long statement fits. */
async function lookUp(count: number, sought: number): Promise<readonly Figure[]> {
  const file = await accounts(count);
  // Reads the file into the page cache first, so that the query is measured and not the disk.
  await finished(createReadStream(file).resume());
  const server = await startOrg('--data', file);
  let round = 0;
  try {
    // The SOQL parser is loaded after the start, so the first query waits for it.
    await server.call('GET', 'query?q=SELECT+Id+FROM+User');
    async function once(): Promise<number> {
      round += 1;
      const keys = Array.from({ length: sought }, (_, n) => accountKey((n * 499 + round * 7_919) % count));
      const soql = `SELECT Id, Name, ${ACCOUNT_KEY} FROM Account WHERE ${ACCOUNT_KEY} IN ('${keys.join("','")}')`;
      const url = `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`;
      const body = { compositeRequest: [{ method: 'GET', url, referenceId: 'accounts' }] };
      const begun = performance.now();
      const text = await (await server.call('POST', 'composite', body)).text();
      const elapsed = performance.now() - begun;
      if (!text.includes(`"totalSize":${sought},`)) throw new Error(text.slice(0, 500));
      return elapsed;
    }
    return [await measure(`query of ${sought} keys out of ${count} accounts`, once, QUERY_AIM_MS)];
  } finally {
    await server.close();
  }
}

const CACHED = 'bench-accounts-';

/** The database file with the accounts: loaded once, kept until the local org or the bench's data change. */
async function accounts(count: number): Promise<string> {
  const file = join(CACHE, `${CACHED}${count}-${fingerprint()}.db`);
  if (existsSync(file)) return file;
  for (const name of readdirSync(CACHE)) if (name.startsWith(CACHED)) rmSync(join(CACHE, name));
  const folder = mkdtempSync(join(CACHE, 'making-'));
  try {
    const making = join(folder, 'org.db');
    const server = await startOrg('--empty', '--data', making);
    await deploy(server);
    say(`loading ${count} accounts, once`);
    const rows = Array.from({ length: count }, (_, n) => `Account ${n},${accountKey(n)}`).join('\n');
    await server.load({ object: 'Account', operation: 'insert' }, `Name,${ACCOUNT_KEY}\n${rows}\n`);
    await server.close();
    renameSync(making, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return file;
}

function fingerprint(): string {
  const folder = join(ROOT, 'scripts', 'local-org');
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'scripts', 'bench', 'orgData.ts')));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  for (const each of files) hash.update(readFileSync(each));
  return hash.digest('hex').slice(0, 16);
}
