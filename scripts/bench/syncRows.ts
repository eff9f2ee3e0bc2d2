import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { ROOT } from '../connect360/root.ts';
import { loadConfig } from '../sync/config/loadConfig.ts';
import { TARGETS, type Target } from '../sync/events/event.ts';
import type { Job, Run } from '../sync/job.ts';
import { openOrg } from '../sync/org/org.ts';
import { matchPlan, readCheckStage } from '../sync/pipeline.ts';
import { fieldsToWrite } from '../sync/staging/partRows.ts';
import { START } from '../sync/staging/parts.ts';
import { openStaging } from '../sync/staging/staging.ts';
import { partFile } from '../sync/state/runFiles.ts';
import { openState } from '../sync/state/store.ts';
import { makePart } from '../sync/write/bulk/makePart.ts';
import type { Connect360 } from '../tests/kit/connect360.ts';

/** A file of rows to update, as the job would upload it. */
export interface RowsFile {
  readonly object: Target;
  readonly path: string;
}

/** Plans which rows the job would write for a feed and writes them as CSV into `folder`, for the other tools. */
export async function rowsToWrite(
  org: Connect360,
  feed: string,
  folder: string,
): Promise<readonly RowsFile[]> {
  mkdirSync(folder, { recursive: true });
  const config = loadConfig(join(ROOT, 'config', 'sync.json'));
  const work = mkdtempSync(join(tmpdir(), 'bench-rows-'));
  const session = { instanceUrl: org.url, accessToken: org.accessToken };
  const { signal } = new AbortController();
  const silent = (): void => undefined;
  const client = await openOrg(
    { renewable: false, open: () => Promise.resolve(session) },
    {
      apiVersion: config.apiVersion,
      waits: [],
      timeout: config.waits.answer,
      transferTimeout: config.waits.transfer,
      signal,
      onRetry: silent,
      onOrgMessage: silent,
      onClock: silent,
    },
  );
  const state = openState(join(work, 'state'));
  const staging = openStaging(join(work, 'staging.db'));
  try {
    const log = pino({ level: 'silent' });
    const progress = { begin: silent, advance: silent, end: silent };
    const job: Job = { config, log, progress, signal, thresholds: {}, now: Date.now };
    const started = new Date().toISOString();
    const source = { path: feed, spooled: false };
    const run: Run = { runId: 'bench', started, folder: work, feed: source, staging, state, org: client };
    await readCheckStage(job, run);
    await matchPlan(job, run);
    const files: RowsFile[] = [];
    for (const target of TARGETS) {
      const fields = fieldsToWrite(staging, target, 'planned');
      const maxBytes = config.bulkPartBytes;
      const making = { staging, folder: work, target, from: 'planned', fields, maxBytes } as const;
      let after = START;
      for (let part = makePart(making, after); part; part = makePart(making, after)) {
        const path = join(folder, `${target}-${files.length}.csv`);
        copyFileSync(partFile(work, part.n), path);
        files.push({ object: target, path });
        after = part.last;
      }
    }
    return files;
  } finally {
    staging.close();
    state.close();
    if (existsSync(work)) rmSync(work, { recursive: true });
  }
}
