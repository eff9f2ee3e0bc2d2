import { model } from './model.ts';

/**
 * A failed call as Lightning Data Service reports it to a component (LWC guide, "Handle Errors in Lightning Data Service").
 */
export interface FetchResponse {
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  readonly body: unknown;
}

export interface FieldValue {
  readonly value: string | number | boolean | RecordRepresentation | null;
  readonly displayValue: string | null;
}

export interface RecordRepresentation {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly recordTypeInfo?: { readonly name: string } | null;
}

export interface FieldInfo {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly compound: boolean;
  readonly compoundFieldName: string | null;
  readonly relationshipName: string | null;
  readonly referenceToInfos: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
}

export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, FieldInfo>>;
}

/** Calls the org as this page's user. `path` begins below the version: `/ui-api/...`. Rejects with a FetchResponse. */
export async function callOrg<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/services/data/v${model.apiVersion}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${model.accessToken}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  const { status, statusText } = response;
  // Lightning Data Service reports the first error as an object, the REST API an array of them.
  const first: unknown = Array.isArray(answer) ? answer[0] : answer;
  // oxlint-disable-next-line typescript/only-throw-error -- components expect this shape, not an Error
  throw Object.freeze({ ok: false, status, statusText, body: first } satisfies FetchResponse);
}

const OBJECT_INFOS = new Map<string, Promise<ObjectInfo>>();

/** Label, fields and record types of an object for this user; loaded once per page. */
export function objectInfo(object: string): Promise<ObjectInfo> {
  const known = OBJECT_INFOS.get(object) ?? callOrg<ObjectInfo>('GET', `/ui-api/object-info/${object}`);
  OBJECT_INFOS.set(object, known);
  return known;
}
