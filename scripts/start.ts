import { Command } from 'commander';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LiveZone, registerNow, startLiveZone } from './connect360/liveZone.ts';
import { portOption } from './connect360/portOption.ts';
import { ROOT } from './connect360/root.ts';
import { seedConnect360, type Step } from './connect360/seed.ts';
import { sfWithHome } from './connect360/sf.ts';
import { runSampleFeed } from './connect360/sampleRun.ts';
import { type Connect360Server, serveConnect360 } from './connect360/serve.ts';
import { untilStopped } from './connect360/untilStopped.ts';
import { ADMIN_USERNAME } from './connect360/users.ts';
import { openOrg } from './local-org/engine.ts';

const DEFAULT_PORT = 8360;
const LOCAL = join(ROOT, '.local');

const options = new Command('npm start --')
  .description(
    'Connect 360 on this machine: a local org with the deployed metadata, sample records and one run of the job,\n' +
      'and its record pages in the browser. Every start begins with fresh data.',
  )
  .option(
    '--port <number>',
    `port of 127.0.0.1 to listen on; 0 takes a free one (default: ${DEFAULT_PORT}, a free one with --once)`,
    portOption,
  )
  .option('--once', 'do all of it, print the summary of the run and end', false)
  .parse()
  .opts<{ port?: number; once: boolean }>();

const wantedPort = options.port ?? (options.once ? 0 : DEFAULT_PORT);

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const step: Step = async (name, work) => {
  const started = performance.now();
  const result = await work();
  say(`  ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
};

let zone: LiveZone | undefined;

async function main(): Promise<void> {
  mkdirSync(LOCAL, { recursive: true });
  const folder = mkdtempSync(join(LOCAL, 'start-'));
  const org = openOrg({ file: join(folder, 'org.db'), adminUsername: ADMIN_USERNAME });
  try {
    const server = await serveConnect360(org, wantedPort, { deeds: [registerNow(org, () => zone)] });
    try {
      await makeConnect360(server, folder);
      if (options.once) return;
      zone = await step('listen to events as they happen', () =>
        startLiveZone(server.ready, join(LOCAL, 'sync'), folder),
      );
      say(`Ready: ${server.url}`);
      await untilStopped();
    } finally {
      await zone?.close();
      await server.close();
    }
  } finally {
    org.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeConnect360(server: Connect360Server, folder: string): Promise<void> {
  for (const stale of ['home', 'sync', 'org.json'])
    rmSync(join(LOCAL, stale), { recursive: true, force: true });
  writeFileSync(join(LOCAL, 'org.json'), JSON.stringify(server.ready), { mode: 0o600 });
  say(`Making Connect 360 at ${server.url}`);
  await Promise.all([
    seedConnect360(sfWithHome(join(LOCAL, 'home')), server.ready, folder, step),
    options.once ? undefined : server.preparePages(),
  ]);
  say(
    await step('run the job on the sample feed', () =>
      runSampleFeed(server.ready, join(LOCAL, 'sync'), join(folder, 'feed')),
    ),
  );
}

try {
  await main();
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  process.stderr.write(
    busy ? `Port ${wantedPort} is in use. Choose another one: npm start -- --port 0\n` : `${text}\n`,
  );
  process.exitCode = 1;
}
