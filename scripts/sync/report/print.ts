import type { PlanReport } from '../commands/plan.ts';
import type { Report } from './report.ts';
import { OUTCOMES } from '../stage/outcomes.ts';

/** The report for people: the outcomes that add up to the lines read, then what it took. */
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
    ...(rejects === null ? [] : [`Rejected lines: ${rejects}`]),
    ...(failures === null ? [] : [`Failed and ambiguous events: ${failures}`]),
  ].join('\n');
}

/** The plan for people: the outcomes, then rows and fields of each object and what writing costs. */
export function planText(report: PlanReport): string {
  const { apiCalls, objects } = report.planned;
  const lines = Object.entries(objects).flatMap(([object, { rows, fields }]) => [
    `${object}: ${rows} rows`,
    ...Object.entries(fields).map(([field, count]) => `  ${field.padEnd(36)} ${String(count).padStart(9)}`),
  ]);
  const values = report.values === undefined ? [] : report.values.map((row) => JSON.stringify(row));
  return [summary(report), '', 'It would write', ...lines, `with ${apiCalls} API calls`, ...values].join(
    '\n',
  );
}
