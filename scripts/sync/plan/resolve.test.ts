import { erased, hidden, MYVIVIUM, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { at, config, record, staged } from '../../tests/kit/replayed.ts';
import type { Target } from '../events/event.ts';
import type { MatchedRecord } from '../events/record.ts';
import { resolve } from './resolve.ts';

/** The record that is meant, and of each event why it isn't applied. */
function resolved(target: Target, records: readonly MatchedRecord[], sent: readonly Sent[]) {
  const events = sent.map(staged);
  const found = resolve({ target, subjectKey: events[0]?.subjectKey ?? '', records, events }, config);
  const reasons = events.map((event) => found.notApplied.get(event) ?? 'applies');
  expect(found.events).toEqual(events.filter((_event, place) => reasons[place] === 'applies'));
  return { record: found.record?.id, reasons };
}

const one = (id: string, over: Partial<MatchedRecord> = {}): MatchedRecord => record({}, { id, ...over });
const old = (id: string): MatchedRecord => one(id, { isActive: false });

test.each<[string, Target, readonly MatchedRecord[], string | undefined, string]>([
  ['none', 'InsurancePolicy', [], undefined, 'unmatched'],
  ['an account', 'Account', [one('A')], 'A', 'applies'],
  ['two accounts', 'Account', [one('A'), one('B')], undefined, 'ambiguous'],
  ['a policy', 'InsurancePolicy', [one('P')], 'P', 'applies'],
  ['a policy that is not active', 'InsurancePolicy', [old('P')], 'P', 'applies'],
  ['several policies, one of them active', 'InsurancePolicy', [old('O'), one('P'), old('Q')], 'P', 'applies'],
  ['two active policies', 'InsurancePolicy', [one('P'), one('Q'), old('O')], undefined, 'ambiguous'],
  ['two policies, none of them active', 'InsurancePolicy', [old('P'), old('Q')], undefined, 'ambiguous'],
])('of the records with the key the one that is meant: %s', (_what, target, records, meant, reason) => {
  const sent = target === 'Account' ? registration('K1', null) : shown('P1', 'x');
  expect(resolved(target, records, [sent, erased('K1', 'customer')])).toEqual({
    record: meant,
    reasons: [reason, reason],
  });
});

test('on an account each zone has its own word', () => {
  const sent = [
    registration('K1', null, at('21T10:00:00Z')),
    registration('K1', null, at('21T11:00:00Z', MYVIVIUM)),
  ];
  expect(resolved('Account', [one('A')], sent).reasons).toEqual(['applies', 'applies']);
});

test.each([
  ['P&V', ['applies', 'foreign', 'foreign']],
  ['Vivium', ['foreign', 'applies', 'applies']],
  ['Other', ['foreign', 'foreign', 'foreign']],
  ['constructor', ['foreign', 'foreign', 'foreign']],
])("a policy's brand decides which zone speaks for it, erasures too: %s", (brand, reasons) => {
  const sent = [
    shown('P1', 'x', at('21T10:00:00Z')),
    hidden('P1', 'ended', at('21T11:00:00Z', MYVIVIUM)),
    erased('P1', 'policy', at('21T12:00:00Z', MYVIVIUM)),
  ];
  expect(resolved('InsurancePolicy', [one('P', { brand })], sent).reasons).toEqual(reasons);
});

test('of a policy without a brand the newest view of either zone counts', () => {
  const sent = [shown('P1', 'x', at('21T10:00:00Z')), hidden('P1', 'ended', at('21T11:00:00Z', MYVIVIUM))];
  expect(resolved('InsurancePolicy', [one('P')], sent).reasons).toEqual(['superseded', 'applies']);
});

test('erasures of both zones count, and put no view aside that the other zone sends', () => {
  const sent = [
    erased('P1', 'policy', at('21T10:00:00Z')),
    shown('P1', 'x', at('21T11:00:00Z')),
    erased('P1', 'policy', at('21T12:00:00Z', MYVIVIUM)),
  ];
  expect(resolved('InsurancePolicy', [one('P')], sent).reasons).toEqual(['applies', 'applies', 'applies']);
});

test.each([
  ["the account's, in other letters", { customer: 'k1' }, 'K1', 'applies'],
  ["another than the account's", { customer: 'K2' }, 'K1', 'ambiguous'],
  ['named, and the account has none', { customer: 'K1' }, null, 'ambiguous'],
  ['not named', {}, null, 'applies'],
])('the customer of a policy is %s', (_what, data, customer, reason) => {
  expect(resolved('InsurancePolicy', [one('P', { customer })], [shown('P1', 'x', {}, data)]).reasons).toEqual(
    [reason],
  );
});
