/** The files of a folder to mutate, and the unit tests (paths as jest matches them) that must fail then. */
export interface MutatedFolder {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

/** Every folder that `npm run mutate -- <folder>` takes. */
export const FOLDERS: Readonly<Record<string, MutatedFolder>> = {
  'scripts/feed': {
    sources: ['scripts/feed/*.ts', '!scripts/feed/*.test.ts', '!scripts/feed/schema.ts'],
    tests: ['scripts/feed/[A-Za-z]+\\.test', 'scripts/sync/check'],
  },
};
