import { OrgError } from '../../org.ts';
import { type Resource, notFound } from '../resource.ts';

/** The Tooling API has no objects here; clients that probe it (source tracking, sandboxes) take that for "not enabled". */
export const TOOLING_RESOURCES: readonly Resource[] = [
  {
    path: '/tooling/query',
    handlers: {
      GET: ({ query }) => {
        const object = /\bFROM\s+(\w+)/i.exec(query.get('q') ?? '')?.[1] ?? '';
        throw new OrgError(400, 'INVALID_TYPE', `sObject type '${object}' is not supported.`);
      },
    },
  },
  {
    path: '/tooling/sobjects/:object/describe',
    handlers: {
      GET: () => {
        throw notFound();
      },
    },
  },
];
