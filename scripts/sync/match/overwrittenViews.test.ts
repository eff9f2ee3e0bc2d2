import { hash } from 'node:crypto';
import { erased, hidden, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { memoryOrg, MEMORY_USER_ID, type MemoryOrg } from '../../tests/kit/memoryOrg.ts';
import { EMPTY_POLICY, record, staged } from '../../tests/kit/replayed.ts';
import { SyncError } from '../errors.ts';
import type { Target } from '../events/event.ts';
import type { Fields, MatchedRecord, MatchedSubject } from '../events/record.ts';
import { OrgRefusal } from '../org/orgRefusal.ts';
import { overwrittenViews } from './overwrittenViews.ts';

const AGENT = '005000000000009AAA';
const VIEW = shown('P1', 'x');
const TOLD = (staged(VIEW, 0).data as { readonly hash: string }).hash;
const SHOWN: Fields = { CuZo_View_Hash__c: TOLD, CuZo_As_Of__c: '2026-11-21T10:00:00Z' };
const HIDDEN: Fields = { CuZo_View_Hash__c: null, CuZo_As_Of__c: '2026-11-21T10:00:00Z' };

/** A policy that an agent changed last. */
const policy = (fields: Fields, over: Partial<MatchedRecord> = {}): MatchedRecord =>
  record({ ...EMPTY_POLICY, ...fields }, { id: 'P', modifiedBy: AGENT, ...over });
const subject = (
  sent: Sent,
  records: readonly MatchedRecord[],
  target: Target = 'InsurancePolicy',
): MatchedSubject => ({ target, subjectKey: 'p1', events: [staged(sent, 0)], records });

let memory: MemoryOrg;
beforeEach(() => {
  memory = memoryOrg();
});

/** Lets this text stand on a policy. */
function stands(id: string, view: string | null): void {
  memory.records.InsurancePolicy.set(id, { CuZo_View__c: view });
}
const hashes = (subjects: readonly MatchedSubject[]) =>
  subjects.map(({ records }) => records.map(({ fields }) => fields.CuZo_View_Hash__c));

test.each<[string, Sent, Fields, string | null, string | null]>([
  ['another text', VIEW, SHOWN, 'other', hash('sha256', 'other')],
  ['nothing', VIEW, SHOWN, null, null],
  ['an empty text', VIEW, SHOWN, '', null],
  ['a text of a hidden policy', hidden('P1', 'ended'), HIDDEN, 'left', hash('sha256', 'left')],
  ['nothing of a hidden policy', hidden('P1', 'ended'), HIDDEN, null, null],
])(
  'the hash of a policy that somebody else changed last is that of what stands there: %s',
  async (...given) => {
    const [, sent, fields, stood, told] = given;
    stands('P', stood);
    const [read] = await overwrittenViews(memory.org)([subject(sent, [policy(fields)])]);
    expect(read?.records).toEqual([policy({ ...fields, CuZo_View_Hash__c: told })]);
  },
);

test.each<[string, MatchedSubject]>([
  ['nobody is known to have changed last', subject(VIEW, [policy(SHOWN, { modifiedBy: null })])],
  ['no zone has spoken of', subject(VIEW, [policy({ ...SHOWN, CuZo_As_Of__c: null })])],
  ['an event changes anyway', subject(VIEW, [policy({ ...SHOWN, CuZo_View_Hash__c: 'other' })])],
  ['an event hides', subject(hidden('P1', 'ended'), [policy(SHOWN)])],
  ['is erased', subject(erased('P1', 'policy'), [policy(HIDDEN)])],
  ['is not there', subject(VIEW, [])],
])('nothing is asked about a policy that %s', async (_which, given) => {
  const subjects = [given];
  expect(await overwrittenViews(memory.org)(subjects)).toBe(subjects);
  expect(memory.requests).toStrictEqual([]);
});

test('nor about an account', async () => {
  const subjects = [subject(registration('K1', null), [policy(HIDDEN)], 'Account')];
  const view = [subject(hidden('P1', 'ended'), [policy(HIDDEN)], 'Account')];
  const read = overwrittenViews(memory.org);
  expect([await read(subjects), await read(view)]).toEqual([subjects, view]);
  expect(memory.requests).toStrictEqual([]);
});

test('only the views that others changed are read, and who the job is is asked once', async () => {
  const read = overwrittenViews(memory.org);
  const own = subject(VIEW, [policy(SHOWN, { id: 'OWN', modifiedBy: MEMORY_USER_ID })]);
  for (const id of ['OWN', 'P', 'GONE']) stands(id, 'other');
  memory.records.InsurancePolicy.delete('GONE');
  expect(hashes(await read([own]))).toEqual([[TOLD]]);
  expect(memory.requests).toEqual(['GET /']);
  const both = subject(VIEW, [policy(SHOWN), policy(SHOWN, { id: 'GONE' })]);
  expect(hashes(await read([own, both]))).toEqual([[TOLD], [hash('sha256', 'other'), TOLD]]);
  expect(memory.requests).toEqual(['GET /', 'POST /composite']);
});

test('a session that may not ask who it is takes every view for what its hash says; an org that is gone ends the run', async () => {
  stands('P', 'other');
  const subjects = [subject(VIEW, [policy(SHOWN)])];
  memory.onRequest = () => {
    throw new OrgRefusal('INSUFFICIENT_ACCESS');
  };
  expect(await overwrittenViews(memory.org)(subjects)).toBe(subjects);
  memory.onRequest = () => {
    throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(overwrittenViews(memory.org)(subjects)).rejects.toMatchObject({ code: 'ORG_GONE' });
});
