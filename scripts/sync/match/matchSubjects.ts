import type { Target } from '../events/event.ts';
import type { MatchedBatch, MatchedSubject } from '../events/record.ts';
import { QUERIES_PER_CALL } from '../org/query.ts';
import { noteLookUp } from '../staging/chosen.ts';
import { countSubjects, nextSubjects } from '../staging/stagedEvents.ts';
import type { BulkReading } from './bulkFinder.ts';
import type { Finder } from './finder.ts';
import { openFinder } from './openFinder.ts';
import { overwrittenViews } from './overwrittenViews.ts';
import { queryFinder } from './queryFinder.ts';
import { subjectSorter, type Sorting } from './sortSubjects.ts';

/** What matching needs. `onStep` is called with the subjects done so far and their total. */
export interface Matching extends Omit<BulkReading, 'records'>, Sorting {
  readonly onStep: (name: string, total: number) => void;
}

/** Subjects that are looked into together, and those that are planned together: their events and records are in memory. */
const TOGETHER = 1000;

/**
 * Finds the records of every subject of a target that has events without outcome, a batch at a time. The caller gives all events of a
 * batch an outcome before it asks for the next: a run that is resumed begins with what has none.
 */
export async function* matchSubjects(target: Target, matching: Matching): AsyncGenerator<MatchedBatch> {
  const { staging, onStep } = matching;
  const total = countSubjects(staging, target);
  if (total === 0) return;
  function onBegin(records: number): void {
    onStep('look up', records);
  }
  const { lookUp, find } = await openFinder(target, total, { ...matching, onBegin });
  noteLookUp(staging, target, lookUp);
  onStep('match', total);
  yield* matchBy(find, target, matching);
}

/**
 * Looks up again the subjects whose record has disappeared since, by query: the records of a Bulk query are older than that.
 */
export const matchAgain = (target: Target, matching: Matching): AsyncGenerator<MatchedBatch> =>
  matchBy(queryFinder(target, matching.org, matching.config, matching.labels), target, matching);

/** Treats every subject as having no record. */
export const matchNothing = (target: Target, matching: Matching): AsyncGenerator<MatchedBatch> =>
  matchBy(() => Promise.resolve(() => []), target, matching);

/**
 * Subjects that are to be planned wait until there are enough of them: views that were overwritten are read for all of them together,
 * and on most nights a few subjects in a hundred are not settled.
 */
async function* matchBy(find: Finder, target: Target, matching: Matching): AsyncGenerator<MatchedBatch> {
  const { staging, org, config } = matching;
  const readViews = overwrittenViews(org);
  const sort = subjectSorter(target, matching);
  let waiting: MatchedSubject[] = [];
  let after = '';
  for (;;) {
    const subjects = nextSubjects(staging, target, after, config.keysPerQuery * QUERIES_PER_CALL);
    if (subjects.length === 0) break;
    const recordsOf = await find(subjects);
    for (let start = 0; start < subjects.length; start += TOGETHER) {
      const some = subjects.slice(start, start + TOGETHER);
      const { settled, others } = sort(some, recordsOf);
      waiting.push(...others);
      const ready = waiting.length < TOGETHER ? [] : waiting.slice(0, TOGETHER);
      waiting = waiting.slice(ready.length);
      const count = some.length - others.length + ready.length;
      if (count > 0) yield { settled, subjects: await readViews(ready), count };
    }
    after = subjects.at(-1) ?? after;
  }
  if (waiting.length > 0) yield { settled: [], subjects: await readViews(waiting), count: waiting.length };
}
