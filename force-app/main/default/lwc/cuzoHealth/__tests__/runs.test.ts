import { endingOf, liveDays, type Run } from 'c/cuzoHealth';
import { live, NONE, NOW, run, type Given } from './givenRuns';

describe('how a run ended', () => {
  test.each<[string, Given, string]>([
    ['finished', { hoursAgo: 1 }, 'clean'],
    ['finished with rejected lines', { hoursAgo: 1, outcomes: { rejected: 1 } }, 'faults'],
    ['finished with failed rows', { hoursAgo: 1, outcomes: { failed: 1 } }, 'faults'],
    ['finished with ambiguous ones', { hoursAgo: 1, outcomes: { ambiguous: 1 } }, 'faults'],
    ['finished with exit code 1', { hoursAgo: 1, exitCode: 1 }, 'faults'],
    ['finished with unmatched ones alone', { hoursAgo: 1, outcomes: { unmatched: 9 } }, 'clean'],
    ['running', { hoursAgo: 23, status: 'Running' }, 'running'],
    ['running for exactly a day', { hoursAgo: 24, status: 'Running' }, 'running'],
    ['running since yesterday', { hoursAgo: 25, status: 'Running' }, 'silent'],
    ['an hour of listen', { hoursAgo: 1, status: 'Running', kind: 'Live' }, 'running'],
    ['an hour of listen, exactly two ago', { hoursAgo: 2, status: 'Running', kind: 'Live' }, 'running'],
    ['an hour of listen, long ago', { hoursAgo: 3, status: 'Running', kind: 'Live' }, 'silent'],
    ['stopped', { hoursAgo: 1, status: 'Stopped' }, 'stopped'],
    ['refused', { hoursAgo: 1, status: 'Refused' }, 'refused'],
    ['given up', { hoursAgo: 1, status: 'Discarded' }, 'discarded'],
    ['without a status', { hoursAgo: 1, status: null }, 'unknown'],
  ])('%s', (_, given, ending) => {
    expect(endingOf(run(given), NOW)).toBe(ending);
  });
});

describe('the hours of listen, a day each', () => {
  const days = (...hours: readonly Run[]) => liveDays(hours, NOW);

  test('count together what they read and how it ended', () => {
    const yesterday = live(30, { read: 7 });
    const one = live(1, { outcomes: { changed: 2, rejected: 1 } });
    const other = live(2, { outcomes: { changed: 3, failed: 4 } });
    const sum = { ...one, read: 200, outcomes: { ...NONE, changed: 5, rejected: 1, failed: 4 } };
    expect(days(one, other, yesterday)).toEqual([sum, yesterday]);
    expect(days(one, live(2, { status: 'Running' }))).toEqual([one]);
  });

  test('a day goes back from now: 24 hours, whatever the date was', () => {
    expect(days(live(0), live(23.9)).map(({ read }) => read)).toEqual([200]);
    expect(days(live(0), live(24)).map(({ read }) => read)).toEqual([100, 100]);
  });

  test.each([
    ['the greater exit code', { exitCode: 1 }, { exitCode: 3 }, { exitCode: 3 }],
    ['which the first may have', { exitCode: 3 }, { exitCode: 1 }, { exitCode: 3 }],
    ['the only one', { exitCode: null }, { exitCode: 1 }, { exitCode: 1 }],
    ['the only one, of the first', { exitCode: 1 }, { exitCode: null }, { exitCode: 1 }],
    ['the only one, which is 0', { exitCode: null }, { exitCode: 0 }, { exitCode: 0 }],
    ['none', { exitCode: null }, { exitCode: null }, { exitCode: null }],
    ['the codes of the newest', { newCodes: 'A 1' }, { newCodes: 'B 2' }, { newCodes: 'A 1' }],
    ['which may have none', { newCodes: null }, { newCodes: 'B 2' }, { newCodes: 'B 2' }],
    ['the rejects of the newest', { rejectCodes: 'A 1' }, { rejectCodes: 'B 2' }, { rejectCodes: 'A 1' }],
    ['which may have none of them', { rejectCodes: null }, { rejectCodes: 'B 2' }, { rejectCodes: 'B 2' }],
  ])('have %s', (_, first, second, both) => {
    expect(days(live(1, first), live(2, second))).toMatchObject([both]);
  });
});
