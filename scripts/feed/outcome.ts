/** The outcomes of an event (docs/SYNC.md). */
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
