import { once, EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { forThisFile } from '../../tests/kit/ending.ts';
import { folderForFile } from '../../tests/kit/folder.ts';
import { memoryOrg } from '../../tests/kit/memoryOrg.ts';
import { quickJob } from '../../tests/kit/quickJob.ts';
import { SyncError } from '../errors.ts';
import { openInbox } from '../state/inbox.ts';
import { smallRuns } from './smallRuns.ts';

const place = forThisFile(() => Promise.resolve(folderForFile('small-')));

test('a failure that lasts is told from its third try on, and what runs again after it', async () => {
  const stateDir = join(place.folder, 'state');
  mkdirSync(stateDir, { mode: 0o700 });
  const { job } = quickJob();
  const inbox = openInbox(stateDir);
  const happened = new EventEmitter();
  const told: string[] = [];
  let tries = 0;
  const running = smallRuns({
    job,
    log: job.log,
    stateDir,
    inbox,
    writer: {
      ...({} as Parameters<typeof smallRuns>[0]['writer']),
      recount: () => undefined,
      size: () => ({ events: 1, bytes: 1, oldest: 0 }),
    },
    every: 0.001,
    org: {
      open: () => {
        tries += 1;
        return tries > 4 ? Promise.resolve(memoryOrg().org) : Promise.reject(new SyncError('LOGIN'));
      },
      drop: () => undefined,
    },
    onRun: () => undefined,
    onFailure: () => undefined,
    notifier: {
      onRun: () => undefined,
      ended: ({ code }) => Promise.resolve(void told.push(`${code} at try ${tries}`)),
      finished: () => {
        told.push(`fine at try ${tries}`);
        happened.emit('fine');
        return Promise.resolve();
      },
    },
  });
  await once(happened, 'fine');
  await running.end();
  inbox.close();
  expect(told.slice(0, 3)).toEqual(['LOGIN at try 3', 'LOGIN at try 4', 'fine at try 5']);
});
