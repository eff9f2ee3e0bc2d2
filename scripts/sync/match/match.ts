import type { Target } from '../check/checkedEvent.ts';
import type { Staging } from '../stage/staging.ts';
import type { Finder } from './finder.ts';
import type { MatchedRecord } from './matchedRecord.ts';
import { eventsBetween, nextSubjects, type StagedEvent } from './stagedEvent.ts';

/** The events of one subject without outcome, in order of time, and the records that have its key. */
export interface MatchedSubject {
  readonly target: Target;
  readonly subjectKey: string;
  readonly events: readonly StagedEvent[];
  readonly records: readonly MatchedRecord[];
}

/** Finds the records of every subject that has events without outcome, `count` subjects at a time. */
export async function* matchSubjects(
  staging: Staging,
  target: Target,
  find: Finder,
  count: number,
): AsyncGenerator<readonly MatchedSubject[]> {
  let after = '';
  for (;;) {
    const subjects = nextSubjects(staging, target, after, count);
    const [first, last] = [subjects[0], subjects.at(-1)];
    if (first === undefined || last === undefined) return;
    const records = await find(subjects);
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
