import { everyShare, inTurn, type Shares } from './shares.ts';

/** Outcomes of an event other than changed, unchanged and rejected. Some need a second event about the same subject. */
const EDGE_CASES = [
  'duplicate',
  'superseded',
  'late',
  'foreign',
  'unmatched',
  'ambiguous',
  'failed',
] as const;

export type EdgeCase = (typeof EDGE_CASES)[number];

/** What an event of the snapshot is: the same as yesterday, changed, a broken line, or an edge case. */
export type Scenario = 'unchanged' | 'changed' | 'bad' | EdgeCase;

/**
 * Returns a function that picks the scenario of the next event; `possible` are the edge cases that fit it. Edge cases come
 * in turn, and one that doesn't fit waits for the next event that it fits.
 */
export function openScenarios(shares: Shares): (possible: readonly EdgeCase[]) => Scenario {
  const isBad = everyShare(shares.bad);
  const isChanged = everyShare(shares.changed);
  const isEdgeCase = everyShare(shares.edgeCases);
  const nextEdgeCase = inTurn(EDGE_CASES);
  const waiting = new Map<Scenario, number>();
  const countOf = (scenario: Scenario): number => waiting.get(scenario) ?? 0;
  const wait = (scenario: Scenario): unknown => waiting.set(scenario, countOf(scenario) + 1);

  return (possible) => {
    if (isBad()) wait('bad');
    if (isChanged()) wait('changed');
    if (isEdgeCase()) wait(nextEdgeCase());
    const candidates: readonly Scenario[] = ['bad', 'changed', ...possible];
    const scenario = candidates.find((one) => countOf(one) > 0);
    if (scenario === undefined) return 'unchanged';
    waiting.set(scenario, countOf(scenario) - 1);
    return scenario;
  };
}
