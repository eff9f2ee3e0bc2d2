import { Command, InvalidArgumentError } from 'commander';
import { join } from 'node:path';
import { generate, type GenerateOptions } from './generate.ts';
import { allShares, parseShare, percent, type Shares } from './shares.ts';

/** The options of the command line, where shares may be left out. */
type Asked = Omit<GenerateOptions, keyof Shares> & Readonly<Partial<Shares>>;

const program = new Command('npm run feed --')
  .description(
    [
      "Makes an org and a feed for it, of people who do not exist: crm/*.csv is the org as yesterday's run left it,",
      "feed/ today's full snapshot of both zones, expected.json what a run of that feed on that org must report.",
      'The same options give the same bytes. A share is a percentage (1%) or a part of one (0.01): 1 is all events.',
      'Each share that is not given is 1%, or less where the given ones leave less.',
    ].join(' '),
  )
  .option('--customers <number>', 'accounts of the org', wholeNumber(1), 1000)
  .option('--policies <number>', 'policies of the org', wholeNumber(0), 2500)
  .option('--seed <number>', 'another seed, other people', wholeNumber(0), 1)
  .option('--changed <share>', 'events that change something in the org', share)
  .option('--bad <share>', 'lines that break the contract, every way in turn', share)
  .option(
    '--edge-cases <share>',
    'events that end as duplicate, superseded, late, foreign, unmatched, ambiguous or failed',
    share,
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
  try {
    return parseShare(text);
  } catch (error) {
    throw error instanceof RangeError ? new InvalidArgumentError(error.message) : error;
  }
}

function sharesOf(asked: Asked): Shares {
  try {
    return allShares(asked);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return program.error(
      `error: --changed, --bad and --edge-cases are more than all events: ${error.message}.`,
      { exitCode: 2 },
    );
  }
}

async function main(): Promise<void> {
  const asked = program.parse().opts<Asked>();
  const options: GenerateOptions = { ...asked, ...sharesOf(asked) };
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
  const { changed, bad, edgeCases } = options;
  process.stdout.write(
    `${options.out}: ${options.customers} customers, ${options.policies} policies, ${expected.read} lines ` +
      `(changed ${percent(changed)}, bad ${percent(bad)}, edge cases ${percent(edgeCases)}) in ` +
      `${seconds.toFixed(1)} s (${rate} a second)\n`,
  );
}

await main();
