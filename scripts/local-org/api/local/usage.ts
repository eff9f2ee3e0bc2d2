/** Counters of API calls, for `GET /__local/stats` and `Sforce-Limit-Info`. */
export interface Usage {
  readonly dailyLimit: number;
  readonly count: (path: string) => void;
  readonly total: () => number;
  /** `total`, and a number for each kind that was called. */
  readonly calls: () => Readonly<Record<string, number>>;
  readonly countBatches: (batches: number) => void;
  /** Batches of Bulk ingest jobs. */
  readonly batches: () => number;
  readonly clear: () => void;
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\/jobs\/|\/async\//, 'bulk'],
  [/\/tooling\//, 'tooling'],
  [/\/(query|queryAll)(\/|$)/, 'query'],
  [/\/composite\/sobjects/, 'collections'],
  [/\/composite/, 'composite'],
  [/\/sobjects\/[^/]+\/describe|\/sobjects\/?$/, 'describe'],
  [/\/ui-api\//, 'ui'],
  [/\/graphql/, 'graphql'],
  [/\/metadata\/|\/Soap\/m\//, 'metadata'],
  [/\/sobjects\//, 'sobjects'],
];

/** All kinds of API calls. */
export const CALL_KINDS: readonly string[] = [...KINDS.map(([, kind]) => kind), 'other'];

/** The kind of an API path: one of CALL_KINDS. */
export function kindOf(path: string): string {
  const beforeQuery = path.replace(/\?.*$/, '');
  return KINDS.find(([pattern]) => pattern.test(beforeQuery))?.[1] ?? 'other';
}

export function createUsage(dailyLimit: number): Usage {
  const counts = new Map<string, number>();
  let batches = 0;
  const add = (kind: string): void => void counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    dailyLimit,
    count: (path) => {
      add('total');
      add(kindOf(path));
    },
    total: () => counts.get('total') ?? 0,
    calls: () => ({ total: 0, ...Object.fromEntries(counts) }),
    countBatches: (more) => {
      batches += more;
    },
    batches: () => batches,
    clear: () => {
      counts.clear();
      batches = 0;
    },
  };
}
