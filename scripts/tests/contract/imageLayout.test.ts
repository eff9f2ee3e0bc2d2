import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';

const CONTAINER = join(ROOT, 'config', 'container');
const read = (name: string): string => readFileSync(join(CONTAINER, name), 'utf8');
const package_ = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Record<string, string>;
  readonly dependencies: Record<string, string>;
};

/** The instructions of the last stage, which is the image. */
const image = read('Dockerfile')
  .split(/^FROM /m)
  .at(-1)!;
const instruction = (name: string): readonly string[] =>
  [...image.matchAll(new RegExp(`^${name} (.+)$`, 'gm'))].map(([, value]) => value!);

const folder = mkdtempSync(join(tmpdir(), 'image-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The content of the image: the files that it copies, and the npm packages that aren't for development. */
beforeAll(() => {
  for (const copied of instruction('COPY').filter((line) => !line.startsWith('--from'))) {
    const [target = '', ...sources] = copied.split(' ').reverse();
    for (const source of sources) {
      const single = sources.length === 1 && !target.endsWith('/');
      const place = join(folder, single ? target : join(target, source.split('/').at(-1)!));
      mkdirSync(dirname(place), { recursive: true });
      cpSync(join(ROOT, source), place, { recursive: true });
    }
  }
  for (const name of Object.keys(package_.dependencies)) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), place);
  }
});

function entry(...args: readonly string[]): ReturnType<typeof spawnSync> {
  const [, ...command] = JSON.parse(instruction('ENTRYPOINT')[0]!) as readonly string[];
  return spawnSync(process.execPath, [...command, ...args], { cwd: folder, encoding: 'utf8', env: {} });
}

test('the job runs from what the image holds', () => {
  const { status, stdout, stderr } = entry('status', '--state-dir', join(folder, 'state'), '--json');
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(String(stdout))).toBeDefined();
});

test('in the image the job refuses what it refuses elsewhere', () => {
  const { status, stderr } = entry('run', '--feed', '/nowhere', '--state-dir', join(folder, 'state'));
  expect(status).toBe(2);
  expect(String(stderr)).toMatch(/LOGIN|SF_/);
});

test('the image starts what npm run sync starts', () => {
  const command = JSON.parse(instruction('ENTRYPOINT')[0]!) as readonly string[];
  expect(package_.scripts.sync).toContain(command.join(' '));
});

test('nothing runs as root, and nothing is written but the state', () => {
  expect(instruction('USER')).toEqual(['10001:10001']);
  expect(instruction('VOLUME')).toEqual(['/state']);
  expect(read('compose.yaml')).toMatch(/read_only: true[\s\S]*cap_drop: \[ALL\]/);
  expect(read('cronjob.yaml')).toMatch(/runAsNonRoot: true[\s\S]*readOnlyRootFilesystem: true/);
  expect(read('cuzo-sync.service')).toMatch(/ProtectSystem=strict/);
});

test.each(['compose.yaml', 'cronjob.yaml', 'cuzo-sync.service'])('%s keeps the key from others', (name) => {
  expect(read(name)).toMatch(/jwt-key|jwt\.key/);
  expect(read(name)).not.toMatch(/SF_ACCESS_TOKEN|BEGIN/);
});

test('what is scheduled are commands and options that the job has', () => {
  const { stdout } = entry('run', '--help');
  const used = ['cronjob.yaml', 'cuzo-sync.service'].flatMap((name) =>
    [...read(name).matchAll(/ (--(?:feed|state-dir|json|resume-first|quiet|metrics-file))\b/g)].map(
      ([, option]) => option!,
    ),
  );
  expect(used.length).toBeGreaterThan(4);
  expect(used.filter((option) => !String(stdout).includes(option))).toEqual([]);
});

test.each(['cuzo-sync.service', 'cuzo-sync.timer'])('%s has the form of a unit', (name) => {
  const lines = read(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines[0]).toBe('[Unit]');
  expect(lines.filter((line) => !/^(\[\w+\]|[A-Z]\w*=.+)$/.test(line))).toEqual([]);
});
