import type { Config } from '../config/config.ts';
import type { Org } from '../org/org.ts';
import type { Log } from '../report/log.ts';
import type { Journal } from '../staging/journal.ts';
import type { Staging } from '../staging/staging.ts';

/** What writing needs. */
export interface Writing {
  readonly staging: Staging;
  readonly journal: Journal;
  readonly org: Org;
  readonly config: Config;
  readonly log: Log;
  /** Folder of the run, for the files of rows. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onRows: (count: number) => void;
  /** Whether the rows belong to records that were matched again, because those matched first have disappeared. */
  readonly isSecondLook: boolean;
}
