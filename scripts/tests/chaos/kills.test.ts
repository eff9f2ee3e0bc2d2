import { OUTCOMES } from '../../sync/staging/outcomes.ts';
import { forThisFile } from '../kit/ending.ts';
import { makeGround, WAYS } from './ground.ts';
import { openRounds, type RoundResult, type Rounds } from './rounds.ts';

const SEEDS = Array.from({ length: 30 }, (_, n) => n + 1);

const ground = forThisFile(makeGround);
let rounds: Rounds;
beforeAll(() => {
  rounds = openRounds(ground);
});

test.each(WAYS)(
  'undisturbed, by %s, a run reports what the feed was made for, every outcome',
  async (way) => {
    const { ending } = await rounds.undisturbed(way, 'folder');
    expect(JSON.parse(ending.get('report') ?? '')).toEqual(ground.expected);
    expect(OUTCOMES.filter((outcome) => ground.expected[outcome] === 0)).toEqual([]);
  },
);

const results: RoundResult[] = [];

test.each(SEEDS)(
  'killed at the point of seed %d and resumed, a run ends as an undisturbed one',
  async (seed) => {
    const result = await rounds.play('kill', seed);
    results.push(result);
    expect(result).toEqual({ ...result, faults: [] });
  },
);

test('the kill points cover every stage of a run', async () => {
  const undisturbed = await Promise.all(WAYS.map((way) => rounds.undisturbed(way, 'folder')));
  const stages = new Set(undisturbed.flatMap((run) => run.stages.map(({ name }) => name)));
  expect(new Set(results.map(({ stage }) => stage))).toEqual(stages);
});
