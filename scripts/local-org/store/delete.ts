import { type SObject, objectOf } from '../schema/model.ts';
import type { RecordError } from '../org.ts';
import type { OrgState } from './state.ts';
import { type Row, quoted } from './database.ts';
import { stamp } from './dates.ts';
import { licenceRemovalErrors } from './licences.ts';
import { lock, type LockTerms } from './locks.ts';
import { deletedRecord, noAccess, noSuchRecord, recordError } from './recordErrors.ts';
import { rowById } from './records.ts';
import type { Rights } from '../schema/rights.ts';
import { canAccess } from './sharing.ts';

interface Step {
  readonly state: OrgState;
  readonly userId: string;
  readonly now: string;
}

const childIds = ({ state }: Step, child: SObject, column: string, id: string): readonly string[] =>
  state.database
    .prepare(`SELECT Id FROM ${quoted(child.name)} WHERE ${quoted(column)} = ? AND IsDeleted = 0`)
    .all(id)
    .map((row) => String(row.Id));

/** Moves the record and its detail records to the recycle bin; lookups that only refer to it are cleared. */
function bury(step: Step, object: SObject, id: string): void {
  const { state, userId, now } = step;
  state.database
    .prepare(
      `UPDATE ${quoted(object.name)} SET IsDeleted = 1, LastModifiedDate = ?, LastModifiedById = ?, SystemModstamp = ? WHERE Id = ?`,
    )
    .run(now, userId, now, id);
  for (const { childObject, field } of state.schema.children.get(object.name.toLowerCase()) ?? []) {
    const child = objectOf(state.schema, childObject);
    if (child === undefined || child.setup) continue;
    for (const childId of childIds(step, child, field.name, id)) {
      if (field.onParentDelete === 'cascade') bury(step, child, childId);
      else if (field.createable) {
        state.database
          .prepare(
            `UPDATE ${quoted(child.name)} SET ${quoted(field.name)} = NULL, SystemModstamp = ? WHERE Id = ?`,
          )
          .run(now, childId);
      }
    }
  }
}

function restricting(step: Step, object: SObject, id: string, { Name }: Row): RecordError | undefined {
  const { state } = step;
  for (const { childObject, field } of state.schema.children.get(object.name.toLowerCase()) ?? []) {
    const child = objectOf(state.schema, childObject);
    if (field.onParentDelete !== 'restrict' || child === undefined) continue;
    const ids = childIds(step, child, field.name, id);
    if (ids.length > 0) {
      return recordError(
        'DELETE_FAILED',
        `Your attempt to delete ${String(Name)} could not be completed because it is associated with the following ${child.labelPlural.toLowerCase()}.: ${ids.join(', ')}`,
      );
    }
  }
  return undefined;
}

/** Deletes a record with its details, or returns why it can't be deleted. */
export function deleteRecord(
  state: OrgState,
  rights: Rights,
  object: SObject,
  id: string,
  terms: LockTerms,
): readonly RecordError[] {
  const row = rowById(state.database, object, id);
  if (row === undefined) return [noSuchRecord()];
  if (row.IsDeleted === 1) return [deletedRecord()];
  if (!object.deletable || !rights.object(object).delete || !canAccess(state, rights, object, id, 'all'))
    return [noAccess()];
  const step = { state, userId: rights.userId, now: stamp(state.now()) };
  const restricted = restricting(step, object, id, row);
  if (restricted !== undefined) return [restricted];
  const unlicensed = licenceRemovalErrors(state, object.name, row);
  if (unlicensed.length > 0) return unlicensed;
  const locked = lock(state, object, [row], terms);
  if (locked !== undefined) return [locked];
  bury(step, object, id);
  return [];
}
