import type { Target } from '../check/checkedEvent.ts';
import type { Staging } from '../stage/staging.ts';
import type { Finder } from './finder.ts';
import type { MatchedRecord } from './matchedRecord.ts';
import { eventsOf, nextSubjects, type StagedEvent } from './stagedEvent.ts';

/** The events of one subject without outcome, in order of time, and the records that have its key. */
export interface MatchedSubject {
  readonly target: Target;
  readonly subjectKey: string;
  readonly events: readonly StagedEvent[];
  readonly records: readonly MatchedRecord[];
}

/** Subjects that are planned at a time: their events and records are in memory together. */
const PLANNED_TOGETHER = 1000;

/** Finds the records of every subject that has events without outcome; `count` subjects are looked up at a time. */
export async function* matchSubjects(
  staging: Staging,
  target: Target,
  find: Finder,
  count: number,
): AsyncGenerator<readonly MatchedSubject[]> {
  let after = '';
  for (;;) {
    const subjects = nextSubjects(staging, target, after, count);
    if (subjects.length === 0) return;
    const recordsOf = await find(subjects);
    for (let start = 0; start < subjects.length; start += PLANNED_TOGETHER) {
      const some = subjects.slice(start, start + PLANNED_TOGETHER);
      const events = eventsOf(staging, target, some);
      yield some.map((key) => ({
        target,
        subjectKey: key,
        events: events.get(key) ?? [],
        records: recordsOf(key),
      }));
    }
    after = subjects.at(-1) ?? after;
  }
}
