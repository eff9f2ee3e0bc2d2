import { type JsonRecord, OrgError } from '../../org.ts';
import type { Api } from '../api.ts';
import { createDescribes, nameFieldOf } from '../describe/describe.ts';
import type { ResourceRequest } from '../request.ts';
import { type Resource, ok } from '../resource.ts';
import { MOST_RECENT } from './recents.ts';

/**
 * Records that the caller viewed with `FOR VIEW` or `FOR REFERENCE`, newest first, of one object or all. Records that were
 * deleted or hidden since are left out.
 */
export function recentItems(
  { caller, version }: ResourceRequest,
  { org, recents }: Api,
  object?: string,
): readonly JsonRecord[] {
  const describes = createDescribes(org, caller);
  return recents
    .of(caller)
    .filter((viewed) => object === undefined || viewed.object.toLowerCase() === object.toLowerCase())
    .flatMap((viewed) => {
      try {
        const name = nameFieldOf(describes.of(viewed.object));
        const fields = name === undefined ? ['Id'] : ['Id', name];
        return [org.retrieve(viewed.object, viewed.id, caller, { version, fields })];
      } catch (error) {
        if (error instanceof OrgError && error.status === 404) return [];
        throw error;
      }
    });
}

function limitOf({ query }: ResourceRequest): number {
  const text = query.get('limit');
  if (text === null) return MOST_RECENT;
  if (/^[1-9]\d*$/.test(text)) return Math.min(MOST_RECENT, Number(text));
  throw new OrgError(400, 'INVALID_QUERY_FILTER_OPERATOR', `The limit ${text} is no whole number above 0.`);
}

export const RECENT_RESOURCES: readonly Resource[] = [
  {
    path: '/recent',
    handlers: { GET: (request, api) => ok(recentItems(request, api).slice(0, limitOf(request))) },
  },
];
