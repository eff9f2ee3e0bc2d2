import type { Caller, JsonRecord } from '../../org.ts';

export interface Viewed {
  readonly object: string;
  readonly id: string;
}

/** The records that users have viewed since the server's start, newest first. */
export interface Recents {
  readonly add: (rows: readonly JsonRecord[], caller: Caller) => void;
  readonly of: (caller: Caller) => readonly Viewed[];
  readonly clear: () => void;
}

/** RecentlyViewed keeps 200 records (REST API Developer Guide, Recently Viewed Items). */
export const MOST_RECENT = 200;

export function createRecents(): Recents {
  const byUser = new Map<string, readonly Viewed[]>();
  const of = ({ userId }: Caller): readonly Viewed[] => byUser.get(userId) ?? [];
  return {
    of,
    add: (rows, caller) => {
      const added = rows.flatMap(({ attributes, Id }) =>
        typeof Id === 'string' ? [{ object: (attributes as { readonly type: string }).type, id: Id }] : [],
      );
      const ids = new Set(added.map(({ id }) => id));
      const before = of(caller).filter(({ id }) => !ids.has(id));
      byUser.set(caller.userId, [...added, ...before].slice(0, MOST_RECENT));
    },
    clear: () => {
      byUser.clear();
    },
  };
}
