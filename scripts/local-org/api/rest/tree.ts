import { type Caller, type JsonRecord, type Org, type RecordError, OrgError } from '../../org.ts';
import { type Handler, type Resource, listOf, objectBody } from '../resource.ts';
import { rollBack } from './rollBack.ts';

const MOST_RECORDS = 200;
const MOST_LEVELS = 5;
const MOST_TYPES = 5;

interface Node {
  readonly referenceId: string;
  readonly object: string;
  readonly record: JsonRecord;
  /** The field of this record that refers to its parent. */
  readonly parentField: string | undefined;
  readonly parent: Node | undefined;
  readonly depth: number;
}

type TreeResult = { readonly referenceId: string } & (
  | { readonly id: string }
  | { readonly errors: readonly RecordError[] }
);

interface ChildRelationship {
  readonly relationshipName: string | null;
  readonly childSObject: string;
  readonly field: string;
}

const isChildren = (value: unknown): value is { readonly records: readonly unknown[] } =>
  typeof value === 'object' && value !== null && Array.isArray((value as { records?: unknown }).records);

const invalid = (message: string): OrgError => new OrgError(400, 'INVALID_INPUT', message);

/** All records of the tree, parents before their children. */
function nodes(list: readonly unknown[], org: Org, caller: Caller): readonly Node[] {
  const found: Node[] = [];
  function visit(
    value: unknown,
    parent: Node | undefined,
    expected: string | undefined,
    parentField?: string,
  ): void {
    const { attributes, ...fields } = objectBody(value);
    const { type, referenceId } = (attributes ?? {}) as { type?: string; referenceId?: string };
    const object = type ?? expected;
    if (!object || !referenceId) throw invalid('Each record needs attributes with type and referenceId.');
    const children = Object.entries(fields).filter(([, child]) => isChildren(child));
    const record = Object.fromEntries(Object.entries(fields).filter(([, field]) => !isChildren(field)));
    const node: Node = { referenceId, object, record, parent, parentField, depth: (parent?.depth ?? 0) + 1 };
    found.push(node);
    if (children.length === 0) return;
    const relationships = org.describe(object, caller).childRelationships as readonly ChildRelationship[];
    for (const [name, { records }] of children as [string, { records: readonly unknown[] }][]) {
      const relation = relationships.find(
        (one) => one.relationshipName?.toLowerCase() === name.toLowerCase(),
      );
      if (!relation) {
        throw new OrgError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object}`, [
          name,
        ]);
      }
      records.forEach((child) => {
        visit(child, node, relation.childSObject, relation.field);
      });
    }
  }
  list.forEach((value) => {
    visit(value, undefined, undefined);
  });
  return found;
}

function check(all: readonly Node[]): void {
  if (all.length > MOST_RECORDS) throw invalid(`The request contains more than ${MOST_RECORDS} records.`);
  if (all.some(({ depth }) => depth > MOST_LEVELS))
    throw invalid(`The request contains more than ${MOST_LEVELS} levels.`);
  if (new Set(all.map(({ object }) => object)).size > MOST_TYPES) {
    throw invalid(`The request contains more than ${MOST_TYPES} types of records.`);
  }
}

/** Every occurrence of a repeated reference id (REST guide, sObject Tree Response Body). */
function duplicates(all: readonly Node[]): readonly TreeResult[] {
  const times = Map.groupBy(all, ({ referenceId }) => referenceId);
  return all
    .filter(({ referenceId }) => (times.get(referenceId)?.length ?? 0) > 1)
    .map(({ referenceId }) => ({
      referenceId,
      errors: [
        {
          statusCode: 'INVALID_INPUT',
          message: `Duplicate ReferenceId provided in the request: ${referenceId}`,
          fields: [],
        },
      ],
    }));
}

/**
 * The error for records of objects that the caller can't see, as quoted in https://github.com/forcedotcom/cli/issues/3285
 */
function unknownObjects(all: readonly Node[], org: Org, caller: Caller): readonly TreeResult[] {
  const names = new Set(org.describeGlobal(caller).map(({ name }) => String(name).toLowerCase()));
  return all
    .filter(({ object }) => !names.has(object.toLowerCase()))
    .map(({ referenceId, object }) => ({
      referenceId,
      errors: [
        {
          statusCode: 'INVALID_INPUT',
          message: `Invalid entity type provided in the request: ${object}`,
          fields: [],
        },
      ],
    }));
}

function insert(all: readonly Node[], org: Org, caller: Caller): readonly TreeResult[] {
  const ids = new Map<Node, string>();
  const results: TreeResult[] = [];
  for (const node of all) {
    const parentId = node.parent && ids.get(node.parent);
    if (node.parent && parentId === undefined) continue;
    const record = node.parentField ? { ...node.record, [node.parentField]: parentId } : node.record;
    const [saved] = org.save({ operation: 'insert', object: node.object, records: [record] }, caller);
    if (saved?.success && saved.id !== null) {
      ids.set(node, saved.id);
      results.push({ referenceId: node.referenceId, id: saved.id });
    } else {
      results.push({ referenceId: node.referenceId, errors: saved?.errors ?? [] });
    }
  }
  return results;
}

const failed = (results: readonly TreeResult[]): boolean => results.some((result) => 'errors' in result);

const create: Handler = ({ body, param, caller }, { org }) => {
  const list = listOf(objectBody(body), 'records');
  const all = nodes(list, org, caller);
  check(all);
  const refused = [...unknownObjects(all, org, caller), ...duplicates(all)];
  if (refused.length > 0) return { status: 400, body: { hasErrors: true, results: refused } };
  const root = param('object').toLowerCase();
  if (all.some((node) => !node.parent && node.object.toLowerCase() !== root)) {
    throw invalid(`The root records of the request must be of type ${param('object')}.`);
  }
  const onlyErrors = (results: readonly TreeResult[]): readonly TreeResult[] =>
    results.filter((result) => 'errors' in result);
  const results = rollBack(org, () => insert(all, org, caller), failed, onlyErrors);
  const hasErrors = failed(results);
  return { status: hasErrors ? 400 : 201, body: { hasErrors, results } };
};

/** sObject Tree (REST API Developer Guide): nested records, all saved or none; parents are named by relationship. */
export const TREE_RESOURCES: readonly Resource[] = [
  { path: '/composite/tree/:object', handlers: { POST: create } },
];
