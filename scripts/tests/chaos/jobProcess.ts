import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../connect360/root.ts';
import { type Ended, OWN_PROCESS, runJob } from '../kit/job.ts';
import { ORDER, type Order } from './order.ts';

export interface JobCall {
  readonly args: readonly string[];
  /** The SF_ variables to log in with. */
  readonly login: Readonly<Record<string, string>>;
  readonly order: Order;
  /** A file for standard input. */
  readonly stdin?: string | undefined;
}

const POINTS = pathToFileURL(join(ROOT, 'scripts', 'tests', 'chaos', 'points.ts')).href;

/** The job's output as a shell connects it. */
const OUTPUTS = {
  unread: '"$@" | true; exit "${PIPESTATUS[0]}"',
  'full log': 'exec "$@" 2>/dev/full',
} as const satisfies Record<NonNullable<Order['output']>, string>;

/**
 * Runs a command of the job, counts its points and strikes at one of them. Rejects when it hangs. What isn't struck needs no
 * process of its own.
 */
export function callJob({ args, login, order, stdin }: JobCall): Promise<Ended> {
  if (Object.keys(order).length === 0 && stdin === undefined) return runJob(args, { env: login });
  const [node, script] = OWN_PROCESS;
  const job = [node, '--no-warnings', '--import', POINTS, script] as const;
  return runJob(args, {
    command: order.output === undefined ? job : ['bash', '-c', OUTPUTS[order.output], 'job', ...job],
    env: { ...login, [ORDER]: JSON.stringify(order) },
    ...(stdin === undefined ? {} : { stdin: createReadStream(stdin) }),
  });
}
