import type { RecordError } from '../org.ts';
import { type Field, type SObject, objectOf } from '../schema/model.ts';
import type { Rights } from '../schema/rights.ts';
import { quoted } from './database.ts';
import type { Draft } from './draft.ts';
import { noAccess, recordError } from './recordErrors.ts';
import { type Access, canAccess, shareFields } from './sharing.ts';
import type { OrgState } from './state.ts';

/** The access that a user needs to the record that a field refers to. */
function needed(object: SObject, field: Field): Access {
  if (shareFields(object)?.record === field) return 'all';
  return field.masterDetail && !field.writeRequiresMasterRead ? 'edit' : 'read';
}

/**
 * The error as public reports quote it: "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, insufficient access rights on
 * cross-reference id".
 */
const noAccessTo = (name: string): RecordError =>
  recordError(
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    'insufficient access rights on cross-reference id',
    [name],
  );

/** Errors when a user refers to a record that they can't see, or transfers a record that they may only edit. */
export function sharingErrors(
  state: OrgState,
  rights: Rights,
  { object, row, before, written }: Draft,
): readonly RecordError[] {
  if (
    before !== null &&
    row.OwnerId !== before.OwnerId &&
    !canAccess(state, rights, object, String(row.Id), 'all')
  )
    return [noAccess()];
  return [...written].flatMap((field) => {
    const id = row[field.name];
    if (typeof id !== 'string' || id === before?.[field.name]) return [];
    const target = field.referenceTo
      .map((name) => objectOf(state.schema, name))
      .find((each) => each !== undefined && id.startsWith(each.keyPrefix));
    if (target === undefined || canAccess(state, rights, target, id, needed(object, field))) return [];
    return [noAccessTo(field.name)];
  });
}

/** Removes manual shares when the owner changes. Apex Developer Guide, "Sharing a Record Using Apex". */
export function dropShares({ schema, database }: OrgState, object: SObject, id: string): void {
  for (const share of schema.objects.values()) {
    const fields = share.shareOf === object.name ? shareFields(share) : undefined;
    if (fields !== undefined)
      database
        .prepare(`UPDATE ${quoted(share.name)} SET IsDeleted = 1 WHERE ${quoted(fields.record.name)} = ?`)
        .run(id);
  }
}
