import { watchJob, type JobStatus } from './watchJob.ts';

/** A job that waits in the org's queue and then gets through so many rows a second; the seconds of each look at it. */
async function looksAt(job: {
  readonly queued: number;
  readonly rows: number;
  readonly pace: number;
}): Promise<readonly number[]> {
  let seconds = 0;
  const looks: number[] = [];
  await watchJob(
    {
      job: '750',
      rows: job.rows,
      waits: { poll: [2, 5, 10, 30], stuck: 3600 },
      signal: new AbortController().signal,
      onRows: () => undefined,
    },
    () => {
      looks.push(seconds);
      const done = Math.min(job.rows, Math.max(0, (seconds - job.queued) * job.pace));
      const state: JobStatus['state'] =
        done === job.rows ? 'JobComplete' : done > 0 ? 'InProgress' : 'UploadComplete';
      return Promise.resolve({ state, numberRecordsProcessed: done });
    },
    {
      now: () => seconds * 1000,
      pause: (wait) => {
        seconds += wait;
        return Promise.resolve();
      },
    },
  );
  return looks;
}

test('the time in the queue says nothing of how long the rest takes', async () => {
  // Through after 19 seconds, looked at after 2, 7 and 17.
  expect(await looksAt({ queued: 9, rows: 10_000, pace: 1000 })).toEqual([2, 7, 17, 19]);
});

test('a long job is looked at rarely while it moves, and soon after its end', async () => {
  const looks = await looksAt({ queued: 10, rows: 200_000, pace: 1000 });
  expect(looks.length).toBeLessThanOrEqual(10 + 3);
  expect(looks.at(-1)).toBeLessThan(210 + 5);
});
