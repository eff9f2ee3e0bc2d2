/** Where in a run something happens to the job's process: at the n-th time a point is passed, or at the n-th of all. */
export type Place = { readonly point: string; readonly nth: number } | { readonly count: number };

/**
 * SIGKILL ends the process there and then. SIGTERM asks it to stop. `full`: from there on no file of the job can grow.
 */
export type Blow = 'SIGKILL' | 'SIGTERM' | 'full';

/** What the preload of the job's process (points.ts) is told. */
export interface Order {
  /** A file that takes the points as they are passed, one a line. */
  readonly trace?: string;
  readonly at?: Place;
  readonly blow?: Blow;
}

/** The environment variable that carries the order, as JSON. */
export const ORDER = 'CHAOS_ORDER';
