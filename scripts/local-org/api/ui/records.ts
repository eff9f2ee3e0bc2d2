import { type JsonRecord, type RecordError, type SaveRequest, OrgError } from '../../org.ts';
import { fieldOf } from '../describe/describe.ts';
import type { ResourceAnswer } from '../request.ts';
import { type Handler, type Resource, errorBody, objectBody, ok } from '../resource.ts';
import { type Reading, nothingWanted, readRecord, want } from './representation.ts';
import { list, objectOf, readingOf, wantedOf } from './wanted.ts';

const read: Handler = (request, api) => {
  const reading = readingOf(request, api);
  const id = request.param('id');
  return ok(readRecord(id, wantedOf(objectOf(id, reading), request.query, reading), reading));
};

const readBatch: Handler = (request, api) => {
  const reading = readingOf(request, api);
  const results = list(request.param('ids')).map((id) => {
    try {
      return {
        result: readRecord(id, wantedOf(objectOf(id, reading), request.query, reading), reading),
        statusCode: 200,
      };
    } catch (error) {
      if (error instanceof OrgError) return { result: errorBody(error), statusCode: error.status };
      throw error;
    }
  });
  return ok({ hasErrors: results.some(({ statusCode }) => statusCode !== 200), results });
};

const WHAT = { insert: 'create', update: 'update', upsert: 'upsert', delete: 'delete' } as const;

/** A failed write (User Interface API Developer Guide, Error with Output and Record Exceptions). */
function writeFailure(
  errors: readonly RecordError[],
  operation: SaveRequest['operation'],
  object: string,
  reading: Reading,
): ResourceAnswer {
  const described = reading.describes.of(object);
  const detail = ({ statusCode, message }: RecordError, field: string | null): Record<string, unknown> => ({
    constituentField: null,
    duplicateRecordError: null,
    errorCode: statusCode,
    field,
    fieldLabel: field === null ? null : (fieldOf(described, field)?.label ?? field),
    message,
  });
  const fieldErrors: Record<string, unknown[]> = {};
  for (const error of errors)
    for (const field of error.fields) (fieldErrors[field] ??= []).push(detail(error, field));
  const ofRecord = errors.filter(({ fields }) => fields.length === 0).map((error) => detail(error, null));
  return {
    status: errors.some(({ statusCode }) => statusCode === 'NOT_FOUND' || statusCode === 'ENTITY_IS_DELETED')
      ? 404
      : 400,
    body: [
      {
        enhancedErrorType: 'RecordError',
        errorCode: errors[0]?.statusCode ?? 'UNKNOWN_EXCEPTION',
        message: `An error occurred while trying to ${WHAT[operation]} the record. Please try again.`,
        output: { errors: ofRecord, fieldErrors },
      },
    ],
  };
}

const fieldValues = (body: unknown): JsonRecord => objectBody(objectBody(body).fields);

function answerSaved(
  id: string,
  object: string,
  fields: readonly string[],
  status: number,
  reading: Reading,
): ResourceAnswer {
  const wanted = nothingWanted(reading.describes.of(object));
  for (const field of fields) want(wanted, [field], reading.describes);
  return { status, body: readRecord(id, wanted, reading) };
}

const create: Handler = (request, api) => {
  const reading = readingOf(request, api);
  const { apiName } = objectBody(request.body);
  if (typeof apiName !== 'string')
    throw new OrgError(400, 'INVALID_INPUT', 'The request body needs an apiName.');
  const fields = fieldValues(request.body);
  const [saved] = api.org.save({ operation: 'insert', object: apiName, records: [fields] }, request.caller);
  if (typeof saved?.id !== 'string') return writeFailure(saved?.errors ?? [], 'insert', apiName, reading);
  return answerSaved(saved.id, apiName, Object.keys(fields), 201, reading);
};

const update: Handler = (request, api) => {
  const reading = readingOf(request, api);
  const id = request.param('id');
  const object = objectOf(id, reading);
  const fields = fieldValues(request.body);
  const [saved] = api.org.save(
    { operation: 'update', object, records: [{ ...fields, Id: id }] },
    request.caller,
  );
  if (!saved?.success) return writeFailure(saved?.errors ?? [], 'update', object, reading);
  return answerSaved(id, object, Object.keys(fields), 200, reading);
};

const remove: Handler = (request, api) => {
  const reading = readingOf(request, api);
  const id = request.param('id');
  const object = objectOf(id, reading);
  const [saved] = api.org.save({ operation: 'delete', object, records: [{ Id: id }] }, request.caller);
  return saved?.success ? { status: 204 } : writeFailure(saved?.errors ?? [], 'delete', object, reading);
};

export const RECORD_RESOURCES: readonly Resource[] = [
  { path: '/ui-api/records/batch/:ids', handlers: { GET: readBatch } },
  { path: '/ui-api/records', handlers: { POST: create } },
  { path: '/ui-api/records/:id', handlers: { GET: read, PATCH: update, DELETE: remove } },
];
