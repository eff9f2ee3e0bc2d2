/**
 * Runs commands of the Salesforce CLI one after another, each by the CLI's own start script with the arguments, environment
 * and folder of that command. Only the modules are loaded once: their loading is most of the time of a short command.
 */
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { SfRun, SfRunEnd } from './sfHost.ts';

let runs = 0;

// Each command listens anew.
process.setMaxListeners(0);
const leave = process.exit.bind(process);
process.once('disconnect', () => leave());
process.on('message', (run: SfRun) => void runCommand(run));

async function runCommand({ script, args, env, cwd }: SfRun): Promise<void> {
  runs += 1;
  // The CLI's libraries hold on to the object.
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.argv = [process.execPath, script, ...args];
  process.exitCode = undefined;
  const [stdout, stderr] = [collect(process.stdout), collect(process.stderr)];
  // A command that fails leaves by `exit` and does nothing after it.
  const left = new Promise<void>((resolve) => {
    process.exit = (code) => {
      if (code !== undefined) process.exitCode = code;
      resolve();
      return undefined as never;
    };
  });
  await Promise.race([import(`${pathToFileURL(script).href}?run=${runs}`), left]);
  await setImmediate();
  const end: SfRunEnd = { code: exitCode(), stdout: stdout(), stderr: stderr() };
  process.send?.(end);
}

/** Collects what is written to the stream from now on. */
function collect(stream: NodeJS.WriteStream): () => string {
  let text = '';
  stream.write = (data: Uint8Array | string, ...more: readonly unknown[]) => {
    text += typeof data === 'string' ? data : Buffer.from(data).toString();
    const written = more.find((one) => typeof one === 'function') as (() => void) | undefined;
    written?.();
    return true;
  };
  return () => text;
}

/** The exit code that the command has set. */
function exitCode(): number {
  return Number(process.exitCode ?? 0);
}
