import { OUTCOMES } from '../staging/outcomes.ts';
import type { Report } from '../report/report.ts';
import type { InboxSize } from '../state/inbox.ts';
import type { Answered } from './receiver.ts';

/** Upper bounds of the histogram of answers, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** Counts what the process has done since it started. */
export interface Tallies {
  readonly answered: (answered: Answered) => void;
  readonly ran: (report: Report) => void;
  readonly failed: (code: string) => void;
  readonly dropped: (result: 'done' | 'failed') => void;
  /** When the last small run ended, in milliseconds since 1970; null before the first. */
  readonly lastRun: () => number | null;
  /** Prometheus text (Prometheus, exposition formats). */
  readonly text: (size: InboxSize, now: number) => string;
}

/** What the process tells, and the label that tells the numbers of one name apart. */
export const LISTEN_METRICS = {
  cuzo_listen_requests_total: { type: 'counter', label: 'status', help: 'Requests by HTTP status' },
  cuzo_listen_events_total: { type: 'counter', label: 'result', help: 'Events accepted and refused' },
  cuzo_listen_refused_total: { type: 'counter', label: 'code', help: 'Refused events by reason' },
  cuzo_listen_answer_seconds: { type: 'histogram', label: 'le', help: 'Time to the answer' },
  cuzo_listen_runs_total: {
    type: 'counter',
    label: 'result',
    help: 'Small runs: finished, or the error that ended them',
  },
  cuzo_listen_outcomes_total: { type: 'counter', label: 'outcome', help: 'Events of small runs by outcome' },
  cuzo_listen_rows_written_total: { type: 'counter', help: 'Account and InsurancePolicy rows' },
  cuzo_listen_api_calls_total: { type: 'counter', help: 'API calls of small runs' },
  cuzo_listen_feeds_total: { type: 'counter', label: 'result', help: 'Feeds of the drop folder' },
  cuzo_listen_waiting_events: { type: 'gauge', help: 'Events that wait' },
  cuzo_listen_waiting_bytes: { type: 'gauge', help: 'What they take on disk' },
  cuzo_listen_waiting_seconds: { type: 'gauge', help: 'How long the oldest has waited' },
  cuzo_listen_last_run_timestamp_seconds: { type: 'gauge', help: 'When the last small run finished' },
  process_resident_memory_bytes: { type: 'gauge', help: 'Resident memory of the process' },
} as const satisfies Readonly<
  Record<string, { readonly type: string; readonly help: string; readonly label?: string }>
>;

type Metric = keyof typeof LISTEN_METRICS;
type Counted = Exclude<Metric, 'cuzo_listen_answer_seconds'> | `cuzo_listen_answer_seconds_${HistogramPart}`;
type HistogramPart = 'bucket' | 'sum' | 'count';
type Labels = Readonly<Record<string, string>>;

const headOf = (name: Metric): readonly string[] => [
  `# HELP ${name} ${LISTEN_METRICS[name].help}`,
  `# TYPE ${name} ${LISTEN_METRICS[name].type}`,
];

export function openTallies(now: () => number): Tallies {
  const counts = new Map<Counted, Map<string, number>>();
  let lastRun: number | null = null;

  function add(name: Counted, labels: Labels, count = 1): void {
    const inner = counts.get(name) ?? new Map<string, number>();
    counts.set(name, inner);
    const key = Object.entries(labels)
      .map(([label, value]) => `${label}="${value}"`)
      .join(',');
    inner.set(key, (inner.get(key) ?? 0) + count);
  }

  function answered({ status, accepted, refused, milliseconds }: Answered): void {
    const seconds = milliseconds / 1000;
    add('cuzo_listen_requests_total', { status: String(status) });
    add('cuzo_listen_events_total', { result: 'accepted' }, accepted);
    add('cuzo_listen_events_total', { result: 'refused' }, refused.length);
    for (const { code } of refused) add('cuzo_listen_refused_total', { code });
    for (const bound of BOUNDS)
      add('cuzo_listen_answer_seconds_bucket', { le: String(bound) }, seconds <= bound ? 1 : 0);
    add('cuzo_listen_answer_seconds_bucket', { le: '+Inf' });
    add('cuzo_listen_answer_seconds_sum', {}, seconds);
    add('cuzo_listen_answer_seconds_count', {});
  }

  function ran(report: Report): void {
    lastRun = now();
    add('cuzo_listen_runs_total', { result: 'finished' });
    for (const outcome of OUTCOMES) add('cuzo_listen_outcomes_total', { outcome }, report[outcome]);
    add('cuzo_listen_rows_written_total', {}, report.rowsWritten);
    add('cuzo_listen_api_calls_total', {}, report.apiCalls);
  }

  return {
    answered,
    ran,
    failed: (code) => {
      add('cuzo_listen_runs_total', { result: code });
    },
    dropped: (result) => {
      add('cuzo_listen_feeds_total', { result });
    },
    lastRun: () => lastRun,
    text: (size, time) => [...families(counts), ...gauges(size, time, lastRun)].join('\n') + '\n',
  };
}

const line = (name: string, labels: string, value: number): string =>
  `${name}${labels === '' ? '' : `{${labels}}`} ${value}`;

const HISTOGRAM = /_(?:bucket|sum|count)$/;

function families(counts: ReadonlyMap<Counted, ReadonlyMap<string, number>>): readonly string[] {
  const told = new Set<Metric>();
  return [...counts].flatMap(([name, inner]) => {
    const family = name.replace(HISTOGRAM, '') as Metric;
    const head = told.has(family) ? [] : headOf(family);
    told.add(family);
    return [...head, ...[...inner].map(([labels, value]) => line(name, labels, value))];
  });
}

function gauges(
  { events, bytes, oldest }: InboxSize,
  now: number,
  lastRun: number | null,
): readonly string[] {
  const values: Readonly<Partial<Record<Metric, number>>> = {
    cuzo_listen_waiting_events: events,
    cuzo_listen_waiting_bytes: bytes,
    cuzo_listen_waiting_seconds: oldest === null ? 0 : Math.max(0, (now - oldest) / 1000),
    ...(lastRun === null ? {} : { cuzo_listen_last_run_timestamp_seconds: lastRun / 1000 }),
    process_resident_memory_bytes: process.memoryUsage.rss(),
  };
  return Object.entries(values).flatMap(([name, value]) => [
    ...headOf(name as Metric),
    line(name, '', value),
  ]);
}
