import { TARGETS } from '../events/event.ts';
import { OUTCOMES } from '../staging/outcomes.ts';
import { unknownText } from '../staging/unknown.ts';
import { quietText } from '../state/newestEvents.ts';
import type { PlanReport } from './plannedWork.ts';
import type { Report } from './report.ts';

/** The report for people: the outcomes that add up to the lines read, then API calls and time. */
export function summary(report: Report): string {
  const width = 12;
  const line = (name: string, value: string | number): string =>
    `${name.padEnd(width)} ${String(value).padStart(9)}`;
  const { runId, read, retried, rowsWritten, apiCalls, seconds, newestEvent, rejects, failures } = report;
  return [
    `Run ${runId}`,
    ...OUTCOMES.map((outcome) => line(outcome, report[outcome])),
    line('= read', read),
    '',
    `${rowsWritten} rows written, ${apiCalls} API calls, ${seconds} s; ${retried} kept events tried again; newest event ${newestEvent ?? 'none'}`,
    ...chosenText(report),
    ...report.quiet.map(quietText),
    ...report.unknown.map((one) => `Unknown ${unknownText(one)}`),
    ...(rejects === null ? [] : [`Rejected lines: ${rejects}`]),
    ...(failures === null ? [] : [`Failed and ambiguous events: ${failures}`]),
  ].join('\n');
}

/** How each object was looked up and written, one line per object. */
function chosenText({ lookedUpBy, wroteBy }: Report): readonly string[] {
  return TARGETS.flatMap((object) => {
    const written = wroteBy[object] === null ? '' : `, written by ${wroteBy[object]}`;
    return lookedUpBy[object] === null ? [] : [`${object}: looked up by ${lookedUpBy[object]}${written}`];
  });
}

/** The plan for people: the outcomes, then rows and fields per object and the API calls of writing. */
export function planText(report: PlanReport): string {
  const { apiCalls, objects } = report.planned;
  const lines = Object.entries(objects).flatMap(([object, { rows, fields, way, apiCalls: calls }]) => [
    rows === 0 ? `${object}: nothing` : `${object}: ${rows} rows by ${way}, ${calls} API calls`,
    ...Object.entries(fields).map(([field, count]) => `  ${field.padEnd(36)} ${String(count).padStart(9)}`),
  ]);
  const values = report.values === undefined ? [] : report.values.map((row) => JSON.stringify(row));
  const total = `in all ${apiCalls} API calls, the run's own record included`;
  return [summary(report), '', 'It would write', ...lines, total, ...values].join('\n');
}
