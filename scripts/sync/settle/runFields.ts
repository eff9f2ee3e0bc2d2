import { toIsoSecond } from '../../feed/instant.ts';
import type { Zone } from '../../feed/contract.ts';
import type { Org } from '../org/org.ts';
import type { RunFields } from '../org/runRecord.ts';
import type { NewestByZone } from '../report/liveHour.ts';
import { peakRssMb, secondsSince, shareOf, type Report } from '../report/report.ts';
import { countWritten, newestOf } from '../staging/counts.ts';
import type { Staging } from '../staging/staging.ts';
import { callsBefore, linesOf, rejectCodesOf, type RejectCodes } from '../staging/tally.ts';
import { unknownText, unknownValues, type UnknownCount } from '../staging/unknown.ts';
import { countRows } from '../state/sqlite.ts';
import type { StateStore } from '../state/store.ts';

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
    Unknown__c: linesText(report.unknown.map(unknownText)),
    Exit_Code__c: report.exitCode,
    Kept_Events__c: report.kept,
    ...codeFields(report.rejectCodes, report.unknown),
    ...costFields(report),
  };
}

interface RunSoFar {
  readonly staging: Staging;
  readonly state: StateStore;
  readonly org: Org;
}

/**
 * What is known of a run that didn't finish: how far it came, why lines were rejected and what it cost. The small runs of an
 * hour are one record, whose numbers are those of the small runs that finished: of such a run only the exit code is told.
 */
export function unfinishedRunFields(
  { staging, state, org }: RunSoFar,
  {
    exitCode,
    isLive,
    begun,
  }: { readonly exitCode: number; readonly isLive: boolean; readonly begun: number },
): RunFields {
  if (isLive) return { Exit_Code__c: exitCode };
  const apiCalls = callsBefore(staging) + org.apiCalls();
  const apiShare = shareOf(apiCalls, org.dayCalls()?.allowed ?? Infinity);
  return {
    Exit_Code__c: exitCode,
    API_Calls__c: apiCalls,
    ...stagedFields(staging),
    Kept_Events__c: countRows(state.db, 'FROM unmatched'),
    ...costFields({ apiShare, seconds: secondsSince(begun), peakRssMb: peakRssMb() }),
  };
}

/** What is known of the lines once the feed was read to its end, and of the rows; nothing before. */
export function stagedFields(staging: Staging): RunFields {
  const { read, rejected } = linesOf(staging);
  if (read === 0) return {};
  return {
    Read__c: read,
    Rejected__c: rejected,
    ...codeFields(rejectCodesOf(staging), unknownValues(staging)),
    Rows_Written__c: countWritten(staging),
  };
}

function codeFields(rejects: RejectCodes, unknown: readonly UnknownCount[]): RunFields {
  return {
    Reject_Codes__c: linesText(Object.entries(rejects).map(([code, count]) => `${code} ${count}`)),
    New_Codes__c: linesText(unknown.filter(isCode).map(({ what, value }) => `${what} ${value}`)),
  };
}

/** A brand is the org's own value, and no code of the feed. */
const isCode = ({ what }: UnknownCount): boolean => what !== 'brand' && what !== 'no brand';

function costFields({
  apiShare,
  seconds,
  peakRssMb: memory,
}: Pick<Report, 'apiShare' | 'seconds' | 'peakRssMb'>): RunFields {
  return {
    Seconds__c: seconds,
    Peak_Memory_MB__c: memory,
    API_Share__c: apiShare === null ? null : Number((apiShare * 100).toFixed(4)),
  };
}

/** Length of the long text fields. */
const TEXT_LENGTH = 2000;

/** One a line, in whole lines as many as the field takes; null without any. */
function linesText(lines: readonly string[]): string | null {
  let text = '';
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length > TEXT_LENGTH) break;
    text = longer;
  }
  return text === '' ? null : text;
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
