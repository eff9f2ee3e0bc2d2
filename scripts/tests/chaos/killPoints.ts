/** A point and how often an undisturbed run passes it. */
export interface Point {
  readonly point: string;
  readonly passed: number;
}

/** Points of a run that belong together. */
export interface Stage {
  /** `writing Account`. */
  readonly name: string;
  readonly points: readonly Point[];
}

/** The org has closed a Bulk job, and the job hasn't stored that yet. */
const CLOSED = ': after PATCH /jobs/ingest/:id UploadComplete';
const CLOSE_GAP = 'between the close of a Bulk job and its entry';

/** The stages of a trace. The gap after the close of a Bulk job counts as a stage of its own. */
export function stagesOf(trace: readonly string[]): readonly Stage[] {
  const counts = new Map<string, number>();
  for (const point of trace) counts.set(point, (counts.get(point) ?? 0) + 1);
  const points = [...counts].map(([point, passed]) => ({
    point,
    passed: surelyPassed(point, passed, counts),
  }));
  const stages = Map.groupBy(points, ({ point }) => (point.endsWith(CLOSED) ? CLOSE_GAP : prefixOf(point)));
  return [...stages].map(([name, ofStage]) => ({ name, points: ofStage }));
}

const prefixOf = (point: string): string => point.slice(0, point.indexOf(': '));

/** How often a job is polled depends on timing; only the first time is certain. */
function surelyPassed(point: string, passed: number, counts: ReadonlyMap<string, number>): number {
  const begun = point.endsWith(' GET /jobs/ingest/:id')
    ? CLOSED
    : point.endsWith(' GET /jobs/query/:id')
      ? ': after POST /jobs/query'
      : undefined;
  return begun === undefined ? passed : Math.min(passed, counts.get(prefixOf(point) + begun) ?? 0);
}
