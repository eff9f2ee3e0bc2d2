import type { Condition, Query } from '@jetstreamapp/soql-parser-js';
import { type JsonRecord, OrgError } from '../org.ts';
import type { OrgState } from '../store/state.ts';
import { normalId } from '../store/recordIds.ts';
import { rowById } from '../store/records.ts';
import { rightsOf } from '../store/rights.ts';
import { canAccess } from '../store/sharing.ts';
import { noSuchColumn } from './errors.ts';
import { unquoted } from './literals.ts';
import { type ConditionTree, conditionTree } from './conditionTree.ts';

const FLAGS = ['HasReadAccess', 'HasEditAccess', 'HasDeleteAccess', 'HasTransferAccess', 'HasAllAccess'];
const COLUMNS = ['RecordId', 'MaxAccessLevel', ...FLAGS];
/** Records that one query may name. Object Reference, "UserRecordAccess". */
const MOST_RECORDS = 200;

export const USER_RECORD_ACCESS = 'userrecordaccess';

const badFilter = (): OrgError =>
  new OrgError(
    400,
    'MALFORMED_QUERY',
    'UserRecordAccess must be filtered by a single UserId and one or more RecordId values, at most 200',
  );

function leaves(tree: ConditionTree): readonly Condition[] {
  if (tree.kind === 'leaf' && !('valueQuery' in tree.leaf)) return [tree.leaf];
  if (tree.kind === 'and') return tree.parts.flatMap(leaves);
  throw badFilter();
}

function idsIn(soql: string, conditions: readonly Condition[], field: string): readonly string[] {
  const condition = conditions.find((each) => 'field' in each && each.field.toLowerCase() === field);
  if (condition === undefined || !('operator' in condition) || !['=', 'IN'].includes(condition.operator))
    throw badFilter();
  return [condition.value].flat().map((raw) => {
    const id = normalId(unquoted(soql, raw));
    if (id === undefined)
      throw new OrgError(400, 'INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${unquoted(soql, raw)}`);
    return id;
  });
}

function access(state: OrgState, userId: string, recordId: string): JsonRecord {
  const rights = rightsOf(state, userId);
  const object = [...state.schema.objects.values()].find((each) => recordId.startsWith(each.keyPrefix));
  const row = object === undefined ? undefined : rowById(state.database, object, recordId);
  if (object === undefined || row === undefined || row.IsDeleted === 1)
    return levels(false, false, false, false);
  const allowed = rights.object(object);
  const edit = allowed.edit && canAccess(state, rights, object, recordId, 'edit');
  const all = canAccess(state, rights, object, recordId, 'all');
  return levels(
    allowed.read && canAccess(state, rights, object, recordId, 'read'),
    edit,
    allowed.delete && all,
    edit && all && object.fields.has('ownerid'),
  );
}

const levels = (read: boolean, edit: boolean, remove: boolean, transfer: boolean): JsonRecord => ({
  HasReadAccess: read,
  HasEditAccess: edit,
  HasDeleteAccess: remove,
  HasTransferAccess: transfer,
  HasAllAccess: remove && transfer,
  MaxAccessLevel: transfer
    ? remove
      ? 'All'
      : 'Transfer'
    : remove
      ? 'Delete'
      : edit
        ? 'Edit'
        : read
          ? 'Read'
          : 'None',
});

/** Answers a query of UserRecordAccess, which has no rows of its own: what a user may do with each of some records. */
export function userRecordAccess(state: OrgState, soql: string, query: Query): readonly JsonRecord[] {
  if (query.where === undefined) throw badFilter();
  const conditions = leaves(conditionTree(query.where));
  const users = idsIn(soql, conditions, 'userid');
  const records = idsIn(soql, conditions, 'recordid');
  if (conditions.length !== 2 || users.length !== 1 || records.length > MOST_RECORDS) throw badFilter();
  const names = (query.fields ?? []).map((item) => {
    const written = item.type === 'Field' ? item.field : '';
    const name = COLUMNS.find((column) => column.toLowerCase() === written.toLowerCase());
    if (name === undefined) throw noSuchColumn(soql, written, 'UserRecordAccess');
    return name;
  });
  return [...new Set(records)].map((id) => {
    const all: JsonRecord = { RecordId: id, ...access(state, users[0] ?? '', id) };
    return {
      attributes: { type: 'UserRecordAccess' },
      ...Object.fromEntries(names.map((name) => [name, all[name]])),
    };
  });
}
