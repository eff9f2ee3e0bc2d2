import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { join } from 'node:path';
import type { ListenOptions } from './commands/listen.ts';
import { SyncError } from './errors.ts';
import { ADDRESS_VARIABLE } from './notify/address.ts';
import { FORM_NAMES, type Form } from './notify/forms.ts';
import type { Target } from './events/event.ts';
import type { ExpectedRecords } from './org/visible.ts';
import type { FeedOptions } from './state/runs.ts';

/** Options of every command. */
export interface CommonOptions {
  readonly targetOrg?: string;
  readonly stateDir: string;
  readonly config: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly orgMessages: boolean;
  readonly metricsFile?: string;
  readonly maxRejects?: number;
  readonly maxUnmatched?: number;
  readonly notify?: Form;
  readonly notifyFile?: string;
  /** Hours. */
  readonly notifyRepeat?: number;
}

interface CheckOptions {
  readonly expectAccounts?: number;
  readonly expectPolicies?: number;
}

/** What the command line asks for. */
export type Request =
  | { readonly command: 'check'; readonly options: CommonOptions; readonly expected: ExpectedRecords }
  | { readonly command: 'status'; readonly options: CommonOptions }
  | {
      readonly command: 'resume';
      readonly options: CommonOptions;
      readonly discard: boolean;
      readonly replan: boolean;
    }
  | ({
      readonly command: 'run';
      readonly options: CommonOptions;
      readonly resumeFirst: boolean;
    } & FeedOptions)
  | ({ readonly command: 'plan'; readonly options: CommonOptions; readonly values: boolean } & FeedOptions)
  | { readonly command: 'listen'; readonly options: CommonOptions; readonly listen: ListenOptions }
  | {
      readonly command: 'forget';
      readonly options: CommonOptions;
      readonly target: Target;
      readonly subject: string;
    };

/**
 * Reads the command line (without node and script). Throws USAGE when it is wrong; returns undefined when it asked for help.
 */
export function readCommandLine(args: readonly string[]): Request | undefined {
  let request: Request | undefined;
  const program = new Command('npm run -s sync --')
    .description(
      "Brings what the customer zones know into Connect 360: what a zone's feed says, and only what changed.",
    )
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  const add = (name: string, description: string): Command =>
    withCommonOptions(program.command(name).description(description).exitOverride());
  const withFeed = (command: Command): Command =>
    withRunOptions(command)
      .requiredOption('--feed <file|folder|->', 'NDJSON, gzip or not; - is standard input')
      .option('--allow-empty', 'take a folder without a feed for an empty feed', false);

  add('check', 'is this org ready: login, objects, fields, access, every kind of call')
    .option(
      '--expect-accounts <count>',
      'accounts that an administrator counts: the user must see them',
      countOption,
    )
    .option('--expect-policies <count>', 'policies that an administrator counts', countOption)
    .action(({ expectAccounts, expectPolicies, ...options }: CommonOptions & CheckOptions) => {
      const expected = {
        ...(expectAccounts === undefined ? {} : { Account: expectAccounts }),
        ...(expectPolicies === undefined ? {} : { InsurancePolicy: expectPolicies }),
      };
      request = { command: 'check', options, expected };
    });
  withFeed(add('plan', 'all but writing: what a run would do and cost'))
    .option('--values', 'with old and new values, which are personal data', false)
    .action(({ feed, allowEmpty, values, ...options }: CommonOptions & FeedOptions & { values: boolean }) => {
      request = { command: 'plan', options, feed, allowEmpty, values };
    });
  withNotifyOptions(withFeed(add('run', 'bring a feed in')))
    .option('--resume-first', 'finish the run that was stopped, then take the feed', false)
    .action(
      ({
        feed,
        allowEmpty,
        resumeFirst,
        ...options
      }: CommonOptions & FeedOptions & { resumeFirst: boolean }) => {
        request = { command: 'run', options, feed, allowEmpty, resumeFirst };
      },
    );
  withNotifyOptions(withRunOptions(add('resume', 'go on with the run that was stopped')))
    .option('--discard', 'give it up instead: what it has written stays, the rest has to be fed again', false)
    .addOption(
      new Option('--replan', "plan what isn't written yet anew, with the configuration of now")
        .default(false)
        .conflicts('discard'),
    )
    .action(({ discard, replan, ...options }: CommonOptions & { discard: boolean; replan: boolean }) => {
      request = { command: 'resume', options, discard, replan };
    });
  add('status', 'the latest runs').action((options: CommonOptions) => {
    request = { command: 'status', options };
  });
  withListenOptions(add('listen', 'take events over HTTP as they happen, and bring them in')).action(
    (given: CommonOptions & ListenOptions) => {
      request = { command: 'listen', options: given, listen: given };
    },
  );
  add('forget', 'purge a customer or a policy from the state folder')
    .addOption(new Option('--customer <number>', 'customer number').conflicts('policy'))
    .addOption(new Option('--policy <number>', 'policy number'))
    .action(({ customer, policy, ...options }: CommonOptions & { customer?: string; policy?: string }) => {
      const subject = customer ?? policy;
      if (subject === undefined) throw new SyncError('USAGE', 'forget needs --customer or --policy');
      request = {
        command: 'forget',
        options,
        target: policy === undefined ? 'Account' : 'InsurancePolicy',
        subject,
      };
    });

  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    throw new SyncError('USAGE', error.message === '(outputHelp)' ? 'no command was given' : error.message);
  }
  return request;
}

const DEFAULT_CONFIG = join('config', 'sync.json');

function withCommonOptions(command: Command): Command {
  return command
    .option('--target-org <alias>', 'org alias or username of the Salesforce CLI; else the SF_ variables')
    .option('--state-dir <folder>', 'what the job remembers between runs', '.sync')
    .option('--config <file>', 'which fields of the org, and how', DEFAULT_CONFIG)
    .option('--json', 'print the report alone, as JSON', false)
    .option('--quiet', 'no progress', false)
    .option('--org-messages', "the org's own words, where standard error is a terminal", false);
}

function withLimits(command: Command): Command {
  return command
    .option('--max-rejects <share>', 'lines that may be rejected, from 1,000 lines up', shareOption)
    .option('--max-unmatched <share>', 'events without a record, from 1,000 lines up', shareOption);
}

function withRunOptions(command: Command): Command {
  return withLimits(command).option('--metrics-file <file>', 'Prometheus text for a node exporter');
}

/** `repeat`: hours. */
function withNotifyOptions(command: Command, repeat = 0): Command {
  return command
    .addOption(
      new Option(
        '--notify <form>',
        `post a message on exit 1, 2 or 3 and when all is well again; its https address is in ${ADDRESS_VARIABLE}`,
      ).choices(FORM_NAMES),
    )
    .option('--notify-file <file>', 'or in this file; mode 0600')
    .option('--notify-repeat <hours>', 'before the same is told again', hoursOption, repeat);
}

/** Each of its small runs would tell the same. */
const LISTEN_REPEAT_HOURS = 6;

function withListenOptions(command: Command): Command {
  const listening = command
    .requiredOption('--port <port>', 'where events are sent to, at /events; 0 for any free one', portOption)
    .option('--host <host>', 'another than this machine needs TLS, or a proxy that ends it', '127.0.0.1')
    .option('--health-port <port>', '/healthz and /metrics; default: the port after --port', portOption)
    .option('--token-file <file>', 'bearer tokens of senders, one a line; mode 0600')
    .option('--hmac-key-file <file>', 'keys of X-Hub-Signature-256 over the body, one a line; mode 0600')
    .option('--tls-cert <file>', 'certificate, PEM')
    .option('--tls-key <file>', 'its key, PEM; mode 0600')
    .option('--behind-proxy', 'a proxy before it ends TLS', false)
    .option(
      '--allow-origin <name...>',
      'senders of the webhook handshake (WebHook-Request-Origin); * for all',
      [],
    )
    .option('--rate <requests>', 'requests a minute; more get 429', someOption, 30_000)
    .option('--max-body <MiB>', 'of one request', someOption, 4)
    .option('--inbox-limit <events>', 'events that may wait; more get 429', someOption, 100_000)
    .option('--every <seconds>', 'between looks for events that wait', secondsOption, 10)
    .option('--drop <folder>', 'also run the feeds that arrive here');
  return withNotifyOptions(withLimits(listening), LISTEN_REPEAT_HOURS);
}

function portOption(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('Give a port from 0 to 65535.');
}

function secondsOption(text: string): number {
  if (/^\d+(?:\.\d+)?$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('Give a number of seconds.');
}

function hoursOption(text: string): number {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a number of hours.');
}

function someOption(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number above 0.');
}

function countOption(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number.');
}

/** `10%` or `0.1`. */
function shareOption(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  const share = match ? Number(match[1]) / (match[2] === '%' ? 100 : 1) : NaN;
  if (!(share >= 0 && share <= 1)) throw new InvalidArgumentError('Give a share such as 10% or 0.1.');
  return share;
}
