import type { RecordError } from '../org.ts';
import { type SObject, fieldOf } from '../schema/model.ts';
import type { DuplicateRule } from '../schema/features.ts';
import type { Draft } from './draft.ts';
import { recordError } from './recordErrors.ts';
import { idsByValue, rowById } from './records.ts';
import type { OrgState } from './state.ts';

/** The message of a rule without its own: restforce/restforce issue 347. */
const duplicate = (): RecordError =>
  recordError(
    'DUPLICATES_DETECTED',
    "You're creating a duplicate record. We recommend you use an existing record instead.",
  );

const same = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string'
    ? one.toLowerCase() === other.toLowerCase()
    : one === other;

/** Whether the write changes a value that the rule compares: an edit of other fields doesn't run the rule. */
const concerns = ({ fields }: DuplicateRule, { row, before }: Draft): boolean =>
  before === null || fields.some((name) => !same(row[name] ?? null, before[name] ?? null));

function matches(state: OrgState, { object, row }: Draft, rule: DuplicateRule): boolean {
  const named = rule.fields.flatMap((name) => fieldOf(object, name) ?? []);
  const [first] = named;
  if (first === undefined || named.some((field) => (row[field.name] ?? null) === null)) return false;
  const value = row[first.name] ?? null;
  const ids = idsByValue(state.database, object, first.name, value, { caseSensitive: false, limit: 200 });
  return ids.some((id) => {
    const other = rowById(state.database, object, id);
    return id !== row.Id && named.every(({ name }) => same(other?.[name] ?? null, row[name] ?? null));
  });
}

const rulesOf = ({ features }: OrgState, { name }: SObject): readonly DuplicateRule[] =>
  features.duplicateRules.filter(({ object }) => object.toLowerCase() === name.toLowerCase());

/**
 * Checks the duplicate rules: an alert is an error unless the caller allows it (REST API Developer Guide, "Duplicate Rule
 * Header"), a block always. They run after the validation rules (Apex guide, "Triggers and Order of Execution").
 */
export function duplicates(state: OrgState, draft: Draft): readonly RecordError[] {
  const against = rulesOf(state, draft.object).some(
    (rule) =>
      (rule.action === 'block' || !draft.allowDuplicates) &&
      concerns(rule, draft) &&
      matches(state, draft, rule),
  );
  return against ? [duplicate()] : [];
}
