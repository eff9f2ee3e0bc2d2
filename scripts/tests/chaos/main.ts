import { Command, InvalidArgumentError } from 'commander';
import { makeGround } from './ground.ts';
import { openRounds, type Kind, type RoundResult } from './rounds.ts';

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

interface Options {
  readonly rounds: number;
  readonly seed: number;
  readonly only?: Kind;
  readonly lanes: number;
}

const options = new Command('npm run chaos --')
  .description(
    [
      'Kills the job at seeded points and lets its requests go wrong, on a local org; each round must end as an undisturbed',
      'run does. A round is known by its kind and its seed: with --only KIND --seed N --rounds 1 it can be done again.',
    ].join(' '),
  )
  .option('--rounds <number>', 'how many rounds', wholeNumber, 60)
  .option('--seed <number>', 'seed of the first round; each further one has the next', wholeNumber, 1)
  .option('--only <kind>', 'kill or faults; else each seed gives one of both')
  .option('--lanes <number>', 'rounds at the same time', wholeNumber, 2)
  .parse()
  .opts<Options>();

const kinds: readonly Kind[] = options.only ? [options.only] : ['kill', 'faults'];
const waiting = Array.from({ length: options.rounds }, (_, n) => ({
  kind: kinds[n % kinds.length] ?? 'kill',
  seed: options.seed + Math.floor(n / kinds.length),
}));

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function tell({ kind, seed, what, faults, again }: RoundResult): void {
  say(`${faults.length === 0 ? 'equal' : 'DIFFERS'}  ${kind} ${seed}  ${what}`);
  for (const fault of faults.slice(0, 5)) say(`    ${fault}`);
  if (faults.length > 5) say(`    and ${faults.length - 5} more`);
  if (faults.length > 0) say(`    again: ${again}`);
}

const ground = await makeGround();
const rounds = openRounds(ground);
const results: RoundResult[] = [];
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
const differing = results.filter(({ faults }) => faults.length > 0).length;
say(`${results.length} rounds, ${differing} differ`);
process.exitCode = differing > 0 ? 1 : 0;
