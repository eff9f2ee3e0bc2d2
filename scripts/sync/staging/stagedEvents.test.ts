import { MYVIVIUM, shown, type Sent } from '../../tests/kit/events.ts';
import { memoryStaging } from '../../tests/kit/memoryState.ts';
import { at, checked } from '../../tests/kit/replayed.ts';
import { eventStager } from './newEvents.ts';
import { eventsOf, plannedEvents } from './stagedEvents.ts';

const view = (time: string, id: string, more: Sent = {}): Sent =>
  shown('P1', id, at(`21T${time}Z`, { id, ...more }));

/** In the order in which they count: by time, then by the bytes of the id, then of the source. */
const IN_ORDER = [
  view('09:59:59', 'z'),
  view('10:00:00', 'B'),
  view('10:00:00', 'a'),
  view('10:00:00', 'b'),
  view('10:00:00', 'b', MYVIVIUM),
  view('10:00:00', '\u{ff5e}'),
  view('10:00:00', '\u{1f600}'),
  view('10:00:00.000001', 'a', MYVIVIUM),
];

test.each([
  ['one', IN_ORDER],
  ['another', IN_ORDER.toReversed()],
])('events come in order of time, id and source, whatever the order of the lines: %s', (_which, lines) => {
  const staging = memoryStaging();
  const stage = eventStager(staging);
  for (const sent of lines) stage(checked(sent));
  const names = IN_ORDER.map(({ source, id }) => [source, id]);
  const namesOf = (events: ReturnType<typeof plannedEvents>) => events.map(({ source, id }) => [source, id]);
  expect(namesOf(eventsOf(staging, 'InsurancePolicy', ['p1']).get('p1') ?? [])).toEqual(names);
  staging.exec("UPDATE event SET outcome = 'planned', record = 'P'");
  expect(namesOf(plannedEvents(staging, 'P'))).toEqual(names);
});
