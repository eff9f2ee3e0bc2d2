import type { Report } from '../../sync/report/report.ts';
import { ERROR_CODES } from '../../sync/errors.ts';
import { finishedReport } from './ending.ts';
import { callJob } from './jobProcess.ts';
import type { Ended } from '../kit/job.ts';
import type { Order } from './order.ts';

/** How one process of the job was to be disturbed, and how it ended. */
export interface Attempt {
  readonly order: Order;
  readonly ended: Ended;
}

export interface Finished {
  readonly code: number;
  readonly report: Report;
  readonly attempts: readonly Attempt[];
}

export interface Commands {
  readonly run: readonly string[];
  readonly resume: readonly string[];
  /** A file for the standard input of `run`. */
  readonly stdin: string | undefined;
  readonly stateDir: string;
  /** Ids of the runs that the state folder knew before. */
  readonly earlier: readonly string[];
  readonly login: () => Readonly<Record<string, string>>;
  /** Called before each process, from 0; the last processes must not be disturbed. */
  readonly disturb: (attempt: number) => Order | Promise<Order>;
}

/** A run that needs more processes than this will never end. */
const MOST_ATTEMPTS = 8;

/**
 * Does what a careful operator does: `run`, and after a failure what the message says. Throws when a process ends in a way
 * that docs/SYNC.md doesn't allow.
 */
export async function untilFinished(commands: Commands): Promise<Finished> {
  const attempts: Attempt[] = [];
  let next: Command = 'run';
  while (attempts.length < MOST_ATTEMPTS) {
    const order = await commands.disturb(attempts.length);
    const stdin = next === 'run' ? commands.stdin : undefined;
    const ended = await callJob({ args: commands[next], login: commands.login(), order, stdin });
    const wasKilled = attempts.at(-1)?.ended.signal === 'SIGKILL';
    attempts.push({ order, ended });
    const { code, signal, stdout } = ended;
    if (stdout.startsWith('{"runId"') && (code === 0 || code === 1))
      return { code, report: JSON.parse(stdout) as Report, attempts };
    if (order.output === 'unread' && (code === 0 || code === 1)) {
      const report = finishedReport(commands.stateDir, commands.earlier);
      if (report) return { code, report, attempts };
    }
    const isStruck = signal === 'SIGKILL' && order.at !== undefined;
    if (isStruck) next = 'resume';
    else if (code === 0 && stdout === '{}\n' && wasKilled) {
      // Killed before the run was stored, or after it was settled.
      const report = finishedReport(commands.stateDir, commands.earlier);
      if (report)
        return { code: report.rejected + report.failed + report.ambiguous > 0 ? 1 : 0, report, attempts };
      next = 'run';
    } else next = asTold(ended, next);
  }
  throw new Error(`no end after ${MOST_ATTEMPTS} processes`);
}

type Command = 'run' | 'resume';

const told = ({ code, signal, stdout, stderr }: Ended): string =>
  `exit ${String(code ?? signal)}: ${stdout}${stderr.slice(-2000)}`;

/** The command that the last message of an unfinished process says to use. */
function asTold(ended: Ended, command: Command): Command {
  const line = ended.stderr.trim().split('\n').at(-1) ?? '';
  const said = line.startsWith('{') ? (JSON.parse(line) as { code?: string; next?: string }) : {};
  const { code = '', next = '' } = said;
  if (!(ERROR_CODES as readonly string[]).includes(code))
    throw new Error(`no error of the catalogue: ${told(ended)}`);
  const named = /`(?:npm run -s sync -- )?(run|resume)`/.exec(next)?.[1] as Command | undefined;
  if (named !== undefined && (ended.code === 3 || ended.code === 2)) return named;
  // Nothing was begun: the same again when the org takes calls.
  if (ended.code === 2 && (code === 'LOGIN' || code === 'API_BUDGET')) return command;
  throw new Error(`not as docs/SYNC.md says: ${told(ended)}`);
}
