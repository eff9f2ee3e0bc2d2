import { everyShare, inTurn, type Shares } from './shares.ts';

/** Outcomes of an event other than changed, unchanged and rejected. Some take a second event about the same subject. */
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

/** What happens to an event of the snapshot: the same as yesterday, changed, breaking the contract, or an edge case. */
export type Scenario = 'unchanged' | 'changed' | 'bad' | EdgeCase;

/**
 * Gives a function that picks the scenario of the next event; `possible` are the edge cases that it could take. They come
 * in turn; one waits until an event can take it.
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
