import { TARGETS, type Target } from '../events/event.ts';
import type { Org } from './org.ts';
import { countRecords } from './query.ts';

/** How many records an administrator counts of each object; those left out aren't compared. */
export type ExpectedRecords = Readonly<Partial<Record<Target, number>>>;

/** How many records the job's user sees; Infinity where the org takes too long to count them. */
export type VisibleRecords = Partial<Record<Target, number>>;

/** Counts what the job's user sees of the objects that something is expected of. */
export async function countVisible(org: Org, expected: ExpectedRecords): Promise<VisibleRecords> {
  const visible: VisibleRecords = {};
  for (const target of TARGETS)
    if (expected[target] !== undefined)
      visible[target] = await countRecords(org, `SELECT COUNT() FROM ${target}`);
  return visible;
}

/**
 * A sentence for each object of which the user sees fewer records than there are: their events would end as unmatched. More are
 * fine, as records come while somebody counts.
 */
export function visibleProblems(visible: VisibleRecords, expected: ExpectedRecords): readonly string[] {
  return TARGETS.flatMap((target) => {
    const [seen, all] = [visible[target], expected[target]];
    if (seen === undefined || all === undefined) return [];
    if (seen === Infinity) return [`${target}: the org takes too long to count what the user sees`];
    return seen < all
      ? [
          `${target}: the user sees ${seen} of ${all} records, share the others with it (docs/OPERATIONS.md, Private sharing)`,
        ]
      : [];
  });
}
