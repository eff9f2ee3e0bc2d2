import { Command, InvalidArgumentError } from 'commander';
import { makeGround } from './ground.ts';
import { playLive, type LiveKind } from './liveRound.ts';
import { openRounds, type Kind, type RoundResult } from './rounds.ts';

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

interface Options {
  readonly rounds: number;
  readonly seed: number;
  readonly only?: Kind | LiveKind;
  readonly lanes: number;
}

const options = new Command('npm run chaos --')
  .description(
    [
      'Kills the job at seeded points and lets its requests go wrong, on a local org; each round must end as an undisturbed',
      'run does. A round is known by its kind and its seed: with --only KIND --seed N --rounds 1 it can be done again.',
      'Then `listen` is disturbed half as many times in each way (live-kill, live-faults), with a sender that tries again.',
    ].join(' '),
  )
  .option('--rounds <number>', 'how many rounds', wholeNumber, 60)
  .option('--seed <number>', 'seed of the first round; each further one has the next', wholeNumber, 1)
  .option('--only <kind>', 'kill or faults; else each seed gives one of both')
  .option('--lanes <number>', 'rounds at the same time', wholeNumber, 2)
  .parse()
  .opts<Options>();

const LIVE_KINDS: readonly LiveKind[] = ['live-kill', 'live-faults'];
const isLive = (kind: Kind | LiveKind): kind is LiveKind => LIVE_KINDS.some((one) => one === kind);

const { only } = options;
const liveKinds = only === undefined ? LIVE_KINDS : isLive(only) ? [only] : [];
const kinds: readonly Kind[] = only === undefined ? ['kill', 'faults'] : isLive(only) ? [] : [only];
const waiting = kinds.flatMap((kind, place) =>
  Array.from({ length: Math.ceil((options.rounds - place) / kinds.length) }, (_, n) => ({
    kind,
    seed: options.seed + n,
  })),
);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Told = Pick<RoundResult, 'seed' | 'what' | 'faults' | 'again'> & { readonly kind: Kind | LiveKind };

function tell({ kind, seed, what, faults, again }: Told): void {
  say(`${faults.length === 0 ? 'equal' : 'DIFFERS'}  ${kind} ${seed}  ${what}`);
  for (const fault of faults.slice(0, 5)) say(`    ${fault}`);
  if (faults.length > 5) say(`    and ${faults.length - 5} more`);
  if (faults.length > 0) say(`    again: ${again}`);
}

const results: { readonly faults: readonly string[] }[] = [];

async function playRounds(): Promise<void> {
  const ground = await makeGround();
  const rounds = openRounds(ground);
  async function lane(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await rounds.play(next.kind, next.seed);
      tell(result);
      results.push(result);
    }
  }
  try {
    await Promise.all(Array.from({ length: options.lanes }, lane));
  } finally {
    await ground.close();
  }
}

if (waiting.length > 0) await playRounds();
for (const kind of liveKinds) {
  const times = Math.ceil(options.rounds / 2);
  const result = await playLive(kind, options.seed, times);
  results.push(result);
  const again = `npm run chaos -- --only ${kind} --seed ${options.seed} --rounds ${options.rounds}`;
  tell({ ...result, kind, seed: options.seed, again });
}
const differing = results.filter(({ faults }) => faults.length > 0).length;
say(`${results.length} rounds, ${differing} differ`);
process.exitCode = differing > 0 ? 1 : 0;
