/** Where something happens to the job's process: the n-th time that a given point is passed, or the n-th point of all. */
export type Place = { readonly point: string; readonly nth: number } | { readonly count: number };

/** SIGKILL ends the process immediately. SIGTERM asks it to stop. `full`: from then on no file of the job can grow. */
export type Blow = 'SIGKILL' | 'SIGTERM' | 'full';

/** Instructions for the preload of the job's process (points.ts). */
export interface Order {
  /** A file to which the points are written as they are passed, one per line. */
  readonly trace?: string;
  readonly at?: Place;
  readonly blow?: Blow;
  /** Nobody reads standard output (EPIPE), or the log's disk is full. */
  readonly output?: 'unread' | 'full log';
}

/** The environment variable that carries the order, as JSON. */
export const ORDER = 'CHAOS_ORDER';
