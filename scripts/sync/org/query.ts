import type { Org } from './org.ts';
import { OrgRefusal } from './orgRefusal.ts';
import { keptCode } from './orgWords.ts';

/** A record as the REST API answers it. */
export type OrgRecord = Readonly<Record<string, unknown>>;

interface Page {
  readonly records: readonly OrgRecord[];
  readonly nextRecordsUrl?: string;
}

/** Queries that one composite request may hold (REST API guide, Send Multiple Requests Using Composite). */
export const QUERIES_PER_CALL = 5;

/** A text as a SOQL literal (SOQL and SOSL Reference, Quoted String Escape Sequences). */
export function soqlText(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** The answer of a `SELECT COUNT()` query. */
export async function countRecords(org: Org, soql: string): Promise<number> {
  const answer = await org.request('GET', `${org.basePath}/query?q=${encodeURIComponent(soql)}`);
  return (answer as { readonly totalSize: number }).totalSize;
}

/** The records of one short query. */
export async function queryAll(org: Org, soql: string): Promise<readonly OrgRecord[]> {
  const records: OrgRecord[] = [];
  for (
    let path: string | undefined = `${org.basePath}/query?q=${encodeURIComponent(soql)}`;
    path !== undefined;
  ) {
    const page = (await org.request('GET', path)) as Page;
    records.push(...page.records);
    path = page.nextRecordsUrl;
  }
  return records;
}

/**
 * The records of several queries, in no order. The queries travel in the body of composite requests, where they may be
 * longer than an address, five to a call; so do their further pages.
 */
export async function queryTogether(org: Org, soqls: readonly string[]): Promise<readonly OrgRecord[]> {
  const records: OrgRecord[] = [];
  let paths: readonly string[] = soqls.map((soql) => `${org.basePath}/query?q=${encodeURIComponent(soql)}`);
  while (paths.length > 0) {
    const pages = await composite(org, paths.slice(0, QUERIES_PER_CALL));
    const next = pages.flatMap((page) => (page.nextRecordsUrl === undefined ? [] : [page.nextRecordsUrl]));
    for (const page of pages) for (const record of page.records) records.push(record);
    paths = [...paths.slice(QUERIES_PER_CALL), ...next];
  }
  return records;
}

interface CompositeAnswer {
  readonly compositeResponse: readonly { readonly httpStatusCode: number; readonly body: unknown }[];
}

async function composite(org: Org, paths: readonly string[]): Promise<readonly Page[]> {
  const compositeRequest = paths.map((url, index) => ({ method: 'GET', url, referenceId: `q${index}` }));
  const answer = (await org.request('POST', `${org.basePath}/composite`, {
    allOrNone: false,
    compositeRequest,
  })) as CompositeAnswer;
  return answer.compositeResponse.map(({ httpStatusCode, body }) => {
    if (httpStatusCode < 300) return body as Page;
    const [fault] = body as readonly { errorCode: string; message: string }[];
    if (fault) org.onWords(`${fault.errorCode}: ${fault.message}`);
    throw new OrgRefusal(keptCode(fault?.errorCode ?? `HTTP_${httpStatusCode}`));
  });
}
