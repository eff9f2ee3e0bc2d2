import { type ConditionTree, conditionTree } from '../../soql/conditionTree.ts';
import { readStatement } from '../../soql/statement.ts';
import { type FieldDescribe, type ObjectDescribe, createDescribes, fieldOf } from '../describe/describe.ts';
import type { Api } from '../api.ts';
import type { ResourceRequest } from '../request.ts';

/** Fields that Salesforce indexes in every org (Knowledge: Make SOQL query selective). */
const STANDARD = new Set(['Id', 'Name', 'OwnerId', 'CreatedDate', 'SystemModstamp', 'RecordTypeId']);

const indexed = ({ name, externalId, unique, type }: FieldDescribe): boolean =>
  STANDARD.has(name) || externalId || unique || type === 'reference';

/** An index is used up to this share of a table's first million rows (Knowledge: Make SOQL query selective). */
const STANDARD_SHARE = 0.3;
const CUSTOM_SHARE = 0.1;

/** The fields compared by conditions that are joined by AND only; undefined for any other condition. */
function comparedFields(tree: ConditionTree): readonly string[] | undefined {
  if (tree.kind === 'leaf') return 'field' in tree.leaf ? [tree.leaf.field] : [];
  if (tree.kind !== 'and') return undefined;
  const names = tree.parts.map(comparedFields);
  return names.includes(undefined) ? undefined : names.flatMap((each) => each ?? []);
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000;

function leadingIndex(tree: ConditionTree | undefined, object: ObjectDescribe): FieldDescribe | undefined {
  return (tree && comparedFields(tree))
    ?.map((name) => fieldOf(object, name))
    .find((field) => field !== undefined && indexed(field));
}

/**
 * The plans of a query, best first, without running it (REST guide, Query Performance Feedback). The cardinality is exact
 * here; costs are estimates from Salesforce's selectivity thresholds. Throws what the query would throw.
 */
export function explain(soql: string, { caller, version }: ResourceRequest, { org }: Api): unknown {
  const { totalSize: cardinality } = org.query(soql, caller, { version });
  const { sObject = '', where } = readStatement(soql).query;
  const object = createDescribes(org, caller).of(sObject);
  const count = org.query(`SELECT COUNT() FROM ${object.name}`, caller, { version });
  const sobjectCardinality = count.totalSize;
  const share = cardinality / Math.max(1, sobjectCardinality);
  const plan = (leadingOperationType: string, fields: readonly string[], relativeCost: number): unknown => ({
    cardinality,
    fields,
    leadingOperationType,
    notes: [
      {
        description: 'Not considering filter for optimization because unindexed',
        fields: ['IsDeleted'],
        tableEnumOrId: object.name,
      },
    ],
    relativeCost: round(relativeCost),
    sobjectCardinality,
    sobjectType: object.name,
  });
  const scan = plan('TableScan', [], Math.max(1, share / CUSTOM_SHARE));
  const field = leadingIndex(where && conditionTree(where), object);
  if (!field) return { plans: [scan] };
  const threshold = STANDARD.has(field.name) ? STANDARD_SHARE : CUSTOM_SHARE;
  const index = plan('Index', [field.name], share / threshold);
  return { plans: share < threshold ? [index, scan] : [scan, index] };
}
