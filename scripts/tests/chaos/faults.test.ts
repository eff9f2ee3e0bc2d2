import { jest } from '@jest/globals';
import { makeGround, type Ground } from './ground.ts';
import { openRounds, type Rounds } from './rounds.ts';

jest.setTimeout(120_000);

const SEEDS = Array.from({ length: 30 }, (_, n) => n + 1);

let ground: Ground;
let rounds: Rounds;
beforeAll(async () => {
  ground = await makeGround();
  rounds = openRounds(ground);
});
afterAll(() => {
  ground.close();
});

test.each(SEEDS)('a run that meets the faults of seed %d ends as an undisturbed one', async (seed) => {
  const result = await rounds.play('faults', seed);
  expect(result).toEqual({ ...result, faults: [] });
});
