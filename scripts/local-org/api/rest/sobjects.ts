import type { JsonRecord } from '../../org.ts';
import { OrgError } from '../../org.ts';
import type { Handler, Resource, ResourceRequest } from '../resource.ts';
import { objectBody, ok } from '../resource.ts';
import { saveError, single } from './saveErrors.ts';

const fieldsOf = ({ query, version }: ResourceRequest): { version: string; fields?: readonly string[] } => {
  const fields = query.get('fields');
  return fields ? { version, fields: fields.split(',').map((field) => field.trim()) } : { version };
};

/** A record body without `attributes`. INVALID_FIELD when it repeats the key that the URL carries. */
const recordBody = (body: unknown, key?: string): JsonRecord => {
  const { attributes: _, ...record } = objectBody(body);
  if (key !== undefined && Object.keys(record).some((name) => name.toLowerCase() === key.toLowerCase())) {
    throw new OrgError(400, 'INVALID_FIELD', `The ${key} field should not be specified in the sobject data.`);
  }
  return record;
};

const create: Handler = ({ params, body, caller, version }, { org }) => {
  const object = params.object!;
  const { id } = single(org.save({ operation: 'insert', object, records: [recordBody(body, 'Id')] }, caller));
  return {
    status: 201,
    body: { id, success: true, errors: [] },
    headers: { location: `/services/data/v${version}/sobjects/${object}/${id}` },
  };
};

const update: Handler = ({ params, body, caller }, { org }) => {
  const record = { ...recordBody(body, 'Id'), Id: params.id! };
  single(org.save({ operation: 'update', object: params.object!, records: [record] }, caller));
  return { status: 204 };
};

const remove: Handler = ({ params, caller }, { org }) => {
  single(org.save({ operation: 'delete', object: params.object!, records: [{ Id: params.id! }] }, caller));
  return { status: 204 };
};

/** The ids of the records that an external id fits. */
const matches = (
  { params, caller, version }: ResourceRequest,
  org: Parameters<Handler>[1]['org'],
): readonly string[] => {
  const value = params.value!.replace(/[\\']/g, '\\$&');
  const soql = `SELECT Id FROM ${params.object!} WHERE ${params.field!} = '${value}'`;
  return org.query(soql, caller, { version }).records.map((record) => String(record.Id));
};

/** 300 with the records' addresses, when a key fits several (REST guide, "Upsert Using an External ID"). */
const severalFit = (request: ResourceRequest, ids: readonly string[]): { status: number; body: unknown } => ({
  status: 300,
  body: ids.map((id) => `/services/data/v${request.version}/sobjects/${request.params.object!}/${id}`),
});

const upsert: Handler = (request, api) => {
  const { params, body, caller, query, version } = request;
  if (params.field!.toLowerCase() === 'id')
    return update({ ...request, params: { ...params, id: params.value! } }, api);
  const record = { ...recordBody(body, params.field), [params.field!]: params.value! };
  if (query.get('updateOnly') === 'true' && matches(request, api.org).length === 0) {
    throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
  }
  const [result] = api.org.save(
    { operation: 'upsert', object: params.object!, externalIdField: params.field!, records: [record] },
    caller,
  );
  const error = result!.errors[0];
  if (error?.statusCode === 'DUPLICATE_EXTERNAL_ID') return severalFit(request, matches(request, api.org));
  if (error) throw saveError(error);
  const { id, created } = result!;
  return {
    status: created ? 201 : 200,
    body: { id, success: true, errors: [], created },
    ...(created
      ? { headers: { location: `/services/data/v${version}/sobjects/${params.object!}/${id}` } }
      : {}),
  };
};

const readByExternalId: Handler = (request, { org }) => {
  const { params, caller } = request;
  try {
    return ok(
      org.retrieveByExternalId(params.object!, params.field!, params.value!, caller, fieldsOf(request)),
    );
  } catch (error) {
    if (error instanceof OrgError && error.status === 300) return severalFit(request, matches(request, org));
    throw error;
  }
};

const removeByExternalId: Handler = (request, api) => {
  const ids = matches(request, api.org);
  if (ids.length > 1) return severalFit(request, ids);
  if (ids.length === 0) throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return remove({ ...request, params: { object: request.params.object!, id: ids[0]! } }, api);
};

export const sobjectResources: readonly Resource[] = [
  {
    path: '/sobjects',
    handlers: {
      GET: ({ caller }, { org }) =>
        ok({ encoding: 'UTF-8', maxBatchSize: 200, sobjects: org.describeGlobal(caller) }),
    },
  },
  {
    path: '/sobjects/:object/describe',
    handlers: { GET: ({ params, caller }, { org }) => ok(org.describe(params.object!, caller)) },
  },
  {
    path: '/sobjects/:object/:id',
    handlers: {
      GET: (request, { org }) =>
        ok(org.retrieve(request.params.object!, request.params.id!, request.caller, fieldsOf(request))),
      PATCH: update,
      DELETE: remove,
    },
  },
  {
    path: '/sobjects/:object',
    handlers: {
      GET: ({ params, caller }, { org }) => {
        const name = params.object!.toLowerCase();
        org.describe(params.object!, caller);
        const objectDescribe = org
          .describeGlobal(caller)
          .find((one) => String(one.name).toLowerCase() === name);
        return ok({ objectDescribe, recentItems: [] });
      },
      POST: create,
    },
  },
  {
    path: '/sobjects/:object/:field/:value',
    handlers: { GET: readByExternalId, PATCH: upsert, DELETE: removeByExternalId },
  },
];
