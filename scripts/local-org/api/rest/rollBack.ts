import type { Org, SaveResult } from '../../org.ts';

class RolledBack extends Error {}

/**
 * Runs `work` in a transaction and rolls it back when `failed` is true of its result; `after` then makes the result for the
 * caller.
 */
export function rollBack<T>(
  org: Org,
  work: () => T,
  failed: (result: T) => boolean,
  after: (result: T) => T,
): T {
  let result: T | undefined;
  try {
    return org.atomically(() => {
      result = work();
      if (failed(result)) throw new RolledBack();
      return result;
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return after(result as T);
  }
}

const ROLLED_BACK = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
} as const;

/**
 * The results of saved records that were rolled back with the others of an all-or-none call. `created` keeps its value:
 * jsforce/jsforce pull request 1713.
 */
export const undone = (results: SaveResult[]): SaveResult[] =>
  results.map((result) =>
    result.success ? { id: null, success: false, created: result.created, errors: [ROLLED_BACK] } : result,
  );
