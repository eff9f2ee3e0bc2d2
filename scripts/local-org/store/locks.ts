import type { SObject } from '../schema/model.ts';
import type { LockFault, Locks, RecordError } from '../org.ts';
import type { OrgState } from './state.ts';
import type { Row } from './database.ts';
import { lockedRows } from './recordErrors.ts';

/** How a write locks rows. */
export interface LockTerms {
  /** Keeps the locks after the call; without it they end with the call. */
  readonly locks?: Locks | undefined;
  readonly lockFault?: LockFault | undefined;
}

/** Whether the call's lock fault applies to this row. */
function isFaulted(fault: LockFault | undefined, object: SObject): boolean {
  return fault?.object.toLowerCase() === object.name.toLowerCase() && Math.random() < fault.share;
}

/**
 * The ids that a write of a row locks: the row and its masters, those before the write and those after. "When you update
 * child records, the system locks the parent and the child records": Salesforce, Record-Level Locking; inserting and
 * deleting a detail do the same (Record Locking Cheat Sheet, master-detail relationships).
 */
function lockedIds(object: SObject, rows: readonly Row[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const row of rows) {
    if (typeof row.Id === 'string') ids.add(row.Id);
    for (const field of object.fields.values()) {
      const master = field.masterDetail ? row[field.name] : null;
      if (typeof master === 'string') ids.add(master);
    }
  }
  return ids;
}

/** Locks what a write of a row locks, in `locks`. Returns an error when another batch holds one of these locks. */
export function lock(
  state: OrgState,
  object: SObject,
  rows: readonly Row[],
  { locks, lockFault }: LockTerms,
): RecordError | undefined {
  if (isFaulted(lockFault, object)) return lockedRows(rows.slice(0, 1).map((row) => String(row.Id)));
  if (locks === undefined && state.lockedBy.size === 0) return undefined;
  const ids = lockedIds(object, rows);
  const kept = [...ids].filter((id) => (state.lockedBy.get(id) ?? locks) !== locks);
  if (kept.length > 0) return lockedRows(kept);
  if (locks !== undefined) for (const id of ids) state.lockedBy.set(id, locks);
  return undefined;
}

/** Opens a set of locks that writes can keep after their call; it is empty at first. */
export function openLocks(state: OrgState): Locks {
  const locks: Locks = {
    release: () => {
      for (const [id, owner] of state.lockedBy) if (owner === locks) state.lockedBy.delete(id);
    },
  };
  return locks;
}
