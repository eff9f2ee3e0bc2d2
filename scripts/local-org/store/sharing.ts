import { type Field, type SObject, fieldOf, objectOf } from '../schema/model.ts';
import type { Rights } from '../schema/rights.ts';
import { quoted } from './database.ts';
import type { OrgState } from './state.ts';

/**
 * What a user wants to do with a record. `all` (to delete, transfer or share it) is for its owner and users above the owner
 * in the role hierarchy.
 */
export type Access = 'all' | 'edit' | 'read';

/** Access levels of a share that suffice. Clients can't give full access with a share. */
const LEVELS: Readonly<Record<Exclude<Access, 'all'>, readonly string[]>> = {
  read: ['Read', 'Edit'],
  edit: ['Edit'],
};

const shareObjectOf = ({ schema }: OrgState, object: SObject): SObject | undefined =>
  [...schema.objects.values()].find(({ shareOf }) => shareOf === object.name);

interface ShareFields {
  readonly share: SObject;
  readonly record: Field;
  readonly level: Field;
}

/** The fields of a share object that hold the record and the access level; undefined when it is no share object. */
export function shareFields(share: SObject): ShareFields | undefined {
  const record = [...share.fields.values()].find(
    ({ childRelationshipName }) => childRelationshipName === 'Shares',
  );
  const level = fieldOf(share, `${share.shareOf ?? ''}AccessLevel`) ?? fieldOf(share, 'AccessLevel');
  return record && level && { share, record, level };
}

/** Users as SQL literals. Ids come from the org itself, so they need no parameters. */
const idList = (ids: readonly string[]): string => `(${ids.map((id) => `'${id}'`).join(', ')})`;

/** Rows of the user, or of somebody in a role below. */
const owned = ({ circle }: Rights, object: SObject, alias: string): string =>
  object.fields.has('ownerid') ? `${alias}."OwnerId" IN ${idList(circle)}` : '0';

/**
 * Rows that the user owns or that are shared with the user, or with somebody in a role below. Salesforce help, "Record-Level
 * Security".
 */
function ownOrShared(
  state: OrgState,
  rights: Rights,
  object: SObject,
  alias: string,
  access: Access,
): string {
  const own = owned(rights, object, alias);
  const share = shareObjectOf(state, object);
  const fields = share && shareFields(share);
  if (access === 'all' || fields === undefined) return own;
  const levels = LEVELS[access].map((level) => `'${level}'`).join(', ');
  return `(${own} OR ${alias}.Id IN (SELECT ${quoted(fields.record.name)} FROM ${quoted(fields.share.name)} WHERE "UserOrGroupId" IN ${idList(rights.circle)} AND ${quoted(fields.level.name)} IN (${levels}) AND IsDeleted = 0))`;
}

/** Rows whose parent record the user may see or edit. */
function above(state: OrgState, rights: Rights, field: Field, alias: string, access: Access): string | null {
  const parent = objectOf(state.schema, field.referenceTo[0] ?? '');
  if (parent === undefined) return null;
  const condition = sharing(state, rights, parent, 'parent', access);
  return condition === null
    ? null
    : `${alias}.${quoted(field.name)} IN (SELECT parent.Id FROM ${quoted(parent.name)} parent WHERE ${condition})`;
}

function byParent(
  state: OrgState,
  rights: Rights,
  object: SObject,
  alias: string,
  access: Access,
): string | null {
  const master = [...object.fields.values()].find((field) => field.masterDetail);
  if (master !== undefined) {
    const needed = access === 'read' || master.writeRequiresMasterRead ? 'read' : 'edit';
    return above(state, rights, master, alias, needed);
  }
  // A contact without an account is accessible to its owner. Salesforce help, "Organization-Wide Sharing Defaults".
  const account = fieldOf(object, 'AccountId');
  if (account === undefined) return null;
  const shared = above(state, rights, account, alias, access === 'read' ? 'read' : 'edit');
  return shared === null
    ? null
    : `(${shared} OR (${alias}.${quoted(account.name)} IS NULL AND ${owned(rights, object, alias)}))`;
}

/**
 * The condition, for table alias `alias`, on the rows that a user may read, edit or fully access: by org-wide default,
 * owner, role hierarchy, shares, View All and Modify All. Null when all rows are accessible. It has no parameters, so it can
 * be used in any clause.
 */
export function sharing(
  state: OrgState,
  rights: Rights,
  object: SObject,
  alias: string,
  access: Access,
): string | null {
  const allowed = rights.object(object);
  if (object.setup || allowed.modifyAll || (access === 'read' && allowed.viewAll)) return null;
  const fields = object.shareOf === null ? undefined : shareFields(object);
  if (fields !== undefined)
    return above(state, rights, fields.record, alias, access === 'read' ? 'read' : 'all');
  switch (object.sharing) {
    case 'ControlledByParent':
      return byParent(state, rights, object, alias, access);
    case 'Private':
      return ownOrShared(state, rights, object, alias, access);
    case 'Read':
      return access === 'read' ? null : ownOrShared(state, rights, object, alias, access);
    case 'ReadWrite':
      return access === 'all' ? ownOrShared(state, rights, object, alias, access) : null;
  }
}

/** Whether sharing lets the user do that with the record. */
export function canAccess(
  state: OrgState,
  rights: Rights,
  object: SObject,
  id: string,
  access: Access,
): boolean {
  const condition = sharing(state, rights, object, 'r', access);
  if (condition === null) return true;
  const sql = `SELECT 1 FROM ${quoted(object.name)} r WHERE r.Id = ? AND ${condition}`;
  return state.database.prepare(sql).get(id) !== undefined;
}
