import type { Api } from '../api.ts';
import { element } from '../metadata/xml.ts';
import { OrgError } from '../../org.ts';
import { type Job, jobInfo } from './job.ts';

const NAMESPACE = 'http://www.force.com/2009/06/asyncapi/dataload';

export interface XmlAnswer {
  readonly status: number;
  readonly xml: string;
}

const document = (name: string, content: Readonly<Record<string, unknown>>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${element(name, content).replace(`<${name}>`, `<${name} xmlns="${NAMESPACE}">`)}`;

const failure = (exceptionCode: string, exceptionMessage: string): XmlAnswer => ({
  status: 400,
  xml: document('error', { exceptionCode, exceptionMessage }),
});

function find(id: string, { jobs }: Api): Job | undefined {
  for (const kind of ['ingest', 'query'] as const) {
    try {
      return jobs.find(id, kind);
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
    }
  }
  return undefined;
}

/**
 * The first Bulk API (`/services/async/NN.N`). Clients of the second still use one call of it, `GET job/<id>`, which returns
 * the state of a job as XML. Everything else is refused with its error document (Bulk API Developer Guide, Errors).
 */
export function firstBulkApi(method: string, path: string, session: string, api: Api): XmlAnswer {
  if (!api.sessions.caller(session)) return failure('InvalidSessionId', 'Invalid session id');
  const id = /^\/services\/async\/\d+\.\d\/job\/(\w+)\/?$/.exec(path)?.[1];
  if (method !== 'GET' || id === undefined) {
    return failure('FeatureNotEnabled', 'Bulk API is not enabled for this organization: use Bulk API 2.0');
  }
  const job = find(id, api);
  if (!job) return failure('InvalidJob', `Unable to find job: ${id}`);
  return { status: 200, xml: document('jobInfo', jobInfo(job, true)) };
}
