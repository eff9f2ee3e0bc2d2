import AMBIGUOUS from '@salesforce/schema/CuZo_Sync_Run__c.Ambiguous__c';
import API_SHARE from '@salesforce/schema/CuZo_Sync_Run__c.API_Share__c';
import CHANGED from '@salesforce/schema/CuZo_Sync_Run__c.Changed__c';
import DUPLICATE from '@salesforce/schema/CuZo_Sync_Run__c.Duplicate__c';
import EXIT_CODE from '@salesforce/schema/CuZo_Sync_Run__c.Exit_Code__c';
import FAILED from '@salesforce/schema/CuZo_Sync_Run__c.Failed__c';
import FOREIGN from '@salesforce/schema/CuZo_Sync_Run__c.Foreign__c';
import KEPT_EVENTS from '@salesforce/schema/CuZo_Sync_Run__c.Kept_Events__c';
import KIND from '@salesforce/schema/CuZo_Sync_Run__c.Kind__c';
import LATE from '@salesforce/schema/CuZo_Sync_Run__c.Late__c';
import NEW_CODES from '@salesforce/schema/CuZo_Sync_Run__c.New_Codes__c';
import READ from '@salesforce/schema/CuZo_Sync_Run__c.Read__c';
import REJECT_CODES from '@salesforce/schema/CuZo_Sync_Run__c.Reject_Codes__c';
import REJECTED from '@salesforce/schema/CuZo_Sync_Run__c.Rejected__c';
import RUN from '@salesforce/schema/CuZo_Sync_Run__c';
import STARTED from '@salesforce/schema/CuZo_Sync_Run__c.Started__c';
import STATUS from '@salesforce/schema/CuZo_Sync_Run__c.Status__c';
import SUPERSEDED from '@salesforce/schema/CuZo_Sync_Run__c.Superseded__c';
import UNCHANGED from '@salesforce/schema/CuZo_Sync_Run__c.Unchanged__c';
import UNMATCHED from '@salesforce/schema/CuZo_Sync_Run__c.Unmatched__c';
import type { SchemaField } from '@salesforce/schema';
import type { Outcomes, Run } from 'c/cuzoHealth';
import { documentOf, queryOf, rows, rowsOf, rowValue, type Row } from 'c/cuzoQuery';

type NumberField = SchemaField<'CuZo_Sync_Run__c', number | null>;

const OUTCOMES: Readonly<Record<keyof Outcomes, NumberField>> = {
  changed: CHANGED,
  unchanged: UNCHANGED,
  late: LATE,
  superseded: SUPERSEDED,
  duplicate: DUPLICATE,
  foreign: FOREIGN,
  unmatched: UNMATCHED,
  ambiguous: AMBIGUOUS,
  rejected: REJECTED,
  failed: FAILED,
};

const FIELDS = [KIND, STATUS, STARTED, EXIT_CODE, READ, ...Object.values(OUTCOMES)];
const MORE_FIELDS = [KEPT_EVENTS, API_SHARE, REJECT_CODES, NEW_CODES];

/** Nights in the picture, and hours of a week of `listen`: both fit one page of the GraphQL API. */
const NIGHTS = 30;
const HOURS = 24 * 7;

const FEEDS = 'Feeds';
const LIVE = 'Live';
const NEWEST_FIRST = `orderBy: { ${STARTED.fieldApiName}: { order: DESC, nulls: LAST } }`;

const part = (alias: string, count: number, kind: string): string =>
  rowsOf(
    RUN,
    [...FIELDS, ...MORE_FIELDS],
    `first: ${count}, where: { ${KIND.fieldApiName}: { ${kind} } }, ${NEWEST_FIRST}`,
    alias,
  );

/** Queries the last nights and the hours of `listen`. Rows from before there were kinds are nights. */
export const RUNS_QUERY = documentOf(
  queryOf('CuzoRuns', [part(FEEDS, NIGHTS, 'ne: "Live"'), part(LIVE, HOURS, 'eq: "Live"')]),
);

/** The runs in a result of that query, each kind the newest first. Rows without a start say nothing of when. */
export function runsIn(data: unknown): { readonly feeds: readonly Run[]; readonly hours: readonly Run[] } {
  return { feeds: rows(data, FEEDS).flatMap(runOf), hours: rows(data, LIVE).flatMap(runOf) };
}

function runOf(row: Row): readonly Run[] {
  const started = Date.parse(rowValue(row, STARTED) ?? '');
  if (Number.isNaN(started)) return [];
  const outcomes = Object.entries(OUTCOMES).map(
    ([name, field]) => [name, rowValue(row, field) ?? 0] as const,
  );
  return [
    {
      id: row.Id,
      kind: rowValue(row, KIND) ?? 'Feed',
      status: rowValue(row, STATUS) ?? null,
      started,
      read: rowValue(row, READ) ?? 0,
      outcomes: Object.fromEntries(outcomes) as unknown as Outcomes,
      exitCode: rowValue(row, EXIT_CODE) ?? null,
      kept: rowValue(row, KEPT_EVENTS) ?? null,
      apiShare: rowValue(row, API_SHARE) ?? null,
      rejectCodes: rowValue(row, REJECT_CODES) ?? null,
      newCodes: rowValue(row, NEW_CODES) ?? null,
    },
  ];
}
