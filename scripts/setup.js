/**
 * Installs what the project needs: npm packages, Node 24 (an npm package) and, with --browser, a Chromium for the browser
 * tests. It runs on Node 20 before anything is installed, hence plain JavaScript and built-ins only.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NEEDED_NODE = 24;
const IS_WINDOWS = process.platform === 'win32';

const say = (text) => process.stderr.write(`set-up: ${text}\n`);

const run = (command, args) =>
  spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: IS_WINDOWS,
  });

function fail(text) {
  say(text);
  process.exit(1);
}

function installPackages() {
  const stamp = join(ROOT, 'node_modules', '.installed-for');
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('installing the npm packages of package-lock.json (one to two minutes the first time)');
  const { status } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0)
    fail('npm ci failed, see its message above. Check that npm reaches its registry, then run this again.');
  writeFileSync(stamp, wanted);
}

function majorOf(node) {
  const { stdout } = spawnSync(IS_WINDOWS ? `"${node}"` : node, ['--version'], {
    encoding: 'utf8',
    shell: IS_WINDOWS,
  });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

function checkNode() {
  const brought = join(ROOT, 'node_modules', '.bin', IS_WINDOWS ? 'node.cmd' : 'node');
  if (existsSync(brought) && majorOf(brought) >= NEEDED_NODE) return;
  if (majorOf('node') >= NEEDED_NODE) return;
  fail(
    `no npm package brings Node ${NEEDED_NODE} to ${process.platform}-${process.arch}. ` +
      `Install Node ${NEEDED_NODE} or newer, put it on the PATH and run this again.`,
  );
}

/**
 * The scripts of package.json use `exec`, so that a signal to npm reaches the program and not just its shell. The Windows
 * shell has no `exec`, so it gets a command of that name that runs the rest of the line.
 */
function bringExec() {
  writeFileSync(join(ROOT, 'node_modules', '.bin', 'exec.cmd'), '@%*\r\n');
}

/** Begins to install a Chromium where there is none, beside the npm packages. Returns what waits for its end. */
function installBrowser() {
  if (findBrowser()) return () => undefined;
  const advice = 'Install Chromium or Chrome, or name one in CHROMIUM_PATH, and run this again.';
  if (!existsSync('/etc/debian_version'))
    fail(`the browser tests need a Chromium and none was found. ${advice}`);
  if (process.getuid?.() !== 0)
    fail(`the browser tests need a Chromium and only root may install it here. ${advice}`);
  say("installing Chromium from Debian's packages, beside the npm packages (about a minute)");
  const apt = 'apt-get -qq -o Dpkg::Use-Pty=0';
  // Debian's relatives don't all have the shell alone.
  const commands = `${apt} update; ${apt} install -y chromium-headless-shell || ${apt} install -y chromium`;
  const installing = spawn('sh', ['-c', commands], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(installing, 'close');
  return async () => {
    await ended;
    if (!findBrowser()) fail(`Chromium could not be installed, see apt-get's message above. ${advice}`);
  };
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`this is Node ${process.versions.node}; Node 20 or newer is needed to begin with.`);
}
const browserInstalled = process.argv.includes('--browser') ? installBrowser() : undefined;
installPackages();
checkNode();
if (IS_WINDOWS) bringExec();
await browserInstalled?.();
