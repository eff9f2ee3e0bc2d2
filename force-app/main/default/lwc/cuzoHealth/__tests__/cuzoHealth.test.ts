import { alarmsOf, endingOf, HOUR, liveDays, type Known, type Outcomes, type Run } from 'c/cuzoHealth';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const NONE: Outcomes = {
  changed: 0,
  unchanged: 0,
  late: 0,
  superseded: 0,
  duplicate: 0,
  foreign: 0,
  unmatched: 0,
  ambiguous: 0,
  rejected: 0,
  failed: 0,
};

type Given = Partial<Omit<Run, 'outcomes'>> & {
  readonly hoursAgo: number;
  readonly outcomes?: Partial<Outcomes>;
};

function run({ hoursAgo, outcomes, ...more }: Given): Run {
  return {
    id: `a0${hoursAgo}`,
    kind: 'Feed',
    status: 'Finished',
    started: NOW - hoursAgo * HOUR,
    read: 1000,
    exitCode: null,
    kept: null,
    apiShare: null,
    rejectCodes: null,
    newCodes: null,
    ...more,
    outcomes: { ...NONE, ...outcomes },
  };
}
/** A run a night, the newest eight hours ago. */
const nights = (...each: readonly Omit<Given, 'hoursAgo'>[]) =>
  each.map((night, at) => run({ ...night, hoursAgo: 8 + 24 * at }));
const live = (hoursAgo: number, more: Omit<Given, 'hoursAgo'> = {}) =>
  run({ kind: 'Live', hoursAgo, read: 100, ...more });

const kinds = (known: Partial<Known>) =>
  alarmsOf({ feeds: [], hours: [], silent: [], now: NOW, ...known }).map(({ kind }) => kind);

describe('how a run ended', () => {
  test.each<[string, Given, string]>([
    ['finished', { hoursAgo: 1 }, 'clean'],
    ['finished with rejected lines', { hoursAgo: 1, outcomes: { rejected: 1 } }, 'faults'],
    ['finished with failed rows', { hoursAgo: 1, outcomes: { failed: 1 } }, 'faults'],
    ['finished with ambiguous ones', { hoursAgo: 1, outcomes: { ambiguous: 1 } }, 'faults'],
    ['finished with exit code 1', { hoursAgo: 1, exitCode: 1 }, 'faults'],
    ['finished with unmatched ones alone', { hoursAgo: 1, outcomes: { unmatched: 9 } }, 'clean'],
    ['running', { hoursAgo: 23, status: 'Running' }, 'running'],
    ['running since yesterday', { hoursAgo: 25, status: 'Running' }, 'silent'],
    ['an hour of listen', { hoursAgo: 1, status: 'Running', kind: 'Live' }, 'running'],
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

  test.each([
    ['the greater exit code', { exitCode: 1 }, { exitCode: 3 }, { exitCode: 3 }],
    ['which the first may have', { exitCode: 3 }, { exitCode: 1 }, { exitCode: 3 }],
    ['the only one', { exitCode: null }, { exitCode: 1 }, { exitCode: 1 }],
    ['the only one, of the first', { exitCode: 1 }, { exitCode: null }, { exitCode: 1 }],
    ['none', { exitCode: null }, { exitCode: null }, { exitCode: null }],
    ['the codes of the newest', { newCodes: 'A 1' }, { newCodes: 'B 2' }, { newCodes: 'A 1' }],
    ['which may have none', { newCodes: null }, { newCodes: 'B 2' }, { newCodes: 'B 2' }],
    ['the rejects of the newest', { rejectCodes: 'A 1' }, { rejectCodes: 'B 2' }, { rejectCodes: 'A 1' }],
    ['which may have none of them', { rejectCodes: null }, { rejectCodes: 'B 2' }, { rejectCodes: 'B 2' }],
  ])('have %s', (_, first, second, both) => {
    expect(days(live(1, first), live(2, second))).toMatchObject([both]);
  });
});

const faulty = { outcomes: { rejected: 10 } };
const EMPTY = { read: 0 };

describe('alarms', () => {
  test.each<[string, Partial<Known>, readonly string[]]>([
    ['nothing ran ever', {}, []],
    ['a night as it should be', { feeds: nights({}) }, []],
    ['a night 35 hours ago', { feeds: [run({ hoursAgo: 35 })] }, []],
    ['no night for 37 hours', { feeds: [run({ hoursAgo: 37 })] }, ['no-run']],
    [
      'no night for 37 hours, but hours of listen',
      { feeds: [run({ hoursAgo: 37 })], hours: [live(1)] },
      ['no-run'],
    ],
    ['hours of listen alone', { hours: [live(1), live(2)] }, []],
    ['hours of listen alone, the last 37 hours ago', { hours: [live(37)] }, ['no-run']],
    ['a stopped run', { feeds: nights({ status: 'Stopped' }, {}) }, ['stopped']],
    [
      'a run that has run for more than a day',
      { feeds: [run({ hoursAgo: 26, status: 'Running' })] },
      ['stopped'],
    ],
    ['a run that runs', { feeds: nights({ status: 'Running' }, {}) }, []],
    [
      'refused runs after the stopped one',
      { feeds: nights({ status: 'Refused' }, { status: 'Stopped' }, {}) },
      ['stopped'],
    ],
    ['a run after the stopped one', { feeds: nights({}, { status: 'Stopped' }) }, []],
    ['a stopped run given up', { feeds: nights({ status: 'Discarded' }) }, []],
    [
      'a stopped run, and it runs again',
      { feeds: nights({ status: 'Running' }, { status: 'Stopped' }) },
      ['stopped'],
    ],
    ['a refused run', { feeds: nights({ status: 'Refused' }, {}) }, ['refused']],
    [
      'a refused run, and it runs again',
      { feeds: nights({ status: 'Running' }, { status: 'Refused' }) },
      ['refused'],
    ],
    ['a run after the refused one', { feeds: nights({}, { status: 'Refused' }) }, []],
    [
      'an hour of listen that stopped',
      { feeds: nights({}), hours: [live(1, { status: 'Stopped' })] },
      ['live-stopped'],
    ],
    ['an hour after it', { hours: [live(1), live(2, { status: 'Stopped' })] }, []],
    ['the first run with rejects', { feeds: nights(faulty) }, ['rejected']],
    ['rejects as usual', { feeds: nights(faulty, faulty, faulty) }, []],
    ['twice the usual', { feeds: nights({ outcomes: { rejected: 20 } }, faulty, faulty) }, []],
    [
      'more than twice the usual',
      { feeds: nights({ outcomes: { rejected: 21 } }, faulty, faulty) },
      ['rejected'],
    ],
    [
      'as many in a feed three times as small',
      { feeds: nights({ ...faulty, read: 300 }, faulty, faulty) },
      ['rejected'],
    ],
    [
      'one bad night among good ones is not the usual',
      { feeds: nights(faulty, {}, faulty, {}) },
      ['rejected'],
    ],
    [
      'one bad night of the only two before is not the usual',
      { feeds: nights(faulty, faulty, {}) },
      ['rejected'],
    ],
    ['nights without an event say nothing of the usual', { feeds: nights(faulty, EMPTY, EMPTY, faulty) }, []],
    ['a night without an event', { feeds: nights(EMPTY, faulty) }, []],
    ['the good run after it', { feeds: nights({}, faulty) }, []],
    [
      'each kind of fault by itself',
      { feeds: nights({ outcomes: { rejected: 1, failed: 1, ambiguous: 1 } }) },
      ['rejected', 'failed', 'ambiguous'],
    ],
    ['unmatched alone are no fault', { feeds: nights({ outcomes: { unmatched: 500 } }) }, []],
    [
      'faults of a run that was refused are told by that',
      { feeds: nights({ status: 'Refused', ...faulty }, {}) },
      ['refused'],
    ],
    [
      'hours of listen with faults',
      { feeds: nights({}), hours: [live(1), live(2, { outcomes: { failed: 1 } })] },
      ['failed'],
    ],
    ['as usual a day', { hours: [1, 25, 49].map((hours) => live(hours, { outcomes: { failed: 2 } })) }, []],
    [
      'faults of listen the day before yesterday',
      { feeds: nights({}), hours: [live(50, { outcomes: { failed: 2 } })] },
      [],
    ],
    [
      'kept events that grow for three nights',
      { feeds: nights({ kept: 9 }, { kept: 8 }, { kept: 7 }, { kept: 6 }) },
      ['unmatched'],
    ],
    ['that grew for two', { feeds: nights({ kept: 9 }, { kept: 8 }, { kept: 7 }) }, []],
    ['that fell in between', { feeds: nights({ kept: 9 }, { kept: 8 }, { kept: 8 }, { kept: 6 }) }, []],
    [
      'that grow within a day of listen',
      { hours: [1, 2, 3, 4].map((hours) => live(hours, { kept: 10 - hours })) },
      [],
    ],
    [
      'that grow over days of both kinds',
      { feeds: nights({}, { kept: 5 }, { kept: 4 }, { kept: 3 }), hours: [live(1, { kept: 6 })] },
      ['unmatched'],
    ],
    ['calls of the org', { feeds: nights({ apiShare: 39 }) }, []],
    ['calls of the org near the budget', { feeds: nights({ apiShare: 40 }) }, ['api']],
    [
      'the night and listen together',
      { feeds: nights({ apiShare: 30 }), hours: [live(1, { apiShare: 6 }), live(2, { apiShare: 6 })] },
      ['api'],
    ],
    ['the night of yesterday is another day', { feeds: nights({ apiShare: 30 }, { apiShare: 30 }) }, []],
    [
      'a silent zone',
      { feeds: nights({}), silent: [{ zone: 'MyVivium', since: '2026-11-19T00:00:00Z' }] },
      ['zone-silent'],
    ],
    ['codes without a label', { feeds: nights({ newCodes: 'product e-scooter' }) }, ['new-codes']],
    ['codes of an earlier night', { feeds: nights({}, { newCodes: 'product e-scooter' }) }, []],
  ])('%s', (_, known, expected) => {
    expect(kinds(known)).toEqual(expected);
  });

  test('the most urgent comes first', () => {
    const feeds = [run({ hoursAgo: 40, status: 'Stopped', apiShare: 1 }), run({ hoursAgo: 64, ...faulty })];
    expect(kinds({ feeds, silent: [{ zone: 'MyP&V', since: '2026-11-19T00:00:00Z' }] })).toEqual([
      'no-run',
      'stopped',
      'zone-silent',
      'rejected',
    ]);
  });

  test('say how many, of how many, and which codes', () => {
    const hours = [live(1, { newCodes: 'reason x\nproduct y' }), live(2, { newCodes: 'product y' })];
    const feeds = nights({ ...faulty, kept: 4 }, { kept: 3 }, { kept: 2 }, { kept: 1 });
    expect(alarmsOf({ feeds, hours, silent: [], now: NOW })).toMatchObject([
      { kind: 'rejected', count: 10, read: 1000 },
      { kind: 'unmatched', from: 1, to: 4 },
      { kind: 'new-codes', codes: 'reason x, product y' },
    ]);
  });
});
