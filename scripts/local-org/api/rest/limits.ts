import { OrgError } from '../../org.ts';
import { type Resource, ok } from '../resource.ts';

/** Shared by Bulk API and Bulk API 2.0. Bulk API 2.0 Developer Guide, Limits. */
const DAILY_BATCHES = 15_000;

const full = (max: number): unknown => ({ Max: max, Remaining: max });

/** The error for users without View Setup and Configuration: REST API Developer Guide, Limits. */
const forbidden = (): OrgError =>
  new OrgError(403, 'INSUFFICIENT_ACCESS', 'You need the View Setup and Configuration permission');

export const LIMIT_RESOURCES: readonly Resource[] = [
  {
    path: '/limits',
    handlers: {
      GET: ({ caller }, { org, usage }) => {
        if (!org.mayViewSetup(caller)) throw forbidden();
        return ok({
          DailyApiRequests: {
            Max: usage.dailyLimit,
            Remaining: Math.max(0, usage.dailyLimit - usage.total()),
          },
          DailyBulkApiBatches: {
            Max: DAILY_BATCHES,
            Remaining: Math.max(0, DAILY_BATCHES - usage.batches()),
          },
          DailyBulkV2QueryJobs: full(10_000),
          DailyBulkV2QueryFileStorageMB: full(976_562),
          DataStorageMB: full(5_120),
          FileStorageMB: full(5_120),
          SingleEmail: full(5_000),
        });
      },
    },
  },
];
