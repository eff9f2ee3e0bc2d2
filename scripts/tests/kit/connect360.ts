import { createSign } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect360Template } from '../../connect360/template.ts';
import type { Ready } from '../../local-org/server.ts';
import { folderForFile } from './folder.ts';
import { keptByWorker } from './keptByWorker.ts';
import { startHostedOrg } from './orgHost.ts';
import { startOrgProcess } from './orgProcess.ts';

type Row = Readonly<Record<string, unknown>>;

/** A local org for one test, with Connect 360, force-app and the sample records. */
export interface Connect360 extends Ready {
  /** A folder for this test, deleted on close. */
  readonly folder: string;
  /** Calls a REST resource under /services/data/v66.0 (or an absolute path) as the administrator; throws on a status above 299. */
  readonly rest: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** All rows of a query, as the administrator. */
  readonly query: (soql: string) => Promise<readonly Row[]>;
  /** An access token of a user, by JWT bearer. */
  readonly tokenFor: (username: string) => Promise<string>;
  /** The environment variables with which the job logs in as `username`. */
  readonly jwtEnv: (username: string) => Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

const REST = '/services/data/v66.0';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function assertion(ready: Ready, username: string): string {
  const claims = {
    iss: ready.clientId,
    sub: username,
    aud: ready.url,
    exp: Math.floor(Date.now() / 1000) + 180,
  };
  const unsigned = `${base64url({ alg: 'RS256' })}.${base64url(claims)}`;
  const signature = createSign('RSA-SHA256')
    .update(unsigned)
    .sign(readFileSync(ready.jwtKeyFile, 'utf8'), 'base64url');
  return `${unsigned}.${signature}`;
}

async function checked(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** Starts `npm run org` on a copy of the prepared database (or with `args` of its own) and waits until it is ready. */
export async function startConnect360(args?: readonly string[]): Promise<Connect360> {
  const { folder, remove } = folderForFile('connect360-test-');
  const file = join(folder, 'org.db');
  if (!args) copyFileSync(await connect360Template(), file);
  const all = args ?? ['--data', file];
  const { ready, close: stop } = await (keptByWorker
    ? startHostedOrg(keptByWorker, all)
    : startOrgProcess(...all));

  const rest: Connect360['rest'] = async (method, path, body) =>
    checked(
      await fetch(new URL(path.startsWith('/') ? path : `${REST}/${path}`, ready.url), {
        method,
        headers: {
          Authorization: `Bearer ${ready.accessToken}`,
          'Content-Type': 'application/json',
          'X-Local-Org': '1',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );

  const query: Connect360['query'] = async (soql) => {
    const rows: Row[] = [];
    for (let path: string | undefined = `query?q=${encodeURIComponent(soql)}`; path;) {
      const page = (await rest('GET', path)) as { records: Row[]; nextRecordsUrl?: string };
      rows.push(...page.records);
      path = page.nextRecordsUrl;
    }
    return rows;
  };

  const tokenFor: Connect360['tokenFor'] = async (username) => {
    const body = new URLSearchParams({ grant_type: JWT_BEARER, assertion: assertion(ready, username) });
    const answer = await checked(
      await fetch(new URL('/services/oauth2/token', ready.url), { method: 'POST', body }),
    );
    return (answer as { access_token: string }).access_token;
  };

  const jwtEnv: Connect360['jwtEnv'] = (username) => ({
    SF_LOGIN_URL: ready.url,
    SF_CLIENT_ID: ready.clientId,
    SF_USERNAME: username,
    SF_JWT_KEY_FILE: ready.jwtKeyFile,
  });

  const close: Connect360['close'] = async () => {
    await stop();
    await remove();
  };

  return { ...ready, folder, rest, query, tokenFor, jwtEnv, close };
}
