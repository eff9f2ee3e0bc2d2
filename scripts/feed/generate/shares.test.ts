import { openFates, type Fate } from './fates.ts';
import { everyShare, inTurn } from './shares.ts';

test.each([0, 0.001, 0.01, 0.1, 0.3, 1])('a share of %p is exact and evenly spread', (share) => {
  const yes = everyShare(share);
  const answers = Array.from({ length: 1000 }, yes);
  expect(answers.filter(Boolean)).toHaveLength(Math.round(1000 * share));
  expect(answers.slice(0, 500).filter(Boolean).length).toBeCloseTo(500 * share, -0.5);
});

test('things come in turn', () => {
  const next = inTurn(['a', 'b']);
  expect([next(), next(), next()]).toEqual(['a', 'b', 'a']);
});

test('an aside waits for an event that can take it', () => {
  const fateOf = openFates({ changed: 0, bad: 0, aside: 1 });
  const first: Fate[] = Array.from({ length: 14 }, () => fateOf([]));
  expect(first).toEqual(Array.from({ length: 14 }, () => 'unchanged'));
  expect([fateOf(['failed']), fateOf(['failed']), fateOf(['failed'])]).toEqual([
    'failed',
    'failed',
    'unchanged',
  ]);
});
