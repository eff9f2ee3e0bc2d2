import { toIsoSecond } from '../../feed/instant.ts';
import type { Zone } from '../../feed/contract.ts';
import type { RunFields } from '../org/runRecord.ts';
import type { NewestByZone } from '../report/liveHour.ts';
import type { Report } from '../report/report.ts';
import { newestOf } from '../staging/counts.ts';
import type { Staging } from '../staging/staging.ts';
import { unknownText } from '../staging/unknown.ts';

/** The fields of a finished run's record in the org. `finished` is ISO 8601 UTC. */
export function finishedRunFields(report: Report, newest: NewestByZone, finished: string): RunFields {
  return {
    Status__c: 'Finished',
    Finished__c: finished,
    Newest_MyPV_Event__c: newest.mypv,
    Newest_MyVivium_Event__c: newest.myvivium,
    API_Calls__c: report.apiCalls,
    Rows_Written__c: report.rowsWritten,
    Retried__c: report.retried,
    Read__c: report.read,
    Changed__c: report.changed,
    Unchanged__c: report.unchanged,
    Late__c: report.late,
    Superseded__c: report.superseded,
    Duplicate__c: report.duplicate,
    Foreign__c: report.foreign,
    Unmatched__c: report.unmatched,
    Ambiguous__c: report.ambiguous,
    Rejected__c: report.rejected,
    Failed__c: report.failed,
    Unknown__c: unknownIn(report),
  };
}

/** Length of the field. */
const UNKNOWN_LENGTH = 2000;

function unknownIn({ unknown }: Report): string | null {
  const text = unknown.map(unknownText).join('\n');
  return text === '' ? null : text.slice(0, UNKNOWN_LENGTH);
}

/** The time of a feed's newest event of each zone, as the org keeps it. */
export const newestByZone = (staging: Staging): NewestByZone => ({
  mypv: newestIn(staging, 'mypv'),
  myvivium: newestIn(staging, 'myvivium'),
});

function newestIn(staging: Staging, zone: Zone): string | null {
  const instant = newestOf(staging, zone);
  return instant === null ? null : toIsoSecond(instant);
}
