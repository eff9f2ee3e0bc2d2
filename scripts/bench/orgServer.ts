import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { startOrgProcess } from '../tests/kit/orgProcess.ts';

const POLL_MS = 50;

/** A local org in a process of its own, as `npm run org` starts it. */
export interface OrgServer {
  /** Milliseconds from the start of the process until it was ready. */
  readonly startMs: number;
  /** A call below /services/data/v66.0 as the administrator. Throws on a status above 299. */
  readonly call: (method: string, path: string, body?: unknown) => Promise<Response>;
  /**
   * Loads a CSV by Bulk API 2.0. Returns the job's address and the milliseconds from the end of the upload to JobComplete.
   */
  readonly load: (
    job: Readonly<Record<string, string>>,
    csv: string,
  ) => Promise<{ readonly path: string; readonly ms: number }>;
  /** Peak memory of the process so far, in MB (Linux: VmHWM). */
  readonly peakMb: () => number;
  readonly close: () => Promise<void>;
}

interface JobInfo {
  readonly id: string;
  readonly state: string;
  readonly numberRecordsFailed: number;
}

/** Starts the local org with these arguments and waits until it is ready. */
export async function startOrg(...args: readonly string[]): Promise<OrgServer> {
  const { ready, startMs, process: server, close } = await startOrgProcess(...args);

  const call: OrgServer['call'] = async (method, path, body) => {
    const csv = typeof body === 'string';
    const type = { 'content-type': csv ? 'text/csv' : 'application/json' };
    const form = body instanceof FormData;
    const response = await fetch(`${ready.url}/services/data/v66.0/${path}`, {
      method,
      headers: { authorization: `Bearer ${ready.accessToken}`, ...(form || body === undefined ? {} : type) },
      ...(body === undefined ? {} : { body: form || csv ? body : JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${response.status} ${path}: ${await response.text()}`);
    return response;
  };
  const info = async (response: Promise<Response>): Promise<JobInfo> =>
    (await (await response).json()) as JobInfo;

  return {
    startMs,
    call,
    load: async (job, csv) => {
      const { id } = await info(call('POST', 'jobs/ingest', job));
      const path = `jobs/ingest/${id}`;
      await call('PUT', `${path}/batches`, csv);
      const begun = performance.now();
      let current = await info(call('PATCH', path, { state: 'UploadComplete' }));
      while (current.state === 'UploadComplete' || current.state === 'InProgress') {
        await delay(POLL_MS);
        current = await info(call('GET', path));
      }
      if (current.state !== 'JobComplete' || current.numberRecordsFailed > 0)
        throw new Error(JSON.stringify(current));
      return { path, ms: performance.now() - begun };
    },
    peakMb: () => {
      const status = readFileSync(`/proc/${String(server.pid)}/status`, 'utf8');
      return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
    },
    close,
  };
}
