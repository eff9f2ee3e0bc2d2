import { ofType } from '../schema/components.ts';
import { type Field, type SObject, fieldOf, objectOf } from '../schema/model.ts';
import type { Candidate } from './problem.ts';
import { elements, textOf } from './xml.ts';

/** A column of a report: its field, or only that it is one, where the platform names it its own way (CUST_NAME). */
export type Column = Field | 'unchecked';

/** The columns that a report type offers. */
export interface ReportColumns {
  readonly column: (name: string) => Column | undefined;
}

/**
 * Standard report types; their columns have names of their own in capitals (ACCOUNT.NAME, CREATED_DATE), which aren't checked. Salesforce's
 * skill platform-report-generate lists the common ones.
 */
const STANDARD: ReadonlyMap<string, string> = new Map([
  ['AccountList', 'Account'],
  ['ContactList', 'Contact'],
  ['AccountContactRole', 'Account'],
  ['Opportunity', 'Opportunity'],
  ['CaseList', 'Case'],
  ['LeadList', 'Lead'],
  ['CampaignList', 'Campaign'],
  ['Activity', 'Task'],
  ['User', 'User'],
]);
const CAPITALS = /^[A-Z0-9_]+(\.[A-Z0-9_]+)*$/;

/** The field at the end of a path through lookups (`NameInsured.Name`, `Account__c.Name`), from an object. */
export function fieldAt({ schema }: Candidate, object: SObject | undefined, path: string): Field | undefined {
  const [first = '', ...rest] = path.split('.');
  if (object === undefined) return undefined;
  if (rest.length === 0) return fieldOf(object, first);
  const lookup = [...object.fields.values()].find(
    ({ relationshipName, name, referenceTo }) =>
      referenceTo.length > 0 && (relationshipName === first || name === first),
  );
  return lookup?.referenceTo
    .map((target) => fieldAt({ schema } as Candidate, objectOf(schema, target), rest.join('.')))
    .find((field) => field !== undefined);
}

/** The object of a report type's table: its base object, or a child by relationship (`Account.Contacts`). */
export function tableOf({ schema }: Candidate, table: string): SObject | undefined {
  const [base = '', ...relationships] = table.split('.');
  return relationships.reduce<SObject | undefined>(
    (parent, relationship) =>
      parent &&
      [...schema.objects.values()].find((child) =>
        [...child.fields.values()].some(
          ({ childRelationshipName, referenceTo }) =>
            childRelationshipName === relationship && referenceTo.includes(parent.name),
        ),
      ),
    objectOf(schema, base),
  );
}

/**
 * The columns of a report type by its name in a report: a standard one, `CustomEntity$Object__c`, or a custom one with `__c` behind its
 * name, whose columns are `Table$Field`. Undefined when there is no such type.
 */
export function columnsOf(candidate: Candidate, reportType: string): ReportColumns | undefined {
  const [, entity] = /^CustomEntity\$(\w+__c)$/.exec(reportType) ?? [];
  const standard = entity ?? STANDARD.get(reportType);
  if (standard !== undefined) {
    const object = objectOf(candidate.schema, standard);
    if (object === undefined && entity !== undefined) return undefined;
    return {
      column: (name) => {
        if (CAPITALS.test(name)) return 'unchecked';
        const [table = '', ...path] = name.split('.');
        return path.length === 0
          ? undefined
          : fieldAt(candidate, objectOf(candidate.schema, table), path.join('.'));
      },
    };
  }
  const type = ofType(candidate.components, 'ReportType').get(reportType.replace(/__c$/, ''));
  if (type?.content === undefined || !reportType.endsWith('__c')) return undefined;
  const offered = new Set(
    elements(type.content, 'sections')
      .flatMap((section) => elements(section, 'columns'))
      .map((column) => `${textOf(column, 'table') ?? ''}$${textOf(column, 'field') ?? ''}`),
  );
  return {
    column: (name) => {
      const [table = '', path = ''] = name.split('$');
      return offered.has(name) ? fieldAt(candidate, tableOf(candidate, table), path) : undefined;
    },
  };
}
