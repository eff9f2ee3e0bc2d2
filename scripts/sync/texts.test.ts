import { mock } from 'node:test';
import { readCommandLine } from './cli.ts';
import { statusText } from './commands/status.ts';
import { planText, summary } from './report/print.ts';

/** Pins the texts of the job that people and scripts read. */

function helpOf(...args: readonly string[]): string {
  const said: string[] = [];
  const write = mock.method(process.stdout, 'write', (text: string) => {
    said.push(text);
    return true;
  });
  expect(readCommandLine([...args, '--help'])).toBeUndefined();
  write.mock.restore();
  return said.join('');
}

test.each([[], ['check'], ['plan'], ['run'], ['resume'], ['status'], ['listen'], ['forget']])(
  '--help of %s',
  (...args: readonly string[]) => {
    expect(helpOf(...args)).toMatchSnapshot();
  },
);

const report = {
  runId: '20261121T020000Z-ab12',
  read: 20,
  changed: 5,
  unchanged: 4,
  late: 1,
  superseded: 2,
  duplicate: 1,
  foreign: 1,
  unmatched: 2,
  ambiguous: 1,
  rejected: 2,
  failed: 1,
  retried: 3,
  rowsWritten: 4,
  exitCode: 1,
  apiCalls: 12,
  apiShare: 0.00012,
  seconds: 3.4,
  peakRssMb: 88,
  newestEvent: '2026-11-21T01:00:00.000Z',
  rejects: '.sync/runs/x/rejects.ndjson',
  failures: null,
  lookedUpBy: { Account: 'Queries', InsurancePolicy: null },
  wroteBy: { Account: 'Collections', InsurancePolicy: null },
  kept: 2,
  rejectCodes: { MISSING: 1, NOT_JSON: 1 },
  quiet: [{ zone: 'myvivium', newestEvent: '2026-11-19T01:00:00.000Z', hours: 49 }],
  unknown: [
    { what: 'brand', value: 'P.V', count: 3 },
    { what: 'no brand', value: '', count: 1 },
  ],
} as const;

test('the report for people', () => {
  expect(summary(report)).toMatchSnapshot();
});

test('the plan for people', () => {
  const planned = {
    apiCalls: 13,
    objects: {
      Account: {
        rows: 4,
        fields: { CuZo_MyPV_Onboarded__c: 3, Phone: 1 },
        way: 'Collections',
        apiCalls: 1,
      },
      InsurancePolicy: { rows: 0, fields: {}, way: 'Collections', apiCalls: 0 },
    },
  } as const;
  expect(planText({ ...report, planned })).toMatchSnapshot();
});

test('the status for people', () => {
  const run = { runId: report.runId, started: '2026-11-21T02:00:00.000Z' };
  expect(
    statusText({
      runs: [
        { ...run, phase: 'writing', finished: null, report: null },
        { ...run, phase: 'finished', finished: '2026-11-21T02:01:00.000Z', report },
      ],
      kept: 2,
      zones: [{ zone: 'mypv', newestEvent: report.newestEvent, hours: 1 }, ...report.quiet],
      quiet: report.quiet,
      ending: { exitCode: 2, errorCode: 'NOT_READY', at: '2026-11-22T02:00:00.000Z' },
    }),
  ).toMatchSnapshot();
});
