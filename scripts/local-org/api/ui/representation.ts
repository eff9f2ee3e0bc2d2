import { type Caller, type JsonRecord, type Org, OrgError } from '../../org.ts';
import {
  type Describes,
  type FieldDescribe,
  type ObjectDescribe,
  fieldOf,
  nameFieldOf,
  referenceOf,
} from '../describe/describe.ts';
import { type Reader, displayValue, plainValue } from '../describe/displayValue.ts';
import { notFound } from '../resource.ts';
import { eTag } from './objectInfo.ts';

/** What reading records for one UI API request needs. */
export interface Reading {
  readonly org: Org;
  readonly caller: Caller;
  readonly describes: Describes;
  readonly reader: Reader;
  readonly version: string;
}

/** The fields requested of an object: values by field name, parents by relationship name. */
export interface Wanted {
  readonly object: ObjectDescribe;
  readonly fields: Map<string, FieldDescribe>;
  readonly parents: Map<string, Wanted>;
}

const SYSTEM_FIELDS = ['LastModifiedById', 'LastModifiedDate', 'SystemModstamp', 'RecordTypeId'];

export const nothingWanted = (object: ObjectDescribe): Wanted => ({
  object,
  fields: new Map(),
  parents: new Map(),
});

/** Adds `Name` or `Owner.Name` to the requested fields; false when the caller has no such field. */
export function want(wanted: Wanted, path: readonly string[], describes: Describes): boolean {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const field = fieldOf(wanted.object, name);
    if (field) wanted.fields.set(field.name, field);
    return field !== undefined;
  }
  const reference = referenceOf(wanted.object, name);
  const target = reference?.referenceTo.find((one) => describes.names().includes(one));
  if (!reference?.relationshipName || target === undefined) return false;
  const parent = wanted.parents.get(reference.relationshipName) ?? nothingWanted(describes.of(target));
  if (!want(parent, rest, describes)) return false;
  wanted.parents.set(reference.relationshipName, parent);
  return true;
}

const present = (object: ObjectDescribe, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => fieldOf(object, name)?.name ?? []);

const columns = ({ object, fields, parents }: Wanted, prefix = ''): readonly string[] => [
  ...['Id', ...present(object, [...SYSTEM_FIELDS, nameFieldOf(object) ?? '']), ...fields.keys()].map(
    (name) => prefix + name,
  ),
  ...[...parents].flatMap(([relationship, parent]) => columns(parent, `${prefix}${relationship}.`)),
];

function recordTypeInfo(id: unknown, { recordTypeInfos }: ObjectDescribe): unknown {
  const info = recordTypeInfos.find(({ recordTypeId }) => recordTypeId === id);
  if (!info) return null;
  const { available, defaultRecordTypeMapping, master, name, recordTypeId } = info;
  return { available, defaultRecordTypeMapping, master, name, recordTypeId };
}

/** A Record of the UI API (User Interface API Developer Guide, Record): `fields` of `{ value, displayValue }`. */
function representation(
  row: JsonRecord,
  { object, fields, parents }: Wanted,
  reading: Reading,
): Record<string, unknown> {
  const values = [...fields.values()].map((field) => [
    field.name,
    {
      displayValue: displayValue(row[field.name], field, reading.reader),
      value: plainValue(row[field.name], field),
    },
  ]);
  const related = [...parents].map(([relationship, wanted]) => {
    const parent = row[relationship] as JsonRecord | null | undefined;
    if (!parent) return [relationship, { displayValue: null, value: null }];
    const shown = parent[nameFieldOf(wanted.object) ?? ''] ?? null;
    return [relationship, { displayValue: shown, value: representation(parent, wanted, reading) }];
  });
  const instant = (value: unknown): string | null =>
    typeof value === 'string' ? new Date(value).toISOString() : null;
  const systemModstamp = instant(row.SystemModstamp);
  const all = Object.fromEntries([...values, ...related]) as Record<string, unknown>;
  return {
    apiName: object.name,
    childRelationships: {},
    eTag: eTag(all),
    fields: all,
    id: row.Id,
    lastModifiedById: row.LastModifiedById ?? null,
    lastModifiedDate: instant(row.LastModifiedDate),
    recordTypeId: row.RecordTypeId ?? null,
    recordTypeInfo: recordTypeInfo(row.RecordTypeId, object),
    systemModstamp,
    weakEtag: systemModstamp === null ? 0 : Date.parse(systemModstamp),
  };
}

/** A record with the requested fields. Throws NOT_FOUND when the caller sees no such record. */
export function readRecord(id: string, wanted: Wanted, reading: Reading): Record<string, unknown> {
  if (!/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(id))
    throw new OrgError(400, 'MALFORMED_ID', `malformed id ${id}`);
  const soql = `SELECT ${[...new Set(columns(wanted))].join(', ')} FROM ${wanted.object.name} WHERE Id = '${id}'`;
  const [row] = reading.org.query(soql, reading.caller, { version: reading.version }).records;
  if (!row) throw notFound();
  return representation(row, wanted, reading);
}

/** The records selected by the end of a statement: `WHERE ...`, `ORDER BY ...`, `LIMIT ...`. */
export function readRecords(
  rest: string,
  wanted: Wanted,
  reading: Reading,
): readonly Record<string, unknown>[] {
  const soql = `SELECT ${[...new Set(columns(wanted))].join(', ')} FROM ${wanted.object.name} ${rest}`;
  const { records } = reading.org.query(soql, reading.caller, { version: reading.version });
  return records.map((row) => representation(row, wanted, reading));
}
