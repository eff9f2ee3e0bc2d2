/**
 * Runs the job's script as often as it is told to, each time from its first line in the arguments and environment of a run.
 * Only the modules that it imports are loaded once.
 */
import { pathToFileURL } from 'node:url';
import { endOfRun, type HostedRun } from './hostedRun.ts';
import { JOB_SCRIPT } from './jobScript.ts';

let runs = 0;

// Each run listens anew.
for (const emitter of [process, process.stdout, process.stderr]) emitter.setMaxListeners(0);

process.on('disconnect', () => process.exit());
process.on('message', (run: HostedRun) => void hosted(run));

async function hosted({ args, env }: HostedRun): Promise<void> {
  runs += 1;
  process.argv = [process.execPath, JOB_SCRIPT, ...args];
  process.env = { ...env };
  process.exitCode = undefined;
  await import(`${pathToFileURL(JOB_SCRIPT).href}?run=${runs}`);
  const end = endOfRun(exitCode());
  process.stdout.write(end);
  process.stderr.write(end);
}

/** The exit code that the run has set. */
function exitCode(): number {
  return typeof process.exitCode === 'number' ? process.exitCode : 0;
}
