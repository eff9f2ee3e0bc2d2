import { join } from 'node:path';
import { tmpdir } from 'node:os';
import type { Org } from '../../org.ts';
import type { Job } from './job.ts';
import { runQuery } from './queryJob.ts';

test('a job whose folder is deleted while it runs fails, and nothing else does', async () => {
  let pages = 0;
  function page() {
    pages += 1;
    return { records: [{ Id: String(pages) }], next: pages < 50 ? {} : undefined };
  }
  const org = {
    queryColumns: () => ({ columnMetadata: [{ columnName: 'Id' }] }),
    query: page,
    queryMore: page,
  } as unknown as Org;
  const job = { folder: join(tmpdir(), 'deleted-meanwhile'), format: {}, processed: 0 } as unknown as Job;
  await expect(runQuery(job, org, () => false)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(pages).toBe(50);
});
