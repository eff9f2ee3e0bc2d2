import {
  callOrg,
  objectInfo,
  type FieldInfo,
  type ObjectInfo,
  type RecordRepresentation,
} from '../platform/uiApi.ts';

/** A record with what is known of its fields for this user. */
export interface ShownRecord {
  readonly info: ObjectInfo;
  readonly record: RecordRepresentation;
}

/** The fields that Salesforce shows as one: a mailing address of street, city and so on, a name of salutation and name. */
export function partsOf(info: ObjectInfo, field: string): readonly FieldInfo[] {
  return Object.values(info.fields).filter(
    ({ compoundFieldName, apiName }) => compoundFieldName === field && apiName !== field,
  );
}

/** Reads the fields that the user may see of those named; names of parents come with look-ups. */
export async function loadRecord(
  object: string,
  recordId: string,
  fields: readonly string[],
): Promise<ShownRecord> {
  const info = await objectInfo(object);
  const wanted = new Set(fields.flatMap((field) => withCompanions(info, field)));
  const names = [...wanted].map((field) => `${object}.${field}`).join(',');
  const path = `/ui-api/records/${recordId}?${new URLSearchParams({ optionalFields: names })}`;
  return { info, record: await callOrg<RecordRepresentation>('GET', path) };
}

function withCompanions(info: ObjectInfo, field: string): readonly string[] {
  if (field.includes('.')) return [field];
  const known = info.fields[field];
  if (known === undefined) return [];
  const parts = partsOf(info, field).map(({ apiName }) => apiName);
  const parentName = known.referenceToInfos[0]?.nameFields[0];
  const parent = known.relationshipName && parentName ? [`${known.relationshipName}.${parentName}`] : [];
  // The API returns an address as its parts.
  return known.dataType === 'Address' ? parts : [field, ...parts, ...parent];
}
