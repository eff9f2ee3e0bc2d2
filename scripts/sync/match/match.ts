import type { Config } from '../config/config.ts';
import type { Target } from '../check/checkedEvent.ts';
import type { Org } from '../org/org.ts';
import { QUERIES_PER_CALL, queryTogether, soqlText } from '../org/query.ts';
import { subjectKey } from '../stage/stageEvents.ts';
import type { Staging } from '../stage/staging.ts';
import { customerPath, matchedRecord, selectedFields, type MatchedRecord } from './matchedRecord.ts';
import { eventsBetween, nextSubjects, type StagedEvent } from './stagedEvent.ts';

/** The events of one subject without outcome, in order of time, and the records that have its key. */
export interface MatchedSubject {
  readonly target: Target;
  readonly subjectKey: string;
  readonly events: readonly StagedEvent[];
  readonly records: readonly MatchedRecord[];
}

/** Characters of keys in one statement, of the 100,000 that SOQL allows. */
const MAX_KEYS_LENGTH = 80_000;

/** Looks up the records of every subject that has events without outcome, as many at a time as one call can ask for. */
export async function* matchSubjects(
  staging: Staging,
  target: Target,
  org: Org,
  config: Config,
): AsyncGenerator<readonly MatchedSubject[]> {
  const count = config.keysPerQuery * QUERIES_PER_CALL;
  let after = '';
  for (;;) {
    const subjects = nextSubjects(staging, target, after, count);
    const [first, last] = [subjects[0], subjects.at(-1)];
    if (first === undefined || last === undefined) return;
    const records = await lookUp(subjects, target, org, config);
    const events = eventsBetween(staging, target, first, last);
    yield subjects.map((key) => ({
      target,
      subjectKey: key,
      events: events.get(key) ?? [],
      records: records.get(key) ?? [],
    }));
    after = last;
  }
}

async function lookUp(
  subjects: readonly string[],
  target: Target,
  org: Org,
  config: Config,
): Promise<ReadonlyMap<string, readonly MatchedRecord[]>> {
  const { roles } = config;
  const keyField = target === 'Account' ? roles.customerNumber : roles.policyNumber;
  const parents = target === 'Account' ? [] : [customerPath(config)];
  const fields = ['Id', ...selectedFields(target, config), ...parents].join(', ');
  const queries = statements(subjects, config.keysPerQuery).map(
    (keys) => `SELECT ${fields} FROM ${target} WHERE ${keyField} IN (${keys})`,
  );
  const found = new Map<string, MatchedRecord[]>();
  for (const record of await queryTogether(org, queries)) {
    const key = subjectKey(String(record[keyField]));
    const same = found.get(key);
    if (same) same.push(matchedRecord(target, record, config));
    else found.set(key, [matchedRecord(target, record, config)]);
  }
  return found;
}

/** Cuts keys into lists that one statement each can hold. */
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
