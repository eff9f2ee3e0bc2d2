import { alarmsOf, type Known } from 'c/cuzoHealth';
import { live, nights, NOW, run } from './givenRuns';

const kinds = (known: Partial<Known>) =>
  alarmsOf({ feeds: [], hours: [], silent: [], now: NOW, ...known }).map(({ kind }) => kind);

const faulty = { outcomes: { rejected: 10 } };
const EMPTY = { read: 0 };

describe('alarms', () => {
  test.each<[string, Partial<Known>, readonly string[]]>([
    ['nothing ran ever', {}, []],
    ['a night as it should be', { feeds: nights({}) }, []],
    ['a night 35 hours ago', { feeds: [run({ hoursAgo: 35 })] }, []],
    ['a night exactly 36 hours ago', { feeds: [run({ hoursAgo: 36 })] }, []],
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
    ['a run with faults after the stopped one', { feeds: nights(faulty, { status: 'Stopped' }, faulty) }, []],
    ['a stopped run given up', { feeds: nights({ status: 'Discarded' }) }, []],
    [
      'one given up after the stopped one',
      { feeds: nights({ status: 'Discarded' }, { status: 'Stopped' }) },
      [],
    ],
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
    ['an hour of listen that was killed', { hours: [live(3, { status: 'Running' })] }, ['live-stopped']],
    ['an hour of listen that was refused', { hours: [live(1, { status: 'Refused' })] }, ['live-stopped']],
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
    [
      'the usual is of two weeks',
      { feeds: nights(faulty, ...Array<object>(14).fill({}), ...Array<object>(15).fill(faulty)) },
      ['rejected'],
    ],
    [
      "faults of a row that doesn't say how many events it is of",
      { feeds: nights({ ...EMPTY, outcomes: { rejected: 1 } }) },
      [],
    ],
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
    [
      'hours of listen with faults, after a good day',
      { hours: [live(1, { outcomes: { failed: 1 } }), live(30)] },
      ['failed'],
    ],
    ['as usual a day', { hours: [1, 25, 49].map((hours) => live(hours, { outcomes: { failed: 2 } })) }, []],
    [
      'faults of listen exactly a day ago',
      { feeds: nights({}), hours: [live(24, { outcomes: { failed: 2 } })] },
      [],
    ],
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
    [
      'that grow for three nights, and did not before',
      { feeds: nights({ kept: 9 }, { kept: 8 }, { kept: 7 }, { kept: 6 }, { kept: 6 }) },
      ['unmatched'],
    ],
    [
      "that grow up to a night that doesn't say",
      { feeds: nights({}, { kept: 9 }, { kept: 8 }, { kept: 7 }, { kept: 6 }) },
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
      'that grow within three days of listen',
      { hours: [1, 22, 46, 70].map((hours) => live(hours, { kept: 100 - hours })) },
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
    ['calls exactly a day ago', { feeds: [run({ hoursAgo: 24, apiShare: 40 })] }, []],
    ['the night of yesterday is another day', { feeds: nights({ apiShare: 30 }, { apiShare: 30 }) }, []],
    [
      'a silent zone',
      { feeds: nights({}), silent: [{ zone: 'MyVivium', since: '2026-11-19T00:00:00Z' }] },
      ['zone-silent'],
    ],
    ['codes without a label', { feeds: nights({ newCodes: 'product e-scooter' }) }, ['new-codes']],
    ['codes of listen exactly a day ago', { hours: [live(24, { newCodes: 'product e-scooter' })] }, []],
    ['codes of an earlier night', { feeds: nights({}, { newCodes: 'product e-scooter' }) }, []],
  ])('%s', (_, known, expected) => {
    // toEqual takes [undefined] for [].
    expect(kinds(known)).toStrictEqual(expected);
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
    const hours = [live(1, { newCodes: 'reason x\r\nproduct y\r\n' }), live(2, { newCodes: 'product y' })];
    const feeds = nights({ ...faulty, kept: 4 }, { kept: 3 }, { kept: 2 }, { kept: 1 });
    expect(alarmsOf({ feeds, hours, silent: [], now: NOW })).toMatchObject([
      { kind: 'rejected', count: 10, read: 1000 },
      { kind: 'unmatched', from: 1, to: 4 },
      { kind: 'new-codes', codes: 'reason x, product y' },
    ]);
  });
});
