import type { Config } from './config.ts';

/** More rows than this are a good candidate for Bulk API 2.0 (Bulk API 2.0 Developer Guide, Introduction). */
const BULK_ABOVE = 2000;

/** How many rows of an object go by Collections, unless there is a reason for more. */
export const mostByCollections = ({ bulkAbove }: Pick<Config, 'bulkAbove'>): number =>
  bulkAbove ?? BULK_ABOVE;
