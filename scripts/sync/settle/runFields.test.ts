import { MYVIVIUM, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { memoryOrg } from '../../tests/kit/memoryOrg.ts';
import { memoryStaging, memoryState } from '../../tests/kit/memoryState.ts';
import { at, checked } from '../../tests/kit/replayed.ts';
import type { Report } from '../report/report.ts';
import { eventStager } from '../staging/newEvents.ts';
import type { Staging } from '../staging/staging.ts';
import { noteCalls, noteLines, noteRejectCodes } from '../staging/tally.ts';
import { unknownCounter, type UnknownCount } from '../staging/unknown.ts';
import { keepEvents } from '../state/keptEvents.ts';
import type { StateStore } from '../state/store.ts';
import { finishedRunFields, newestByZone, stagedFields, unfinishedRunFields } from './runFields.ts';

let staging: Staging;
let state: StateStore;
beforeEach(() => {
  staging = memoryStaging();
  state = memoryState();
});
function stage(...sent: readonly Sent[]): void {
  const add = eventStager(staging);
  for (const one of sent) add(checked(one));
}

const NUMBERS = {
  exitCode: 1,
  apiCalls: 1,
  apiShare: 0.01234,
  seconds: 15.5,
  peakRssMb: 16,
  kept: 17,
  rejectCodes: { MISSING: 10, NOT_JSON: 3 },
  rowsWritten: 2,
  retried: 3,
  read: 4,
  changed: 5,
  unchanged: 6,
  late: 7,
  superseded: 8,
  duplicate: 9,
  foreign: 10,
  unmatched: 11,
  ambiguous: 12,
  rejected: 13,
  failed: 14,
};

describe('the record of a run that finished', () => {
  const fieldsOf = (report: Partial<Report>) =>
    finishedRunFields({ unknown: [], ...NUMBERS, ...report } as Report, newestByZone(staging), 'end');

  test('every number of the report is under its own name, and what each zone said last', () => {
    stage(shown('P1', 'x', at('21T10:00:00.9Z', MYVIVIUM)), registration('K1', null, at('20T09:00:00Z')));
    const unknown: readonly UnknownCount[] = [
      { what: 'product', value: 'boat', count: 2 },
      { what: 'reason', value: 'old', count: 1 },
      { what: 'brand', value: 'P.V', count: 1 },
      { what: 'no brand', value: '', count: 3 },
    ];
    expect(fieldsOf({ unknown })).toEqual({
      Status__c: 'Finished',
      Finished__c: 'end',
      Newest_MyPV_Event__c: '2026-11-20T09:00:00Z',
      Newest_MyVivium_Event__c: '2026-11-21T10:00:00Z',
      API_Calls__c: 1,
      Rows_Written__c: 2,
      Retried__c: 3,
      Read__c: 4,
      Changed__c: 5,
      Unchanged__c: 6,
      Late__c: 7,
      Superseded__c: 8,
      Duplicate__c: 9,
      Foreign__c: 10,
      Unmatched__c: 11,
      Ambiguous__c: 12,
      Rejected__c: 13,
      Failed__c: 14,
      Unknown__c:
        'product boat: 2 events\nreason old: 1 event\nbrand P.V: 1 event\npolicies without a brand: 3 events',
      Exit_Code__c: 1,
      Reject_Codes__c: 'MISSING 10\nNOT_JSON 3',
      New_Codes__c: 'product boat\nreason old',
      Kept_Events__c: 17,
      Seconds__c: 15.5,
      Peak_Memory_MB__c: 16,
      API_Share__c: 1.234,
    });
  });

  test('what there is nothing of is empty', () => {
    expect(fieldsOf({ rejectCodes: {}, apiShare: null })).toMatchObject({
      Newest_MyPV_Event__c: null,
      Newest_MyVivium_Event__c: null,
      Unknown__c: null,
      New_Codes__c: null,
      Reject_Codes__c: null,
      API_Share__c: null,
    });
  });

  // A line of 100 characters and the ends of the lines between: 19 lines and one of 81 fill the field to the character.
  test.each([
    ['that fill the field', 81, 20],
    ['one character too many', 82, 19],
  ])('a text holds whole lines only: lines %s', (_what, last, lines) => {
    const line = (length: number) => ({
      what: 'product' as const,
      value: 'x'.repeat(length - 'product '.length),
      count: 1,
    });
    const unknown = [...Array.from({ length: 19 }, () => line(100)), line(last)];
    const { New_Codes__c: text } = fieldsOf({ unknown });
    expect(text?.length).toBe(19 * 101 - 1 + (lines === 20 ? 1 + last : 0));
    expect(text?.split('\n')).toHaveLength(lines);
  });
});

/** The rows, lines and codes of a run whose feed was read to its end. */
function stageRead(): void {
  noteLines(staging, { read: 20, rejected: 4 });
  noteRejectCodes(
    staging,
    new Map([
      ['NOT_JSON', 1],
      ['MISSING', 3],
    ]),
  );
  const count = unknownCounter(staging);
  count({ what: 'product', value: 'boat' });
  count({ what: 'brand', value: 'P.V' });
  staging.exec(
    `INSERT INTO change (target, record, account, before, patch, state, written)
     VALUES ('Account', 'A', 'A', '{}', '{}', 'confirmed', 1), ('Account', 'B', 'B', '{}', '{}', 'planned', 0)`,
  );
}

const READ = {
  Read__c: 20,
  Rejected__c: 4,
  Reject_Codes__c: 'MISSING 3\nNOT_JSON 1',
  New_Codes__c: 'product boat',
  Rows_Written__c: 2,
};

test('of the lines nothing is told before the feed was read to its end, then all that is known', () => {
  noteRejectCodes(staging, new Map([['NOT_JSON', 1]]));
  expect(stagedFields(staging)).toEqual({});
  stageRead();
  expect(stagedFields(staging)).toEqual(READ);
});

describe('the record of a run that did not finish', () => {
  const { org } = memoryOrg();
  const fieldsOf = (isLive: boolean, allowed?: number) =>
    unfinishedRunFields(
      {
        staging,
        state,
        org: {
          ...org,
          apiCalls: () => 5,
          dayCalls: () => (allowed === undefined ? undefined : { left: 1, allowed }),
        },
      },
      { exitCode: 3, isLive, begun: performance.now() - 2000 },
    );

  test('how far it came, what is kept, and what it cost: its calls from before it was stopped too', () => {
    stageRead();
    noteCalls(staging, 15);
    keepEvents(state, '2026-11-22T04:00:00.000Z', [
      { source: '/portals/mypv', id: 'k', subjectKey: 'k1', view: null, event: '[]' },
    ]);
    expect(fieldsOf(false, 1000)).toEqual({
      Exit_Code__c: 3,
      API_Calls__c: 20,
      ...READ,
      Kept_Events__c: 1,
      Seconds__c: expect.closeTo(2, 0),
      Peak_Memory_MB__c: expect.any(Number),
      API_Share__c: 2,
    });
  });

  test('where the org does not say what it allows, the share of it is empty', () => {
    expect(fieldsOf(false)).toMatchObject({ API_Calls__c: 5, API_Share__c: null, Kept_Events__c: 0 });
  });

  test('of a small run the exit code alone: the record is that of its hour', () => {
    stageRead();
    expect(fieldsOf(true, 1000)).toEqual({ Exit_Code__c: 3 });
  });
});
