import { announceChange } from './changes.ts';
import { callOrg, type FieldValue, type RecordRepresentation } from './uiApi.ts';
import { settled, wireAdapter } from './wireAdapter.ts';

type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };
type FieldReferences = FieldReference | readonly FieldReference[];

interface GetRecordConfig {
  readonly recordId?: string;
  readonly fields?: FieldReferences;
  readonly optionalFields?: FieldReferences;
  readonly layoutTypes?: string | readonly string[];
  readonly modes?: string | readonly string[];
}

interface RecordInput {
  readonly fields: Readonly<Record<string, unknown>>;
}

/** lightning/uiRecordApi `getRecord`: `{ data, error }` of a UI API record. */
export const getRecord = wireAdapter<GetRecordConfig>({
  ask: (config) => {
    if (!config.recordId || (!config.fields && !config.optionalFields && !config.layoutTypes))
      return undefined;
    const parameters = new URLSearchParams({
      ...listParameter('fields', fieldNames(config.fields)),
      ...listParameter('optionalFields', fieldNames(config.optionalFields)),
      ...listParameter('layoutTypes', [config.layoutTypes ?? []].flat()),
      ...listParameter('modes', [config.modes ?? []].flat()),
    });
    return settled(callOrg('GET', `/ui-api/records/${config.recordId}?${parameters}`));
  },
  concerns: ({ recordId }, changed) => recordId !== undefined && changed.has(recordId),
});

/** The raw value of a field of a `getRecord` record, through parents too; undefined when the record doesn't hold it. */
export function getFieldValue(record: RecordRepresentation | undefined, field: FieldReference): unknown {
  return fieldOf(record, field)?.value;
}

/** The value of a field as the org formats it for the user. */
export function getFieldDisplayValue(
  record: RecordRepresentation | undefined,
  field: FieldReference,
): unknown {
  return fieldOf(record, field)?.displayValue;
}

export async function updateRecord(input: RecordInput): Promise<RecordRepresentation> {
  const { Id, ...fields } = input.fields;
  const record = await callOrg<RecordRepresentation>('PATCH', `/ui-api/records/${String(Id)}`, {
    ...input,
    fields,
  });
  announceChange([String(Id)]);
  return record;
}

export function createRecord(
  input: RecordInput & { readonly apiName: string },
): Promise<RecordRepresentation> {
  return callOrg('POST', '/ui-api/records', input);
}

export async function deleteRecord(recordId: string): Promise<void> {
  await callOrg('DELETE', `/ui-api/records/${recordId}`);
  announceChange([recordId]);
}

export function notifyRecordUpdateAvailable(
  records: readonly { readonly recordId: string }[],
): Promise<void> {
  announceChange(records.map(({ recordId }) => recordId));
  return Promise.resolve();
}

function fieldNames(fields: FieldReferences | undefined): readonly string[] {
  return [fields ?? []].flat().map((field: FieldReference) => qualifiedName(field));
}

function qualifiedName(field: FieldReference): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

function listParameter(name: string, values: readonly string[]): Readonly<Record<string, string>> {
  return values.length === 0 ? {} : { [name]: values.join(',') };
}

function fieldOf(record: RecordRepresentation | undefined, field: FieldReference): FieldValue | undefined {
  const [, ...path] = qualifiedName(field).split('.');
  return path.reduce<FieldValue | undefined>(
    (found, name, index) =>
      (index === 0 ? record : (found?.value as RecordRepresentation | null | undefined))?.fields[name],
    undefined,
  );
}
