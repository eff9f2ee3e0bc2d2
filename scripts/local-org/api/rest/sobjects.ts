import { type JsonRecord, type Org, OrgError } from '../../org.ts';
import type { ResourceAnswer, ResourceRequest } from '../request.ts';
import { type Handler, type Resource, notFound, objectBody, ok } from '../resource.ts';
import { recentItems } from './recent.ts';
import { single } from './saveErrors.ts';

function fieldsOf({ query, version }: ResourceRequest): { version: string; fields?: readonly string[] } {
  const fields = query.get('fields');
  return fields ? { version, fields: fields.split(',').map((field) => field.trim()) } : { version };
}

/** A record body without `attributes`. Throws INVALID_FIELD when it repeats the key in the URL. */
function recordBody(body: unknown, key?: string): JsonRecord {
  const record = Object.fromEntries(
    Object.entries(objectBody(body)).filter(([name]) => name !== 'attributes'),
  );
  if (key !== undefined && Object.keys(record).some((name) => name.toLowerCase() === key.toLowerCase())) {
    throw new OrgError(400, 'INVALID_FIELD', `The ${key} field should not be specified in the sobject data.`);
  }
  return record;
}

const create: Handler = ({ param, body, caller, version }, { org }) => {
  const object = param('object');
  const { id } = single(org.save({ operation: 'insert', object, records: [recordBody(body, 'Id')] }, caller));
  return {
    status: 201,
    body: { id, success: true, errors: [] },
    headers: { location: `/services/data/v${version}/sobjects/${object}/${id}` },
  };
};

function updateById(id: string, { param, body, caller }: ResourceRequest, org: Org): ResourceAnswer {
  const record = { ...recordBody(body, 'Id'), Id: id };
  single(org.save({ operation: 'update', object: param('object'), records: [record] }, caller));
  return { status: 204 };
}

function removeById(id: string, { param, caller }: ResourceRequest, org: Org): ResourceAnswer {
  single(org.save({ operation: 'delete', object: param('object'), records: [{ Id: id }] }, caller));
  return { status: 204 };
}

/** The ids of the records with that external id. */
function matches({ param, caller, version }: ResourceRequest, org: Org): readonly string[] {
  const value = param('value').replace(/[\\']/g, '\\$&');
  const soql = `SELECT Id FROM ${param('object')} WHERE ${param('field')} = '${value}'`;
  return org.query(soql, caller, { version }).records.map((record) => String(record.Id));
}

/** Status 300 with the records' URLs, when several have the key (REST guide, "Upsert Using an External ID"). */
const severalFit = (request: ResourceRequest, ids: readonly string[]): { status: number; body: unknown } => ({
  status: 300,
  body: ids.map((id) => `/services/data/v${request.version}/sobjects/${request.param('object')}/${id}`),
});

const upsert: Handler = (request, api) => {
  const { param, body, caller, query, version } = request;
  if (param('field').toLowerCase() === 'id') return updateById(param('value'), request, api.org);
  const record = { ...recordBody(body, param('field')), [param('field')]: param('value') };
  if (query.get('updateOnly') === 'true' && matches(request, api.org).length === 0) {
    throw notFound();
  }
  const results = api.org.save(
    { operation: 'upsert', object: param('object'), externalIdField: param('field'), records: [record] },
    caller,
  );
  if (results[0]?.errors[0]?.statusCode === 'DUPLICATE_EXTERNAL_ID') {
    return severalFit(request, matches(request, api.org));
  }
  const { id, created } = single(results);
  return {
    status: created ? 201 : 200,
    body: { id, success: true, errors: [], created },
    ...(created
      ? { headers: { location: `/services/data/v${version}/sobjects/${param('object')}/${id}` } }
      : {}),
  };
};

const readByExternalId: Handler = (request, { org }) => {
  const { param, caller } = request;
  try {
    return ok(
      org.retrieveByExternalId(param('object'), param('field'), param('value'), caller, fieldsOf(request)),
    );
  } catch (error) {
    if (error instanceof OrgError && error.status === 300) return severalFit(request, matches(request, org));
    throw error;
  }
};

const removeByExternalId: Handler = (request, api) => {
  const ids = matches(request, api.org);
  const [id] = ids;
  if (id === undefined) throw notFound();
  return ids.length > 1 ? severalFit(request, ids) : removeById(id, request, api.org);
};

export const SOBJECT_RESOURCES: readonly Resource[] = [
  {
    path: '/sobjects',
    handlers: {
      GET: ({ caller }, { org }) =>
        ok({ encoding: 'UTF-8', maxBatchSize: 200, sobjects: org.describeGlobal(caller) }),
    },
  },
  {
    path: '/sobjects/:object/describe',
    handlers: { GET: ({ param, caller }, { org }) => ok(org.describe(param('object'), caller)) },
  },
  {
    path: '/sobjects/:object/:id',
    handlers: {
      GET: (request, { org }) =>
        ok(org.retrieve(request.param('object'), request.param('id'), request.caller, fieldsOf(request))),
      PATCH: (request, { org }) => updateById(request.param('id'), request, org),
      DELETE: (request, { org }) => removeById(request.param('id'), request, org),
    },
  },
  {
    path: '/sobjects/:object',
    handlers: {
      GET: (request, api) => {
        const { param, caller } = request;
        const { org } = api;
        const name = param('object').toLowerCase();
        org.describe(param('object'), caller);
        const objectDescribe = org
          .describeGlobal(caller)
          .find((one) => String(one.name).toLowerCase() === name);
        return ok({ objectDescribe, recentItems: recentItems(request, api, name) });
      },
      POST: create,
    },
  },
  {
    path: '/sobjects/:object/:field/:value',
    handlers: { GET: readByExternalId, PATCH: upsert, DELETE: removeByExternalId },
  },
];
