import type { Org } from './org.ts';
import { OrgRefusal } from './orgRefusal.ts';

/** What the org still allows in these 24 hours; Infinity where it doesn't say. */
export interface Limits {
  readonly calls: number;
  /** Batches of Bulk jobs, of 10,000 rows each. */
  readonly bulkBatches: number;
}

/** Where the limits are read from. */
export type LimitsSource = 'GET /limits' | 'Sforce-Limit-Info' | 'nowhere';

type Limit = { readonly Remaining: number; readonly Max?: number } | undefined;

/** The limits, the calls of a whole day (Infinity where the org doesn't say), and where both were read. */
export interface FoundLimits extends Limits {
  readonly allowed: number;
  readonly from: LimitsSource;
}

/**
 * What the org still allows. `GET /limits` is for users with View Setup and Configuration (REST API Developer Guide,
 * Limits). For other users the remaining calls are read from the header of every answer, which says nothing about batches.
 */
export async function remainingLimits(org: Org): Promise<FoundLimits> {
  try {
    const { DailyApiRequests, DailyBulkApiBatches } = (await org.request(
      'GET',
      `${org.basePath}/limits`,
    )) as Readonly<Record<string, Limit>>;
    return {
      calls: DailyApiRequests?.Remaining ?? Infinity,
      bulkBatches: DailyBulkApiBatches?.Remaining ?? Infinity,
      allowed: DailyApiRequests?.Max ?? org.dayCalls()?.allowed ?? Infinity,
      from: 'GET /limits',
    };
  } catch (error) {
    if (!(error instanceof OrgRefusal) || error.verdict === 'day') throw error;
    const day = org.dayCalls();
    const calls = day?.left;
    return {
      calls: calls ?? Infinity,
      bulkBatches: Infinity,
      allowed: day?.allowed ?? Infinity,
      from: calls === undefined ? 'nowhere' : 'Sforce-Limit-Info',
    };
  }
}
