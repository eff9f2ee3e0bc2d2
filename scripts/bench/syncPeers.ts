import { parse } from 'csv-parse';
import { Connection } from 'jsforce';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { sfWithHome } from '../connect360/sf.ts';
import type { Connect360 } from '../tests/kit/connect360.ts';
import type { RowsFile } from './syncRows.ts';

/** Updates the rows with `sf data update bulk`, one file after the other. Returns the seconds that the commands took. */
export async function updateByCli(org: Connect360, files: readonly RowsFile[]): Promise<number> {
  const sf = sfWithHome(join(org.folder, 'home'));
  const alias = ['--target-org', 'bench'];
  await sf(['org', 'login', 'access-token', '--instance-url', org.url, '--alias', 'bench', '--no-prompt'], {
    SF_ACCESS_TOKEN: org.accessToken,
  });
  const begun = performance.now();
  for (const { object, path } of files)
    await sf([
      ...['data', 'update', 'bulk', '--sobject', object, '--file', path],
      ...['--wait', '60', '--line-ending', 'LF', ...alias],
    ]);
  return (performance.now() - begun) / 1000;
}

const BATCH = 200;

/** Updates the rows with a plain jsforce loop over Collections. Returns the seconds that it took. */
export async function updateByLoop(org: Connect360, files: readonly RowsFile[]): Promise<number> {
  const connection = new Connection({
    instanceUrl: org.url,
    accessToken: org.accessToken,
    version: '66.0',
  });
  const begun = performance.now();
  for (const { object, path } of files) {
    let batch: Record<string, string | boolean | null>[] = [];
    async function flush(): Promise<void> {
      const results = await connection
        .sobject(object)
        .update(batch as { Id: string }[], { allOrNone: false });
      if (results.some(({ success }) => !success)) throw new Error(JSON.stringify(results.slice(0, 3)));
      batch = [];
    }
    const rows = createReadStream(path).pipe(parse({ columns: true }));
    for await (const row of rows as AsyncIterable<Readonly<Record<string, string>>>) {
      batch.push(record(row));
      if (batch.length === BATCH) await flush();
    }
    if (batch.length > 0) await flush();
  }
  return (performance.now() - begun) / 1000;
}

/** A row of CSV as the REST API takes it. */
const record = (row: Readonly<Record<string, string>>): Record<string, string | boolean | null> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, valueOf(value)]),
  );

const VALUES: Readonly<Record<string, boolean | null>> = { '#N/A': null, true: true, false: false };

const valueOf = (text: string): string | boolean | null => (text in VALUES ? (VALUES[text] ?? null) : text);
