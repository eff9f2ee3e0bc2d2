import { OUTCOMES } from '../../sync/staging/outcomes.ts';
import { forThisFile } from '../kit/ending.ts';
import { makeGround, WAYS } from './ground.ts';
import { openRounds, type RoundResult, type Rounds } from './rounds.ts';

/** Each stage of a run once, by each way; `npm run chaos` plays more. */
const SEEDS = Array.from({ length: 16 }, (_, n) => n + 1);

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
    expect(OUTCOMES.filter((outcome) => ground.expected[outcome] === 0)).toStrictEqual([]);
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

test.each(WAYS)('the kill points cover every stage of a run by %s', async (way) => {
  const { stages } = await rounds.undisturbed(way, 'folder');
  const killed = results.filter(({ what }) => what.startsWith(way)).map(({ stage }) => stage);
  expect(new Set(killed)).toEqual(new Set(stages.map(({ name }) => name)));
});
