import type { Config } from '../config/config.ts';
import type { Org } from './org.ts';
import { OrgRefusal } from './orgRefusal.ts';
import { keptError, type KeptError, type OrgError } from './keptError.ts';

/** The result of one row; `errorCode` is '' when it was saved. */
export type RowResult = KeptError;

export const SAVED: RowResult = { errorCode: '', fields: [], verdict: 'row' };
/** A row without a result has to be sent again. */
export const NO_ANSWER: RowResult = { errorCode: 'NO_ANSWER', fields: [], verdict: 'passing' };

interface SaveResult {
  readonly success: boolean;
  readonly errors?: readonly OrgError[];
}

/** Saves a row that a duplicate rule only alerts about (REST API guide, Duplicate Rule Header). Bulk jobs have no such setting. */
const SAVE_DUPLICATES = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' };

/** The error code of a row that a duplicate rule refuses, with an alert or for good. */
export const DUPLICATE = 'DUPLICATES_DETECTED';

/**
 * Updates up to 200 records of one object (REST API guide, sObject Collections); each succeeds or fails by itself. Returns
 * the results in the order of the rows. Throws OrgRefusal when the error of a row concerns all of them, so that nothing more
 * can be written now.
 */
export async function updateRows(
  org: Org,
  object: string,
  rows: readonly { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }[],
  { duplicateRules }: Pick<Config, 'duplicateRules'>,
): Promise<readonly RowResult[]> {
  const records = rows.map(({ id, fields }) => ({ attributes: { type: object }, id, ...fields }));
  const answer = (await org.request(
    'PATCH',
    `${org.basePath}/composite/sobjects`,
    { allOrNone: false, records },
    duplicateRules === 'save' ? SAVE_DUPLICATES : {},
  )) as readonly SaveResult[];
  return rows.map(({ fields }, index) => {
    const result = answer[index];
    if (result?.success) return SAVED;
    const error = result?.errors?.[0];
    return error ? mustBeOfRow(keptError(error, Object.keys(fields), org.onOrgMessage), object) : NO_ANSWER;
  });
}

function mustBeOfRow(error: KeptError, object: string): KeptError {
  const { verdict, errorCode } = error;
  if (verdict === 'row' || verdict === 'passing') return error;
  throw new OrgRefusal(errorCode, verdict, `a row of ${object}`);
}
