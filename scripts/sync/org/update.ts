import type { Org } from './org.ts';

/** What became of one row: `errorCode` '' when it was saved. */
export interface RowResult {
  readonly id: string;
  readonly errorCode: string;
  readonly message: string;
}

/** What came without a result is to be sent again. */
export const NO_ANSWER: RowResult = { id: '', errorCode: 'NO_ANSWER', message: 'the org gave no result' };

interface SaveResult {
  readonly success: boolean;
  readonly errors?: readonly { readonly statusCode: string; readonly message: string }[];
}

/** Updates up to 200 records of one object (REST API guide, sObject Collections); each succeeds or fails by itself. Results in the order of the rows. */
export async function updateRows(
  org: Org,
  object: string,
  rows: readonly { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }[],
): Promise<readonly RowResult[]> {
  const records = rows.map(({ id, fields }) => ({ attributes: { type: object }, id, ...fields }));
  const answer = (await org.request('PATCH', `${org.basePath}/composite/sobjects`, {
    allOrNone: false,
    records,
  })) as readonly SaveResult[];
  return rows.map(({ id }, index) => {
    const result = answer[index];
    if (result?.success) return { id, errorCode: '', message: '' };
    const error = result?.errors?.[0];
    return {
      id,
      errorCode: error?.statusCode ?? 'NO_ANSWER',
      message: error?.message ?? 'the org gave no result',
    };
  });
}
