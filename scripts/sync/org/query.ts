import { mustBeGood } from './answers.ts';
import { TransientError } from './transientError.ts';
import type { Org } from './org.ts';

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

/** The answer of a `SELECT COUNT()` query; Infinity when the query times out in the org, as it would again. */
export async function countRecords(org: Org, soql: string): Promise<number> {
  const path = `${org.basePath}/query?q=${encodeURIComponent(soql)}`;
  const answer = await org.retrying(() =>
    org.tryOnce('GET', path).catch((error: unknown) => {
      if (error instanceof TransientError && error.code === 'QUERY_TIMEOUT') return { totalSize: Infinity };
      throw error;
    }),
  );
  return (answer as { readonly totalSize: number }).totalSize;
}

/** The records of one short query, all pages. */
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
 * The records of several queries, in no particular order. The queries travel in the body of composite requests, five to a
 * call, where they may be longer than a URL; so do their further pages.
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

/**
 * Each part of a composite answer has a status of its own. When one fails in a way that may pass, the whole request is
 * retried.
 */
function composite(org: Org, paths: readonly string[]): Promise<readonly Page[]> {
  const compositeRequest = paths.map((url, index) => ({ method: 'GET', url, referenceId: `q${index}` }));
  return org.retrying(async () => {
    const body = { allOrNone: false, compositeRequest };
    const answer = (await org.tryOnce('POST', `${org.basePath}/composite`, body)) as CompositeAnswer;
    return answer.compositeResponse.map(({ httpStatusCode: status, body: page }, index) => {
      const asked = { method: 'GET', path: paths[index] ?? '' };
      mustBeGood(asked, { status, body: JSON.stringify(page) }, org.onOrgMessage);
      return page as Page;
    });
  });
}
