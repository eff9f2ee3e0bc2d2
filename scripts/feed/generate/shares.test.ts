import { openScenarios, type Scenario } from './scenarios.ts';
import { allShares, everyShare, inTurn, parseShare, percent } from './shares.ts';

test.each([0, 0.001, 0.01, 0.1, 0.3, 1])('a share of %p is exact and evenly spread', (share) => {
  const yes = everyShare(share);
  const answers = Array.from({ length: 1000 }, yes);
  expect(answers.filter(Boolean)).toHaveLength(Math.round(1000 * share));
  expect(answers.slice(0, 500).filter(Boolean).length).toBeCloseTo(500 * share, -0.5);
});

test.each([
  ['1%', 0.01],
  ['0.5%', 0.005],
  ['100%', 1],
  ['1', 1],
  ['0.01', 0.01],
  ['0', 0],
])('%s is the share %d', (text, share) => {
  expect(parseShare(text)).toBe(share);
});

test.each([
  ['5', /Give 5% for 5 in a hundred/],
  ['101%', /more than all events/],
  ['1.01', /Give 1.01%/],
  ['-1', /such as 1% or 0.01/],
  ['a', /such as 1% or 0.01/],
  ['.5', /such as 1% or 0.01/],
])('%s is no share', (text, why) => {
  expect(() => parseShare(text)).toThrow(why);
});

test('shares that are not given are one percent, or what the others leave', () => {
  expect(allShares({})).toEqual({ changed: 0.01, bad: 0.01, edgeCases: 0.01 });
  expect(allShares({ changed: 1 })).toEqual({ changed: 1, bad: 0, edgeCases: 0 });
  expect(allShares({ changed: 0.5, bad: 0 })).toEqual({ changed: 0.5, bad: 0, edgeCases: 0.01 });
  const { bad, edgeCases } = allShares({ changed: 0.99 });
  expect([percent(bad), bad === edgeCases]).toEqual(['0.5 %', true]);
  expect(allShares({ changed: 0.7, bad: 0.2, edgeCases: 0.1 })).toEqual({
    changed: 0.7,
    bad: 0.2,
    edgeCases: 0.1,
  });
  expect(() => allShares({ changed: 0.9, bad: 0.2 })).toThrow(/together they are 110 % of the events/);
});

test('things come in turn', () => {
  const next = inTurn(['a', 'b']);
  expect([next(), next(), next()]).toEqual(['a', 'b', 'a']);
});

test('an edge case waits for an event that can take it', () => {
  const nextScenario = openScenarios({ changed: 0, bad: 0, edgeCases: 1 });
  const first: Scenario[] = Array.from({ length: 14 }, () => nextScenario([]));
  expect(first).toEqual(Array.from({ length: 14 }, () => 'unchanged'));
  expect([nextScenario(['failed']), nextScenario(['failed']), nextScenario(['failed'])]).toEqual([
    'failed',
    'failed',
    'unchanged',
  ]);
});
