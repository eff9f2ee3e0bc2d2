import { type JsonRecord, type Org, type SaveRequest, type SaveResult, OrgError } from '../../org.ts';
import type { Api } from '../api.ts';
import type { ResourceRequest } from '../request.ts';
import { type Handler, type Resource, listOf, objectBody, ok } from '../resource.ts';
import { rollBack, undone } from './rollBack.ts';
import { collectionResult } from './saveErrors.ts';

const MOST_RECORDS = 200;
const MOST_RETRIEVED = 2_000;

interface TypedRecord {
  readonly object: string;
  readonly record: JsonRecord;
}

function atMost<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  throw new OrgError(
    400,
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${most} records into this call`,
  );
}

function typed(value: unknown): TypedRecord {
  const { attributes, ...record } = objectBody(value);
  const object = (attributes as { type?: unknown } | undefined)?.type;
  if (typeof object === 'string') return { object, record };
  throw new OrgError(400, 'INVALID_FIELD', 'You must specify the attributes.type of each record.', [
    'attributes',
  ]);
}

/** Adjacent records of one type are written together, as Salesforce chunks them. */
function chunks(records: readonly TypedRecord[]): readonly { object: string; records: JsonRecord[] }[] {
  const all: { object: string; records: JsonRecord[] }[] = [];
  for (const { object, record } of records) {
    const last = all.at(-1);
    if (last?.object.toLowerCase() === object.toLowerCase()) last.records.push(record);
    else all.push({ object, records: [record] });
  }
  return all;
}

type SaveOptions = Pick<SaveRequest, 'operation' | 'externalIdField'> & { readonly allOrNone: boolean };

function save(
  records: readonly TypedRecord[],
  options: SaveOptions,
  request: ResourceRequest,
  org: Org,
): readonly SaveResult[] {
  const run = (): SaveResult[] =>
    chunks(records).flatMap((chunk) => [...org.save({ ...options, ...chunk }, request.caller)]);
  if (!options.allOrNone) return run();
  return rollBack(org, run, (results) => results.some(({ success }) => !success), undone);
}

const write =
  (operation: 'insert' | 'update'): Handler =>
  (request, { org }) => {
    const body = objectBody(request.body);
    const records = atMost(listOf(body, 'records'), MOST_RECORDS).map(typed);
    const results = save(records, { operation, allOrNone: body.allOrNone === true }, request, org);
    return ok(results.map(collectionResult));
  };

const upsert: Handler = (request, { org }) => {
  const body = objectBody(request.body);
  const { object, field } = { object: request.param('object'), field: request.param('field') };
  const records = atMost(listOf(body, 'records'), MOST_RECORDS).map((one) => ({
    ...typed(one),
    object,
  }));
  const options = {
    operation: 'upsert',
    externalIdField: field,
    allOrNone: body.allOrNone === true,
  } as const;
  return ok(
    save(records, options, request, org).map((result) => ({
      ...collectionResult(result),
      created: result.created,
    })),
  );
};

function objectOfId(id: string, request: ResourceRequest, { org }: Api): string {
  const object = org
    .describeGlobal(request.caller)
    .find(({ keyPrefix }) => keyPrefix === id.slice(0, 3))?.name;
  if (typeof object === 'string') return object;
  throw new OrgError(400, 'MALFORMED_ID', `malformed id ${id}`);
}

const ids = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

const remove: Handler = (request, api) => {
  const records = atMost(ids(request.query.get('ids')), MOST_RECORDS).map((id) => ({
    object: objectOfId(id, request, api),
    record: { Id: id },
  }));
  const allOrNone = request.query.get('allOrNone') === 'true';
  return ok(save(records, { operation: 'delete', allOrNone }, request, api.org).map(collectionResult));
};

/** The records in the order of the ids, null for missing ones. */
function read(
  wanted: readonly string[],
  fields: readonly string[],
  request: ResourceRequest,
  org: Org,
): unknown {
  if (fields.length === 0)
    throw new OrgError(400, 'INVALID_FIELD', 'Required field missing: fields', ['fields']);
  return atMost(wanted, MOST_RETRIEVED).map((id) => {
    try {
      return org.retrieve(request.param('object'), id, request.caller, { version: request.version, fields });
    } catch (error) {
      if (error instanceof OrgError && error.status === 404 && error.errorCode !== 'INVALID_TYPE')
        return null;
      throw error;
    }
  });
}

const strings = (list: readonly unknown[]): readonly string[] => list.map(String);

export const COLLECTION_RESOURCES: readonly Resource[] = [
  {
    path: '/composite/sobjects',
    handlers: { POST: write('insert'), PATCH: write('update'), DELETE: remove },
  },
  {
    path: '/composite/sobjects/:object',
    handlers: {
      GET: (request, { org }) =>
        ok(read(ids(request.query.get('ids')), ids(request.query.get('fields')), request, org)),
      POST: (request, { org }) => {
        const body = objectBody(request.body);
        return ok(read(strings(listOf(body, 'ids')), strings(listOf(body, 'fields')), request, org));
      },
    },
  },
  { path: '/composite/sobjects/:object/:field', handlers: { PATCH: upsert } },
];
