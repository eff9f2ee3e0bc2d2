import type { Org } from './org.ts';

/** What the org still allows in these 24 hours; Infinity where it doesn't say. */
export interface Limits {
  readonly calls: number;
  /** Batches of Bulk jobs, of 10,000 rows each. */
  readonly bulkBatches: number;
}

type Limit = { readonly Remaining: number } | undefined;

/** Asks the org for what it still allows. */
export async function remainingLimits(org: Org): Promise<Limits> {
  const { DailyApiRequests, DailyBulkApiBatches } = (await org.request(
    'GET',
    `${org.basePath}/limits`,
  )) as Readonly<Record<string, Limit>>;
  return {
    calls: DailyApiRequests?.Remaining ?? Infinity,
    bulkBatches: DailyBulkApiBatches?.Remaining ?? Infinity,
  };
}
