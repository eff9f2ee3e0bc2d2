import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../connect360/root.ts';
import { readCommandLine } from '../../sync/cli.ts';
import { startConnect360 } from '../kit/connect360.ts';
import { ndjson, registration } from '../kit/events.ts';
import { runJob } from '../kit/job.ts';

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

const entryPoint = JSON.parse(instruction('ENTRYPOINT')[0]!) as readonly string[];

function entry(...args: readonly string[]): ReturnType<typeof spawnSync> {
  const [, ...command] = entryPoint;
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
  expect(package_.scripts.sync).toContain(entryPoint.join(' '));
});

test('a run from the image writes to the org and to its state folder, and to no file of the image', async () => {
  const org = await startConnect360();
  const files = (): readonly string[] => readdirSync(folder, { recursive: true }).map(String).sort();
  const feed = join(org.folder, 'feed.ndjson');
  writeFileSync(feed, ndjson([registration('10000002', '2026-11-01')]));
  const before = files();
  const script = join(folder, entryPoint[1]!);
  const { code, report } = await runJob(
    [
      'run',
      '--feed',
      feed,
      '--state-dir',
      join(org.folder, 'state'),
      '--config',
      join(folder, 'config', 'sync.json'),
      '--json',
    ],
    { command: [process.execPath, script], env: org.jwtEnv('sync@connect360.local') },
  );
  expect([code, report.changed]).toEqual([0, 1]);
  expect(files()).toEqual(before);
  await org.close();
});

/** Rules of hadolint (its wiki, by number) that concern a file like this one. */
test('the Dockerfile keeps the rules of its kind', () => {
  const lines = read('Dockerfile').split('\n');
  const bases = lines.flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []);
  expect(bases.filter((base) => !/:[\w.-]+$/.test(base) || base.endsWith(':latest'))).toStrictEqual([]); // DL3006, DL3007
  expect(
    lines.filter((line) => /^(ADD|MAINTAINER|ONBUILD) |\bsudo\b|apt-get|\bcurl\b/.test(line)),
  ).toStrictEqual([]); // DL3020, DL4000, DL3004
  expect(lines.filter((line) => /^(CMD|ENTRYPOINT) [^[]/.test(line))).toStrictEqual([]); // DL3025
  expect(lines.filter((line) => /^WORKDIR [^/]/.test(line))).toStrictEqual([]); // DL3000
  expect(instruction('USER').at(-1)).toBe('10001:10001'); // DL3002
  expect(instruction('VOLUME')).toEqual(['/state']);
});

test('what is copied into the image is all that the build may see', () => {
  const copied = instruction('COPY').filter((line) => !line.startsWith('--from'));
  const named = copied.flatMap((line) => line.split(' ').slice(0, -1));
  const allowed = read('Dockerfile.dockerignore')
    .split('\n')
    .flatMap((line) => /^!(.+)$/.exec(line)?.[1] ?? []);
  expect(named.filter((name) => !allowed.includes(name))).toStrictEqual([]);
});

/** The job's own folder on the volume: it makes it itself, with the mode that it wants. */
const STATE = '/state/sync';

test('the state folder is one of the volume, not the volume, in all that is shown', () => {
  expect(instruction('CMD')).toEqual([`["status", "--state-dir", "${STATE}"]`]);
  expect(read('compose.yaml')).toContain(`--state-dir ${STATE}\n`);
  expect(image).toContain('RUN install -d -m 0700 -o 10001 -g 10001 /state\n');
});

/** The arguments of the job in a file; the job itself has to take them. */
function takes(args: readonly string[]): unknown {
  return readCommandLine(args);
}

/** Environment variables of a login by JWT (docs/SYNC.md). */
const LOGIN = ['SF_AUDIENCE_URL', 'SF_CLIENT_ID', 'SF_JWT_KEY_FILE', 'SF_LOGIN_URL', 'SF_USERNAME'];

interface Compose {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly secrets: object;
  readonly volumes: object;
}

test('compose: nothing but state and temporary files can be written, no right is kept, the key is a secret', () => {
  const { services, secrets, volumes } = parse(read('compose.yaml')) as Compose;
  const { sync = {} } = services;
  expect(sync).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    tmpfs: ['/tmp'],
    secrets: Object.keys(secrets),
  });
  const mounts = (sync.volumes as readonly string[]).map((volume) => volume.replace(/^\$\{[^}]+\}/, 'host'));
  expect(mounts).toEqual([`${Object.keys(volumes)[0]!}:/state`, 'host:/feed:ro']);
  expect(Object.keys(sync.environment as object).filter((name) => !LOGIN.includes(name))).toStrictEqual([]);
});

interface Container {
  readonly name: string;
  readonly image: string;
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string }[];
  readonly securityContext: object;
  readonly volumeMounts: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly readOnly?: boolean;
  }[];
}

interface CronJob {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: Readonly<Record<string, unknown>> & {
    readonly jobTemplate: {
      readonly spec: {
        readonly backoffLimit: number;
        readonly template: {
          readonly spec: {
            readonly restartPolicy: string;
            readonly automountServiceAccountToken: boolean;
            readonly securityContext: object;
            readonly initContainers: readonly Container[];
            readonly containers: readonly Container[];
            readonly volumes: readonly { readonly name: string }[];
          };
        };
      };
    };
  };
}

test('CronJob: one run at a time, never again by itself, and a pod that may do nothing else', () => {
  const { apiVersion, kind, spec } = parse(read('cronjob.yaml')) as CronJob;
  expect([apiVersion, kind]).toEqual(['batch/v1', 'CronJob']);
  expect(spec).toMatchObject({ concurrencyPolicy: 'Forbid', timeZone: 'Europe/Brussels' });
  expect(String(spec.schedule)).toMatch(/^\d+ \d+ \* \* \*$/);
  const { backoffLimit, template } = spec.jobTemplate.spec;
  const pod = template.spec;
  expect([backoffLimit, pod.restartPolicy, pod.automountServiceAccountToken]).toEqual([0, 'Never', false]);
  expect(pod.securityContext).toMatchObject({
    runAsNonRoot: true,
    runAsUser: 10001,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  const containers = [...pod.initContainers, ...pod.containers];
  for (const { securityContext } of containers)
    expect(securityContext).toEqual({
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    });
  const mounted = containers.flatMap(({ volumeMounts }) => volumeMounts);
  expect([...new Set(mounted.map(({ name }) => name))].sort()).toEqual(
    pod.volumes.map(({ name }) => name).sort(),
  );
  const [job] = pod.containers;
  expect(
    job?.volumeMounts.filter(({ readOnly }) => readOnly !== true).map(({ mountPath }) => mountPath),
  ).toEqual(['/state', '/tmp']);
  expect((job?.env ?? []).map(({ name }) => name).filter((name) => !LOGIN.includes(name))).toStrictEqual([]);
  expect(takes(job?.args ?? [])).toMatchObject({
    command: 'run',
    resumeFirst: true,
    feed: '/feed',
    options: { stateDir: STATE },
  });
});

/** A unit file: its settings by section (systemd.syntax). */
function unit(name: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const sections: Record<string, Record<string, string>> = {};
  let section = '';
  for (const line of read(name)
    .split('\n')
    .filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, heading] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, key = '', value = ''] = /^([A-Z]\w*)=(.+)$/.exec(line) ?? [];
    expect([name, line, heading !== undefined || key !== '']).toEqual([name, line, true]);
    section = heading ?? section;
    sections[section] ??= {};
    if (heading === undefined) sections[section]![key] = value;
  }
  return sections;
}

test('systemd: the service runs the job without rights, the timer starts it every night', () => {
  const { Unit, Service = {} } = unit('cuzo-sync.service');
  expect(Unit?.Description).toBeDefined();
  expect(Service).toMatchObject({
    Type: 'oneshot',
    User: 'cuzo-sync',
    NoNewPrivileges: 'true',
    ProtectSystem: 'strict',
    StateDirectory: 'cuzo-sync',
    SuccessExitStatus: '1',
    UMask: '0077',
  });
  const [, command = ''] = /npm run -s sync -- (.+)$/.exec(Service.ExecStart ?? '') ?? [];
  expect(takes(command.split(' '))).toMatchObject({
    command: 'run',
    resumeFirst: true,
    options: { stateDir: '/var/lib/cuzo-sync' },
  });
  const { Timer, Install } = unit('cuzo-sync.timer');
  expect(Timer?.OnCalendar).toMatch(/^\*-\*-\* \d\d:\d\d:00 Europe\/Brussels$/);
  expect([Timer?.Persistent, Install?.WantedBy]).toEqual(['true', 'timers.target']);
});

test.each(['compose.yaml', 'cronjob.yaml', 'deployment.yaml', 'cuzo-sync.service', 'cuzo-listen.service'])(
  '%s keeps the key from others',
  (name) => {
    expect(read(name)).toMatch(/jwt-key|jwt\.key/);
    expect(read(name)).not.toMatch(/SF_ACCESS_TOKEN|BEGIN/);
  },
);
