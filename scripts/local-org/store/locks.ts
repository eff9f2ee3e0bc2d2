import type { SObject } from '../metadata/model.ts';
import type { OrgState } from '../state.ts';
import type { Row } from './database.ts';

/** Whether the lock fault that was asked for hits this write of a row. */
export function isLocked(state: OrgState, object: SObject, row: Row): boolean {
  const fault = state.lockFault;
  return (
    fault !== null &&
    row.Id !== undefined &&
    fault.object.toLowerCase() === object.name.toLowerCase() &&
    Math.random() < fault.share
  );
}
