import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../tests/kit/folder.ts';
import { runHosted, type SfRunEnd } from './sfHost.ts';

/** Stands for the CLI: does what its first argument says, as the CLI's own start script would. */
const SCRIPT = `
const { argv, env, pid } = process;
globalThis.commands = (globalThis.commands ?? 0) + 1;
const told = { pid, commands: globalThis.commands, cwd: process.cwd(), token: env.TOKEN, args: argv.slice(2) };
const deeds = {
  tell: () => process.stdout.write(JSON.stringify(told)),
  fail: () => { process.stderr.write('wrong'); process.exit(2); },
  set: () => { process.exitCode = 68; },
  die: () => { process.kill(pid, 'SIGKILL'); return new Promise(() => {}); },
  hang: () => new Promise(() => {}),
};
await deeds[argv[2]]();`;

let folder: string;
beforeEach(() => {
  folder = realpathSync(folderForFile('sf-host-').folder);
  writeFileSync(join(folder, 'cli.mjs'), SCRIPT);
  mkdirSync(join(folder, 'project'));
});

/** Runs a command with the folder as the home of its logins. */
function run(deed: string, token?: string, cwd = folder, limitMs?: number): Promise<SfRunEnd> {
  const env = { PATH: process.env.PATH, ...(token !== undefined && { TOKEN: token }) };
  return runHosted(folder, { script: join(folder, 'cli.mjs'), args: [deed], env, cwd }, limitMs);
}
const told = ({ stdout }: SfRunEnd): unknown => JSON.parse(stdout);

test('commands share a process, one after another, each with its own environment and folder', async () => {
  const project = join(folder, 'project');
  const ends = await Promise.all([run('tell', 'secret'), run('tell', undefined, project)]);
  const [first, second] = ends.map(told) as [{ pid: number }, { pid: number }];
  expect(first).toMatchObject({ commands: 1, cwd: folder, token: 'secret', args: ['tell'] });
  expect(second).toEqual({ pid: first.pid, commands: 2, cwd: project, args: ['tell'] });
});

test('a command that leaves the process or sets an exit code leaves the next one as if nothing were', async () => {
  expect(await run('fail')).toEqual({ code: 2, stdout: '', stderr: 'wrong' });
  expect(await run('set')).toEqual({ code: 68, stdout: '', stderr: '' });
  expect(await run('tell')).toMatchObject({ code: 0, stderr: '' });
});

test('a process that dies or takes too long fails its command alone', async () => {
  expect(await run('die')).toMatchObject({ code: null });
  expect(told(await run('tell'))).toMatchObject({ commands: 1 });
  const [hung, next] = await Promise.all([run('hang', undefined, folder, 50), run('tell')]);
  expect(hung).toMatchObject({ code: null });
  expect(told(next)).toMatchObject({ commands: 1 });
});
