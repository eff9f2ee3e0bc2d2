import type { Config } from '../config/config.ts';
import type { Org } from '../org/org.ts';
import { queryTogether, soqlText, type OrgRecord } from '../org/query.ts';
import { subjectKey, type Target } from '../events/event.ts';
import type { Finder, FoundRecord } from './finder.ts';
import { CHANGED_AT, keyField, lookUpFields } from './lookUpFields.ts';
import { recordReader, type PicklistLabels } from './recordReader.ts';

/** Characters of keys in one statement; SOQL allows a statement of 100,000. */
const MAX_KEYS_LENGTH = 80_000;

/** Looks up keys by SOQL, thousands in a statement and several statements in a call. */
export function queryFinder(target: Target, org: Org, config: Config, labels: PicklistLabels): Finder {
  const [key, fields] = [keyField(target, config), lookUpFields(target, config).join(', ')];
  const matched = recordReader(target, config, labels);
  return async (subjects) => {
    const queries = statements(subjects, config.keysPerQuery).map(
      (keys) => `SELECT ${fields} FROM ${target} WHERE ${key} IN (${keys})`,
    );
    const found = new Map<string, OrgRecord[]>();
    for (const record of await queryTogether(org, queries)) {
      const subject = subjectKey(String(record[key]));
      const same = found.get(subject);
      if (same) same.push(record);
      else found.set(subject, [record]);
    }
    return (subject) => (found.get(subject) ?? []).map((record) => foundRecord(record, matched));
  };
}

/** In a function of its own: what is made within the finder would keep all records of its call in memory as long as one waits. */
const foundRecord = (record: OrgRecord, matched: ReturnType<typeof recordReader>): FoundRecord => ({
  text: JSON.stringify(record),
  read: () => matched(record),
  changedAt: () => (record[CHANGED_AT] ?? null) as string | null,
});

/** Splits keys into lists that fit into one statement each. */
function statements(subjects: readonly string[], keysPerQuery: number): readonly string[] {
  const lists: string[] = [];
  let list: string[] = [];
  let length = 0;
  for (const literal of subjects.map(soqlText)) {
    if (list.length === keysPerQuery || length + literal.length > MAX_KEYS_LENGTH) {
      lists.push(list.join(','));
      list = [];
      length = 0;
    }
    list.push(literal);
    length += literal.length + 1;
  }
  return list.length > 0 ? [...lists, list.join(',')] : lists;
}
