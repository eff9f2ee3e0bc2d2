import { memoryStaging } from '../../tests/kit/memoryState.ts';
import type { CheckedEvent } from '../events/event.ts';
import { eventStager } from './newEvents.ts';

const SECOND = 63_899_564_400;

/** A view of a policy, `second` seconds later than the first; without a document it is hidden. */
const told = (id: string, second: number, document: string | null): CheckedEvent => ({
  source: '/portals/mypv',
  zone: 'mypv',
  id,
  target: 'InsurancePolicy',
  subject: `P-${id}`,
  time: `0${SECOND + second}`,
  instant: `0${SECOND + second}`,
  kind: 'policy-view',
  data: { product: 'car', reason: null, hash: document },
  view: document,
});

test('of lines with one id the newest is staged, with its own view or with none', () => {
  const staging = memoryStaging();
  const stage = eventStager(staging);
  for (const event of [
    told('a', 0, 'a0'),
    told('b', 0, 'b0'),
    told('c', 0, 'c0'),
    told('d', 0, null),
    told('a', 1, 'a1'),
    told('c', 1, 'c1'),
    told('b', 1, null),
    told('d', 1, 'd1'),
    told('c', 0, 'old'),
    told('e', 0, 'e0'),
    told('a', 2, 'a2'),
  ])
    stage(event);
  const rows = staging.prepare('SELECT id, document FROM event LEFT JOIN view USING (n) ORDER BY id').all();
  expect(rows.map(({ id, document }) => [id, document])).toEqual([
    ['a', 'a2'],
    ['b', null],
    ['c', 'c1'],
    ['d', 'd1'],
    ['e', 'e0'],
  ]);
});
