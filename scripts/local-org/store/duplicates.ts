import type { RecordError } from '../org.ts';
import { type Field, type SObject, fieldOf } from '../schema/model.ts';
import type { DuplicateRule } from '../schema/features.ts';
import type { Row, Value } from './database.ts';
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

const valueOf = (row: Row | null | undefined, { name }: Field): Value => row?.[name] ?? null;

/** Whether the write sets or changes a value that the rule compares: an edit of other fields doesn't run the rule. */
const concerns = (compared: readonly Field[], { row, before }: Draft): boolean =>
  compared.some((field) => !same(valueOf(row, field), valueOf(before, field)));

/** The record itself is as it was before, so it doesn't match. */
function matches(state: OrgState, { object, row }: Draft, compared: readonly Field[]): boolean {
  const [first] = compared;
  if (first === undefined || compared.some((field) => valueOf(row, field) === null)) return false;
  const options = { caseSensitive: false, limit: 200 };
  return idsByValue(state.database, object, first.name, valueOf(row, first), options).some((id) => {
    const other = rowById(state.database, object, id);
    return compared.every((field) => same(valueOf(other, field), valueOf(row, field)));
  });
}

const comparedBy = ({ fields }: DuplicateRule, object: SObject): readonly Field[] =>
  fields.flatMap((name) => fieldOf(object, name) ?? []);

const rulesOf = ({ features }: OrgState, { name }: SObject): readonly DuplicateRule[] =>
  features.duplicateRules.filter(({ object }) => object.toLowerCase() === name.toLowerCase());

/**
 * Checks the duplicate rules: an alert is an error unless the caller allows it (REST API Developer Guide, "Duplicate Rule
 * Header"), a block always. They run after the validation rules (Apex guide, "Triggers and Order of Execution").
 */
export function duplicates(state: OrgState, draft: Draft): readonly RecordError[] {
  const against = rulesOf(state, draft.object).some((rule) => {
    if (rule.action === 'alert' && draft.allowDuplicates) return false;
    const compared = comparedBy(rule, draft.object);
    return concerns(compared, draft) && matches(state, draft, compared);
  });
  return against ? [duplicate()] : [];
}
