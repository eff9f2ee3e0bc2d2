import type { Target } from '../events/event.ts';
import type { WriteApi } from '../staging/chosen.ts';
import type { PlannedRow } from './plannedValues.ts';
import type { Report } from './report.ts';

/** What a run would write: rows per object, how often each field, by which API, and the API calls that takes. */
export interface PlannedWork {
  readonly apiCalls: number;
  readonly objects: Readonly<Record<Target, PlannedTarget>>;
}

export interface PlannedTarget {
  readonly rows: number;
  readonly fields: Readonly<Record<string, number>>;
  readonly way: WriteApi;
  readonly apiCalls: number;
}

/** What `plan` reports: the report that a run would give, and what it would write. */
export interface PlanReport extends Report {
  readonly planned: PlannedWork;
  /** Only with --values: each row with old and new values, which are personal data. */
  readonly values?: readonly PlannedRow[];
}
