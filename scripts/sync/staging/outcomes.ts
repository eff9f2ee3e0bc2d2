/** How an event can end (docs/SYNC.md). */
export const OUTCOMES = [
  'changed',
  'unchanged',
  'late',
  'superseded',
  'duplicate',
  'foreign',
  'unmatched',
  'ambiguous',
  'rejected',
  'failed',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What an event is in the staging database until its row is confirmed. */
export const PLANNED = 'planned';
