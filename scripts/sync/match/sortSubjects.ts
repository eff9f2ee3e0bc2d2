import { toSecond } from '../../feed/instant.ts';
import type { StagedEvent, Target } from '../events/event.ts';
import { ruleOf } from '../events/eventRules.ts';
import { isOlder } from '../events/late.ts';
import type { MatchedSubject, SettledEvent } from '../events/record.ts';
import { lineReader, type CheckAgain } from '../staging/knownLines.ts';
import { eventsOf } from '../staging/stagedEvents.ts';
import type { Staging } from '../staging/staging.ts';
import { asOfReader, guardKey } from '../state/asOfs.ts';
import { readingAtOnce } from '../state/sqlite.ts';
import type { StateStore } from '../state/store.ts';
import type { FoundRecord, RecordsOf } from './finder.ts';
import { areSettled, settledHash } from './settledSubjects.ts';

/** What sorting needs. `rules`: version of the rules of events, and the settings that they follow. */
export interface Sorting {
  readonly staging: Staging;
  readonly state: StateStore;
  readonly rules: string;
  readonly check: CheckAgain;
  /** The clock, in milliseconds since 1970. */
  readonly now: number;
}

/** More than the clocks of the org and of this machine should differ. */
const CALM_MS = 5 * 60 * 1000;

export interface Sorted {
  readonly settled: readonly SettledEvent[];
  readonly others: readonly MatchedSubject[];
}

/**
 * Returns a function that tells the subjects apart of which nothing can have changed: the same lines, the same record and the same
 * settings came to nothing before. All others are to be planned.
 */
export function subjectSorter(
  target: Target,
  { staging, state, rules, check, now }: Sorting,
): (subjects: readonly string[], recordsOf: RecordsOf) => Sorted {
  const hashOf = settledHash(rules);
  const withData = dataFiller(staging, check);
  const guarded = guardedEvents(target, state);
  const changedBefore = now - CALM_MS;

  function settledNow(
    events: readonly StagedEvent[],
    record: FoundRecord,
    key: string,
  ): readonly SettledEvent[] | undefined {
    if (!events.every(({ known }) => known?.settled != null)) return undefined;
    const hash = hashOf(target, events, record);
    return hash && areSettled(events, hash) ? guarded(key, events) : undefined;
  }

  function toPlan(
    key: string,
    events: readonly StagedEvent[],
    found: readonly FoundRecord[],
  ): MatchedSubject {
    const [first, second] = found;
    const records = found.map(({ read }) => read());
    const subject = { target, subjectKey: key, events: events.map(withData), records };
    if (!first || second) return subject;
    return {
      ...subject,
      settledBy: () => (isCalm(first, target, changedBefore) ? hashOf(target, events, first) : undefined),
    };
  }

  return (subjects, recordsOf) => {
    const events = eventsOf(staging, target, subjects);
    const settled: SettledEvent[] = [];
    const others: MatchedSubject[] = [];
    readingAtOnce(state.db, () => {
      for (const key of subjects) {
        const own = events.get(key) ?? [];
        const found = recordsOf(key);
        const unchanged = found.length === 1 && found[0] ? settledNow(own, found[0], key) : undefined;
        if (unchanged) settled.push(...unchanged);
        else others.push(toPlan(key, own, found));
      }
    });
    return { settled, others };
  };
}

/**
 * Whether a later change of the record would show. The view of a policy isn't looked up, only when the policy was changed last, to
 * the second: one that was changed just now may be changed again within that second.
 */
function isCalm({ changedAt }: FoundRecord, target: Target, before: number): boolean {
  if (target === 'Account') return true;
  const at = changedAt();
  return at !== null && Date.parse(at) < before;
}

/** Returns a function that reads the data of an event whose line is known. */
function dataFiller(staging: Staging, check: CheckAgain): (event: StagedEvent) => StagedEvent {
  const read = lineReader(staging);
  return (event) => {
    if (!event.known) return event;
    const { bytes, view } = read(event.n);
    const rule = ruleOf(event.kind);
    if (!rule.keepKnown) return { ...event, data: check(bytes).data };
    const { data } = JSON.parse(Buffer.from(bytes).toString('utf8')) as Parameters<typeof rule.keep>[0];
    return { ...event, data: rule.keepKnown(data, view) };
  };
}

/**
 * Returns a function that gives settled events with the guards that have to be remembered; undefined when one of the events is late,
 * because the state folder has seen a newer one.
 */
function guardedEvents(
  target: Target,
  state: StateStore,
): (key: string, events: readonly StagedEvent[]) => readonly SettledEvent[] | undefined {
  const seen = asOfReader(state);
  return (key, events) => {
    const seenAt = seen(key);
    const guarded: SettledEvent[] = [];
    for (const { n, kind, zone, instant, known } of events) {
      const [scope] = ruleOf(kind).guards(target, zone);
      if (isOlder(instant, seenAt(scope))) return undefined;
      const isNewer = Number(toSecond(instant)) > (known?.second ?? 0);
      guarded.push({ n, guard: isNewer ? guardKey(state, scope, key) : null });
    }
    return guarded;
  };
}
