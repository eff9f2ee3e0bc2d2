import { endingOf, FAULTS, HOUR, sumOf, type Fault, type Run } from './runs';

/** Something an admin has to look at. */
export type Alarm =
  | { readonly kind: 'no-run'; readonly since: number }
  | { readonly kind: 'stopped' | 'refused' | 'live-stopped'; readonly run: Run }
  | { readonly kind: Fault; readonly count: number; readonly read: number; readonly run: Run }
  | { readonly kind: 'unmatched'; readonly from: number; readonly to: number }
  | { readonly kind: 'api'; readonly percent: number }
  | { readonly kind: 'zone-silent'; readonly zone: string; readonly since: string }
  | { readonly kind: 'new-codes'; readonly codes: string };

/** What is known of the job. */
export interface Known {
  /** Newest first, of kind Feed. */
  readonly feeds: readonly Run[];
  /** Newest first, of kind Live. */
  readonly hours: readonly Run[];
  /** Zones that have been silent for too long: name, and ISO date-time of the newest event. */
  readonly silent: readonly { readonly zone: string; readonly since: string }[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The zones deliver every night: with half a day more, one night has failed. */
const NO_RUN_HOURS = 36;
/** Runs before the last one from which the usual follows. */
const USUAL_RUNS = 14;
/** Nights in a row with more kept events than the night before. Customers and policies come a day or two late now and then. */
const GROWING_NIGHTS = 3;
/** Percent of the org's API calls of a day. A run takes at most half of what is left (`apiShare` in config/sync.json). */
const API_NEAR_PERCENT = 40;
const DAY = 24 * HOUR;

/** The alarms, the most urgent first; none when all is well. */
export function alarmsOf(known: Known): readonly Alarm[] {
  const { feeds, hours, silent, now } = known;
  return [
    ...noRun(feeds, hours, now),
    ...unfinished(feeds, now),
    ...liveUnfinished(hours, now),
    ...silent.map((zone) => ({ kind: 'zone-silent', ...zone }) as const),
    ...aboveUsual(finished(feeds)),
    ...(hours.some(({ started }) => now - started < DAY) ? aboveUsual(liveDays(hours, now)) : []),
    ...growing(known),
    ...apiNear([...feeds, ...hours], now),
    ...newCodes(feeds, hours, now),
  ];
}

/** Hours of `listen` don't stand in for a night that didn't come; where there never was a night, they are what runs. */
function noRun(feeds: readonly Run[], hours: readonly Run[], now: number): readonly Alarm[] {
  const newest = (feeds[0] ?? hours[0])?.started;
  return newest !== undefined && now - newest > NO_RUN_HOURS * HOUR
    ? [{ kind: 'no-run', since: newest }]
    : [];
}

/**
 * A stopped run stays an alarm until a later one has finished: what comes in between is refused because of it. A run that was
 * given up (`resume --discard`) is over.
 */
function unfinished(feeds: readonly Run[], now: number): readonly Alarm[] {
  const endings = feeds.map((run) => ({ run, ending: endingOf(run, now) }));
  const over = endings.findIndex(({ ending }) => ['clean', 'faults', 'discarded'].includes(ending));
  const since = over < 0 ? endings : endings.slice(0, over);
  const stopped = since.find(({ ending }) => ending === 'stopped' || ending === 'silent');
  if (stopped) return [{ kind: 'stopped', run: stopped.run }];
  const [last] = since.filter(({ ending }) => ending !== 'running');
  return last?.ending === 'refused' ? [{ kind: 'refused', run: last.run }] : [];
}

/** Each hour has its row, so only the newest tells how `listen` is now. */
function liveUnfinished([newest]: readonly Run[], now: number): readonly Alarm[] {
  if (newest === undefined) return [];
  return ['stopped', 'silent', 'refused'].includes(endingOf(newest, now))
    ? [{ kind: 'live-stopped', run: newest }]
    : [];
}

const finished = (runs: readonly Run[]): readonly Run[] => runs.filter(({ status }) => status === 'Finished');

/** Hours of `listen`, a day each, the newest first: a single hour has too few events for a share. Days without any are left out. */
export function liveDays(hours: readonly Run[], now: number): readonly Run[] {
  const days = new Map<number, [Run, ...Run[]]>();
  for (const run of finished(hours)) {
    const day = Math.floor((now - run.started) / DAY);
    const others = days.get(day);
    if (others) others.push(run);
    else days.set(day, [run]);
  }
  return [...days.values()].map(sumOf);
}

/**
 * A kind of fault is an alarm when more than twice the usual share of the last run's events had it. The usual is the median
 * of the runs before that had events; before there are any, it is none.
 */
function aboveUsual([last, ...before]: readonly Run[]): readonly Alarm[] {
  if (last === undefined) return [];
  const withEvents = before.filter(({ read }) => read > 0).slice(0, USUAL_RUNS);
  return FAULTS.flatMap((fault) => {
    const usual = median(withEvents.map((run) => shareOf(run, fault)));
    return shareOf(last, fault) > 2 * usual
      ? [{ kind: fault, count: last.outcomes[fault], read: last.read, run: last }]
      : [];
  });
}

const shareOf = ({ outcomes, read }: Run, fault: Fault): number => (read === 0 ? 0 : outcomes[fault] / read);

/** Of an even count the lower middle: a bad night is not the usual as long as as many were good. */
function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
}

/** A night and the hours around it keep their events in one state folder: the last count of each day, of either kind. */
function growing({ feeds, hours, now }: Known): readonly Alarm[] {
  const counts = new Map<number, number>();
  const newestFirst = [...feeds, ...hours].sort((one, other) => other.started - one.started);
  for (const { kept, started } of newestFirst) {
    const day = Math.floor((now - started) / DAY);
    if (kept !== null && !counts.has(day)) counts.set(day, kept);
  }
  const [to = 0, ...before] = [...counts.values()].slice(0, GROWING_NIGHTS + 1);
  const isGrowing = before.every((count, at) => count < (before[at - 1] ?? to));
  const from = before[GROWING_NIGHTS - 1];
  return from !== undefined && isGrowing ? [{ kind: 'unmatched', from, to }] : [];
}

/** All that the job used within a day: the night and the hours of `listen` share the org's calls. */
function apiNear(runs: readonly Run[], now: number): readonly Alarm[] {
  const percent = runs
    .filter(({ started }) => now - started < DAY)
    .reduce((sum, { apiShare }) => sum + (apiShare ?? 0), 0);
  return percent >= API_NEAR_PERCENT ? [{ kind: 'api', percent }] : [];
}

function newCodes([feed]: readonly Run[], hours: readonly Run[], now: number): readonly Alarm[] {
  const lately = hours.filter(({ started }) => now - started < DAY);
  const lines = [feed, ...lately].flatMap((run) => (run?.newCodes ?? '').split('\n'));
  const codes = [...new Set(lines.map((line) => line.trim()))].filter((line) => line !== '').join(', ');
  return codes === '' ? [] : [{ kind: 'new-codes', codes }];
}
