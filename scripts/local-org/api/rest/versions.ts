import { type Resource, ok } from '../resource.ts';

const OLDEST = 50;
const NEWEST = 66;
const SEASONS = ['Winter', 'Spring', 'Summer'] as const;

export function isVersion(version: string): boolean {
  const number = Number(version);
  return version !== '' && Number.isInteger(number) && number >= OLDEST && number <= NEWEST;
}

/** The answer of `GET /services/data`: a row per release, three releases a year; 50 was Winter '21. */
export const versions = (): readonly unknown[] =>
  Array.from({ length: NEWEST - OLDEST + 1 }, (_, index) => ({
    label: `${SEASONS[index % 3]} '${21 + Math.floor(index / 3)}`,
    url: `/services/data/v${OLDEST + index}.0`,
    version: `${OLDEST + index}.0`,
  }));

const ROOTS = [
  'composite',
  'graphql',
  'jobs',
  'limits',
  'metadata',
  'query',
  'queryAll',
  'recent',
  'sobjects',
  'tooling',
  'ui-api',
] as const;

export const VERSION_RESOURCES: readonly Resource[] = [
  {
    path: '/',
    handlers: {
      GET: ({ version, caller }, { org, url }) =>
        ok({
          ...Object.fromEntries(ROOTS.map((root) => [root, `/services/data/v${version}/${root}`])),
          identity: `${url()}/id/${org.orgId}/${caller.userId}`,
        }),
    },
  },
];
