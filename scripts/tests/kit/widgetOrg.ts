import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { openOrg } from '../../local-org/engine.ts';
import { ROOT } from '../../connect360/root.ts';
import type { Org } from '../../local-org/org.ts';
import { type LocalOrgServer, type ServerOptions, startServer } from '../../local-org/server.ts';
import { FILE_KEYCHAIN, type SfCommand, sfCommand } from '../../connect360/sf.ts';
import { endsWithFile } from './ending.ts';
import { folderForFile } from './folder.ts';
import { HANG } from './hang.ts';

/** The project whose objects the contract tests work with: Widget__c, and a key on Account. */
export const WIDGET_PROJECT = resolve('scripts/tests/contract/fixtures/widgets');

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the text. */
  readonly body: unknown;
}

export interface WidgetOrg {
  readonly org: Org;
  readonly server: LocalOrgServer;
  /** A folder for this test, deleted on close. */
  readonly folder: string;
  /** A call below /services/data/v66.0 (or of an absolute path) as the administrator. */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  readonly query: (soql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => Promise<void>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The CLI with its logins under `home`, independent of the settings of whoever runs the tests. */
export const sfIn = (home: string, cwd: string): SfCommand =>
  sfCommand(home, cwd, { PATH: process.env.PATH, ...FILE_KEYCHAIN }, HANG.process);

const CACHE = join(ROOT, '.local', 'cache');

/** The files of a folder, path in the folder -> bytes, in order of their paths. */
const filesOf = (folder: string): readonly (readonly [string, Uint8Array])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((file) => [relative(folder, file), new Uint8Array(readFileSync(file))]);

/** The cache path of the package, which depends on the project's files and on the versions of npm packages. */
function keptPackage(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const [path, bytes] of filesOf(join(WIDGET_PROJECT, 'force-app'))) hash.update(path).update(bytes);
  return join(CACHE, `widgets-${hash.digest('hex').slice(0, 16)}.zip`);
}

/** The project as a metadata package, converted by the CLI; the first test that needs it makes it, then it is cached. */
async function widgetPackage(folder: string): Promise<Uint8Array> {
  const kept = keptPackage();
  if (existsSync(kept)) return new Uint8Array(readFileSync(kept));
  const base = join(folder, 'package');
  const { code, text } = await sfIn(
    folder,
    WIDGET_PROJECT,
  )(['project', 'convert', 'source', '--output-dir', base]);
  if (code !== 0) throw new Error(text);
  const bytes = zipSync(Object.fromEntries(filesOf(base)));
  mkdirSync(CACHE, { recursive: true });
  // Another test may be looking for it, so it appears by a rename, complete.
  const making = `${kept}.${process.pid}`;
  writeFileSync(making, bytes);
  renameSync(making, kept);
  return bytes;
}

/** A local org for one test; `empty` leaves out the widgets. */
export async function startWidgetOrg(
  options: Partial<ServerOptions> & { readonly empty?: boolean } = {},
): Promise<WidgetOrg> {
  const { empty, ...serverOptions } = options;
  const { folder, remove } = folderForFile('contract-');
  const org = openOrg({ file: join(folder, 'org.db'), language: 'en_US' });
  const closeOrg = endsWithFile(() => {
    org.close();
  });
  if (!empty) {
    const { success, messages } = org.deploy(await widgetPackage(folder), {}, org.admin);
    if (!success) throw new Error(JSON.stringify(messages));
  }
  const server = await startServer({ org, ...serverOptions });
  const closeServer = endsWithFile(server.close);
  const { url, accessToken } = server.ready;
  const call: WidgetOrg['call'] = async (method, path, body, headers = {}) => {
    const text = typeof body === 'string';
    const response = await fetch(
      path.startsWith('/services') || path.startsWith('/__local')
        ? url + path
        : `${url}/services/data/v66.0${path}`,
      {
        method,
        headers: {
          authorization: `Bearer ${accessToken}`,
          'x-local-org': '1',
          ...(body === undefined ? {} : { 'content-type': text ? 'text/csv' : 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: text ? body : JSON.stringify(body) }),
      },
    );
    return { status: response.status, headers: response.headers, body: parsed(await response.text()) };
  };
  return {
    org,
    server,
    folder,
    call,
    query: async (soql) => {
      const { body } = await call('GET', `/query?q=${encodeURIComponent(soql)}`);
      return (body as { readonly records: readonly Readonly<Record<string, unknown>>[] }).records;
    },
    close: async () => {
      await closeServer();
      await closeOrg();
      await remove();
    },
  };
}

/** Logs the CLI in to the org as the administrator, alias admin. */
export function login(sf: SfCommand, { server }: WidgetOrg): ReturnType<SfCommand> {
  const { url, accessToken } = server.ready;
  return sf(['org', 'login', 'access-token', '--instance-url', url, '--no-prompt', '--alias', 'admin'], {
    SF_ACCESS_TOKEN: accessToken,
  });
}
