import { forThisFile } from '../kit/ending.ts';
import { makeGround } from './ground.ts';
import { openRounds, type Rounds } from './rounds.ts';

/** `npm run chaos` plays more. */
const SEEDS = Array.from({ length: 16 }, (_, n) => n + 1);

/** What a round can meet, and how its description tells of it. */
const MET = {
  'each way to write': [/^bulk/, /^collections/],
  'the feed as a folder and as standard input': [/folder, /, /stdin, /],
  'a disturbed resume': [/ \| /],
  'an org that is busy': [/"status":429/, /"status":50\d/],
  'a connection that is cut before, within and after a request': [
    /"reset":0/,
    /"reset":[1-9]\d{1,2}\b/,
    /"reset":\d{9}/,
  ],
  'a session that ends or is refused': [/expireToken/, /INVALID_SESSION_ID/],
  'an org whose limit is reached': [/REQUEST_LIMIT_EXCEEDED/],
  'an org that is slow': [/delayMs/],
  'locked rows of each object': [/"object":"Account"/, /"object":"InsurancePolicy"/],
  'an org that is gone for long': [/all \+\d+ x60/],
  'a signal': [/SIGTERM/],
  'a full disk': [/"full"/],
  'a run that stops, and one that does not': [/-> \w+, /, /-> \w+$/],
} as const satisfies Readonly<Record<string, readonly RegExp[]>>;

const ground = forThisFile(makeGround);
let rounds: Rounds;
beforeAll(() => {
  rounds = openRounds(ground);
});

const told: string[] = [];

test.each(SEEDS)('a run that meets the faults of seed %d ends as an undisturbed one', async (seed) => {
  const result = await rounds.play('faults', seed);
  told.push(result.what);
  expect(result).toEqual({ ...result, faults: [] });
});

test('the rounds meet every kind of fault', () => {
  const missing = Object.entries(MET).filter(([, ways]) =>
    ways.some((way) => !told.some((what) => way.test(what))),
  );
  expect(missing.map(([kind]) => kind)).toStrictEqual([]);
});
