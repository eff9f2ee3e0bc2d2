import type { WidgetOrg } from './widgetOrg.ts';

type JobInfo = Readonly<Record<string, unknown>>;

/** Bulk API 2.0 ingest jobs of a widget org. */
export interface Jobs {
  /** The job, once it has ended. */
  readonly finished: (path: string) => Promise<JobInfo>;
  /** Creates a job, uploads its data, and waits until it has ended. */
  readonly ingest: (job: unknown, csv: string) => Promise<{ readonly path: string; readonly job: JobInfo }>;
}

const POLL_MS = 20;

export function jobsOf(call: WidgetOrg['call']): Jobs {
  const finished: Jobs['finished'] = async (path) => {
    for (;;) {
      const { body } = await call('GET', path);
      const job = body as JobInfo;
      if (['JobComplete', 'Failed', 'Aborted'].includes(job.state as string)) return job;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  };
  return {
    finished,
    ingest: async (job, csv) => {
      const { body } = await call('POST', '/jobs/ingest', job);
      const path = `/jobs/ingest/${(body as { readonly id: string }).id}`;
      expect((await call('PUT', `${path}/batches`, csv)).status).toBe(201);
      await call('PATCH', path, { state: 'UploadComplete' });
      return { path, job: await finished(path) };
    },
  };
}
