import type { ComparedItems } from '../events/comparison.ts';
import { subjectKey, type Target } from '../events/event.ts';
import { customerHash, settledKey } from './settled.ts';
import type { StateStore } from './store.ts';

/** What is kept of the view of a policy: personal data, unlike what is kept of lines. */
export interface KeptItems {
  /** SHA-256 of the view document, in hex. */
  readonly view: string;
  readonly items: ComparedItems;
  /** The customer number of the policy's account. */
  readonly customer: string | null;
}

/** Which view the items are of, and which codes were compared then: with others there would be others. */
const viewKey = (state: StateStore, view: string, codes: readonly string[]): Buffer =>
  state.hash(`view\n${view}\n${codes.join('\n')}`);

/** Returns a function that gives the compared items of a policy's view, undefined where they aren't known. */
export function comparedReader(
  state: StateStore,
  codes: readonly string[],
): (policyKey: string, view: string) => ComparedItems | undefined {
  // A folder that is only read may be of an earlier version.
  if (!state.db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'compared'").get()) return () => undefined;
  const find = state.db.prepare('SELECT items FROM compared WHERE key = ? AND view = ?');
  return (policyKey, view) => {
    const key = settledKey(state, 'InsurancePolicy', policyKey);
    const row = find.get(key, viewKey(state, view, codes));
    return row === undefined ? undefined : (JSON.parse(row.items as string) as ComparedItems);
  };
}

/** Keeps and drops compared items. Call it within the transaction that ends a run. */
export interface ComparedKeeper {
  readonly keep: (key: Uint8Array, kept: KeptItems) => void;
  readonly drop: (key: Uint8Array) => void;
  /** Drops those of policies of the customers. */
  readonly dropOfCustomers: (customers: readonly Uint8Array[]) => void;
}

export function comparedKeeper(state: StateStore, codes: readonly string[]): ComparedKeeper {
  const save = state.db.prepare(
    'INSERT OR REPLACE INTO compared (key, view, items, customer) VALUES (?, ?, ?, ?)',
  );
  const dropOne = state.db.prepare('DELETE FROM compared WHERE key = ?');
  const drop = (key: Uint8Array): void => void dropOne.run(key);
  return {
    keep: (key, { view, items, customer }) => {
      if (items.length === 0) drop(key);
      else
        save.run(
          key,
          viewKey(state, view, codes),
          JSON.stringify(items),
          customer === null ? null : customerHash(state, subjectKey(customer)),
        );
    },
    drop,
    dropOfCustomers: (customers) => void dropOf(state, customers),
  };
}

/** Deletes the compared items of a policy, or of all policies of a customer. Returns their number. */
export function dropComparedOf(state: StateStore, target: Target, key: string): number {
  if (target === 'Account') return dropOf(state, [customerHash(state, key)]);
  return Number(
    state.db.prepare('DELETE FROM compared WHERE key = ?').run(settledKey(state, target, key)).changes,
  );
}

/** One pass over all entries, as erasures are few. */
function dropOf({ db }: StateStore, customers: readonly Uint8Array[]): number {
  if (customers.length === 0) return 0;
  const listed = JSON.stringify(customers.map((one) => Buffer.from(one).toString('hex')));
  const drop = db.prepare('DELETE FROM compared WHERE customer IN (SELECT unhex(value) FROM json_each(?))');
  return Number(drop.run(listed).changes);
}
