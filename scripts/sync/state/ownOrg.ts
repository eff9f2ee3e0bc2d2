import { SyncError } from '../errors.ts';
import type { StateStore } from './store.ts';

/** The org that a state folder belongs to. `instance`: its address when the folder was last used. */
export interface KnownOrg {
  readonly id: string;
  readonly instance: string;
}

const NAME = 'org';

/** The org that the folder belongs to; undefined before its first use. */
function ownOrg({ db }: StateStore): KnownOrg | undefined {
  const row = db.prepare('SELECT value FROM setting WHERE name = ?').get(NAME);
  return row && (JSON.parse(Buffer.from(row.value as Uint8Array).toString()) as KnownOrg);
}

/** Throws OTHER_ORG when the folder belongs to another org: what it remembers is true of that org only. */
export function mustBeOf(state: StateStore, folder: string, org: KnownOrg): void {
  const own = ownOrg(state);
  if (!own || own.id === org.id) return;
  throw new SyncError(
    'OTHER_ORG',
    `${folder} belongs to the org ${own.id} (${own.instance}), the login is to ${org.id} (${org.instance})`,
  );
}

/** Assigns the folder to the org at its first use; later only updates the org's address. Throws OTHER_ORG. */
export function belongTo(state: StateStore, folder: string, org: KnownOrg): void {
  mustBeOf(state, folder, org);
  state.db
    .prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)')
    .run(NAME, Buffer.from(JSON.stringify({ id: org.id, instance: org.instance })));
}
