import { type Field, type SObject, fieldOf, objectOf } from '../schema/model.ts';
import type { Rights } from '../schema/rights.ts';
import { quoted } from './database.ts';
import type { OrgState } from './state.ts';

/** What is to be done with a record. `all`: to delete it, to give it away, to share it; its owner may and who stands above. */
export type Access = 'all' | 'edit' | 'read';

/** Access levels of a share that are enough; nobody is given all of a record by a share. */
const LEVELS: Readonly<Record<Access, readonly string[]>> = {
  read: ['Read', 'Edit', 'All'],
  edit: ['Edit', 'All'],
  all: ['All'],
};

const ID = /^[0-9A-Za-z]{15,18}$/;

/** Ids as SQL: they are the org's own, so they need no parameters. */
const idList = (ids: readonly string[]): string =>
  `(${ids
    .filter((id) => ID.test(id))
    .map((id) => `'${id}'`)
    .join(', ')})`;

const shareObjectOf = ({ schema }: OrgState, object: SObject): SObject | undefined =>
  [...schema.objects.values()].find(({ shareOf }) => shareOf === object.name);

/** The field of a share that names the record, and the one that tells the level. */
export function shareFields(share: SObject): { readonly record: Field; readonly level: Field } | undefined {
  const record = [...share.fields.values()].find(
    ({ referenceTo, childRelationshipName }) =>
      childRelationshipName === 'Shares' && referenceTo.includes(share.shareOf ?? ''),
  );
  const level = fieldOf(share, `${share.shareOf ?? ''}AccessLevel`) ?? fieldOf(share, 'AccessLevel');
  return record === undefined || level === undefined ? undefined : { record, level };
}

/** Rows that the user owns, or that were shared with the user, or so with somebody below. Salesforce help, "Record-Level Security". */
function ownOrShared(
  state: OrgState,
  rights: Rights,
  object: SObject,
  alias: string,
  access: Access,
): string {
  const users = idList(rights.circle);
  const own = object.fields.has('ownerid') ? `${alias}."OwnerId" IN ${users}` : '0';
  const share = access === 'all' ? undefined : shareObjectOf(state, object);
  const fields = share && shareFields(share);
  if (share === undefined || fields === undefined) return own;
  const levels = LEVELS[access].map((level) => `'${level}'`).join(', ');
  return `(${own} OR ${alias}.Id IN (SELECT ${quoted(fields.record.name)} FROM ${quoted(share.name)} WHERE "UserOrGroupId" IN ${users} AND ${quoted(fields.level.name)} IN (${levels}) AND IsDeleted = 0))`;
}

/** Rows whose record above may be seen or changed. */
function above(state: OrgState, rights: Rights, field: Field, alias: string, access: Access): string | null {
  const parent = objectOf(state.schema, field.referenceTo[0] ?? '');
  const condition = parent && sharing(state, rights, parent, 'parent', access);
  if (parent === undefined || condition === undefined || condition === null) return null;
  return `${alias}.${quoted(field.name)} IN (SELECT parent.Id FROM ${quoted(parent.name)} parent WHERE ${condition})`;
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
  // A contact without an account is its owner's. Salesforce help, "Organization-Wide Sharing Defaults".
  const account = fieldOf(object, 'AccountId');
  const shared = account && above(state, rights, account, alias, access === 'read' ? 'read' : 'edit');
  if (account === undefined || shared === undefined || shared === null) return null;
  const own = ownOrShared(state, rights, object, alias, 'all');
  return `(${shared} OR (${alias}.${quoted(account.name)} IS NULL AND ${own}))`;
}

/**
 * The condition on the rows of an object, under the table alias `alias`, that a user may read, edit or do all with: org-wide default,
 * owner, role above, shares, View All and Modify All. Null when all rows are open. It has no parameters, so it can stand in any
 * clause.
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

/** Whether the sharing of the org lets the user do that with the record. */
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
