import type { SObject } from '../schema/model.ts';
import type { JsonRecord } from '../org.ts';
import type { OrgState } from '../store/state.ts';
import type { Row } from '../store/database.ts';
import { toJson } from '../store/values.ts';
import { type Column, type Selection, addressJson, addressParts } from './columns.ts';
import type { RowPlan } from './compile.ts';

/** The form of records in a result. */
export interface ReadOptions {
  readonly version: string;
  readonly labelOf: (column: Column, value: string) => string;
}

/** The attributes of a record in a result. */
export function attributes(object: SObject, id: string, version: string): JsonRecord {
  return { type: object.name, url: `/services/data/v${version}/sobjects/${object.name}/${id}` };
}

function valueOf(column: Column, row: Row, options: ReadOptions): unknown {
  if (column.field.type === 'address')
    return addressJson(
      column.field,
      addressParts(column.object, column.field),
      column.sources.map((source) => row[source]),
    );
  const value = toJson(column.field, row[column.sources[0] ?? '']);
  return column.label && typeof value === 'string' ? options.labelOf(column, value) : value;
}

type MutableRecord = Record<string, unknown>;

/** The record at the end of a path of parents, created with its parents as needed; null when there is no such parent. */
function parentRecord(
  root: MutableRecord,
  path: readonly string[],
  selection: Selection,
  row: Row,
  version: string,
): MutableRecord | null {
  let record = root;
  for (let level = 1; level <= path.length; level += 1) {
    const name = path[level - 1] ?? '';
    const parent = selection.parents.get(path.slice(0, level).join('.'));
    const id = parent === undefined ? null : row[parent.source];
    if (parent === undefined || typeof id !== 'string') {
      record[name] = null;
      return null;
    }
    record[name] ??= { attributes: attributes(parent.object, id, version) };
    record = record[name] as MutableRecord;
  }
  return record;
}

function recordOf(plan: RowPlan, row: Row, options: ReadOptions): MutableRecord {
  const record: MutableRecord = { attributes: attributes(plan.object, String(row._id), options.version) };
  for (const column of plan.selection.columns) {
    const target = parentRecord(record, column.path, plan.selection, row, options.version);
    if (target !== null) target[column.name] = valueOf(column, row, options);
  }
  return record;
}

/** The numbers of the rows that a plan finds, in order. */
export function rowNumbers(state: OrgState, plan: RowPlan, parentId?: string): readonly number[] {
  const { sql, parameters } = plan.rows;
  const given = parentId === undefined ? parameters : [...parameters, parentId];
  return state.database
    .prepare(sql)
    .all(...given)
    .map((row) => Number(row.rid));
}

/** The records with those row numbers, in that order. Rows that were deleted since are left out. */
export function readRows(
  state: OrgState,
  plan: RowPlan,
  rids: readonly number[],
  options: ReadOptions,
): readonly JsonRecord[] {
  const { alias } = plan;
  const sql = `SELECT ${alias}.rid AS _rid, ${plan.selection.sql.join(', ')} ${plan.from} WHERE ${alias}.rid IN (SELECT value FROM json_each(?))`;
  const rows = new Map(
    state.database
      .prepare(sql)
      .all(JSON.stringify(rids))
      .map((row) => [Number(row._rid), row]),
  );
  return rids.flatMap((rid) => {
    const row = rows.get(rid);
    if (row === undefined) return [];
    const record = recordOf(plan, row, options);
    for (const child of plan.children)
      record[child.name] = childRecords(state, child.plan, String(row._id), options);
    return [record];
  });
}

function childRecords(state: OrgState, plan: RowPlan, parentId: string, options: ReadOptions): unknown {
  const rids = rowNumbers(state, plan, parentId);
  if (rids.length === 0) return null;
  return { totalSize: rids.length, done: true, records: readRows(state, plan, rids, options) };
}
