import { Command, InvalidArgumentError } from 'commander';
import { join } from 'node:path';
import { generate, type GenerateOptions } from './generate.ts';

const program = new Command('npm run feed --')
  .description(
    [
      "Makes an org and a feed for it, of people who do not exist: crm/*.csv is the org as yesterday's run left it,",
      "feed/ today's full snapshot of both zones, expected.json what a run of that feed on that org must report.",
      'The same options give the same bytes.',
    ].join(' '),
  )
  .option('--customers <number>', 'accounts of the org', wholeNumber(1), 1000)
  .option('--policies <number>', 'policies of the org', wholeNumber(0), 2500)
  .option('--seed <number>', 'another seed, other people', wholeNumber(0), 1)
  .option('--changed <share>', "events that change something: 0 to 1, or '1%'", share, 0.01)
  .option('--bad <share>', 'events that break the contract, every way in turn', share, 0.01)
  .option(
    '--aside <share>',
    'events that are a duplicate, superseded, late, foreign, unmatched, ambiguous or failed, or bring one along',
    share,
    0.01,
  )
  .option('--view-size <characters>', 'length of a view on average', wholeNumber(0), 2048)
  .option('--lines-per-file <number>', 'lines of a file of the feed', wholeNumber(1), 250_000)
  .option('--gzip', 'compress the feed', false)
  .option('--out <folder>', 'where to; must have no crm and no feed yet', join('.local', 'feed'));

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least)
      throw new InvalidArgumentError(`Give a whole number from ${least} to 999999999.`);
    return Number(text);
  };
}

function share(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  const value = match ? Number(match[1]) / (match[2] === '%' ? 100 : 1) : NaN;
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('Give a share such as 1% or 0.01.');
  return value;
}

async function main(): Promise<void> {
  const options = program.parse().opts<GenerateOptions>();
  if (options.changed + options.bad + options.aside > 1)
    program.error('error: --changed, --bad and --aside together are more than all events.', { exitCode: 2 });
  const begun = performance.now();
  const expected = await generate(options).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      program.error(
        `error: ${options.out} has a crm or a feed already. Remove it or choose another folder with --out.`,
        { exitCode: 2 },
      );
    throw error;
  });
  const seconds = (performance.now() - begun) / 1000;
  const rate = Math.round(expected.read / seconds);
  process.stdout.write(
    `${options.out}: ${options.customers} customers, ${options.policies} policies, ${expected.read} lines in ` +
      `${seconds.toFixed(1)} s (${rate} a second)\n`,
  );
}

await main();
