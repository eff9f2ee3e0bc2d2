import { forThisFile } from '../kit/ending.ts';
import { makeGround } from './ground.ts';
import { openRounds, type Rounds } from './rounds.ts';

const SEEDS = Array.from({ length: 30 }, (_, n) => n + 1);

const ground = forThisFile(makeGround);
let rounds: Rounds;
beforeAll(() => {
  rounds = openRounds(ground);
});

test.each(SEEDS)('a run that meets the faults of seed %d ends as an undisturbed one', async (seed) => {
  const result = await rounds.play('faults', seed);
  expect(result).toEqual({ ...result, faults: [] });
});
