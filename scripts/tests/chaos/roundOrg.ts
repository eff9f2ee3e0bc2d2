import { openOrg } from '../../local-org/engine.ts';
import type { Org, SaveRequest, SaveResult } from '../../local-org/org.ts';
import { startServer } from '../../local-org/server.ts';
import { endsWithFile } from '../kit/ending.ts';

/** The user that the job logs in as. */
const SYNC_USER = 'sync@connect360.local';

/** A local org in this process, on a port of its own. */
export interface RoundOrg {
  readonly org: Org;
  /** Calls a path as the administrator and returns the text of the answer. Throws on a status above 299. */
  readonly call: (method: string, path: string, body?: unknown) => Promise<string>;
  /** Replaces the fault rules (docs/LOCAL-ORG.md). */
  readonly fault: (rules: readonly object[]) => Promise<void>;
  /** SF_ variables of a login: a key that can be used again, or only an access token. */
  readonly login: (kind: 'jwt' | 'token') => Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Every so many records, one is locked when it is first written. */
const LOCKED_EVERY = 7;

/**
 * Opens the org of a database file. Some records, always the same ones, are locked the first time that they are updated, so
 * that every run has to retry locked rows.
 */
export async function openRoundOrg(file: string): Promise<RoundOrg> {
  const org = openOrg({ file });
  const closeOrg = endsWithFile(() => {
    org.close();
  });
  const server = await startServer({ org: lockingOnce(org) });
  const closeServer = endsWithFile(server.close);
  const { url, accessToken, clientId, jwtKeyFile } = server.ready;

  const call: RoundOrg['call'] = async (method, path, body) => {
    const answer = await fetch(new URL(path, url), {
      method,
      headers: {
        Authorization: `Bearer ${accessToken}`,
        'Content-Type': 'application/json',
        'X-Local-Org': '1',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${method} ${path}: ${text}`);
    return text;
  };

  return {
    org,
    call,
    fault: async (rules) => {
      await call('POST', '/__local/faults', { rules });
    },
    login: (kind) =>
      kind === 'jwt'
        ? { SF_LOGIN_URL: url, SF_CLIENT_ID: clientId, SF_USERNAME: SYNC_USER, SF_JWT_KEY_FILE: jwtKeyFile }
        : { SF_INSTANCE_URL: url, SF_ACCESS_TOKEN: server.tokenFor(SYNC_USER) ?? '' },
    close: async () => {
      await closeServer();
      await closeOrg();
    },
  };
}

const LOCKED: SaveResult['errors'] = [
  {
    statusCode: 'UNABLE_TO_LOCK_ROW',
    message: 'unable to obtain exclusive access to this record',
    fields: [],
  },
];

function lockingOnce(org: Org): Org {
  const seen = new Set<string>();
  function isLocked(id: string): boolean {
    if (seen.has(id)) return false;
    seen.add(id);
    return Number.parseInt(id.slice(5, 15), 36) % LOCKED_EVERY === 0;
  }
  function save(request: SaveRequest, caller: Parameters<Org['save']>[1]): readonly SaveResult[] {
    const ids = request.records.map((record) => String(record.Id ?? record.id));
    const locked = ids.map((id) => request.operation === 'update' && isLocked(id));
    const records = request.records.filter((_, index) => !locked[index]);
    const results = records.length > 0 ? org.save({ ...request, records }, caller) : [];
    let next = 0;
    return ids.map((id, index) => {
      if (locked[index]) return { id, success: false, created: false, errors: LOCKED };
      const result = results[next];
      next += 1;
      return result ?? { id: null, success: false, created: false, errors: [] };
    });
  }
  return Object.create(org, { save: { value: save } }) as Org;
}
