import { parseInstant } from '../../feed/instant.ts';
import { instantIn, isOlder, isSameSecond, latest } from './late.ts';

const at = (time: string): string => parseInstant(`2026-11-21T${time}Z`) ?? '';

test('older is older by the second, which is what the org keeps', () => {
  expect(isOlder(at('10:00:00'), at('10:00:01'))).toBe(true);
  expect(isOlder(at('10:00:00.1'), at('10:00:00.9'))).toBe(false);
  expect(isOlder(at('10:00:01'), at('10:00:00.9'))).toBe(false);
  expect(isOlder(at('10:00:00'), undefined)).toBe(false);
});

test('the same second is the same whatever the decimals', () => {
  expect(isSameSecond(at('10:00:00.1'), at('10:00:00.9'))).toBe(true);
  expect(isSameSecond(at('10:00:00'), at('10:00:01'))).toBe(false);
  expect(isSameSecond(at('10:00:00'), undefined)).toBe(false);
});

test('the latest of several, whichever are missing', () => {
  expect(latest(undefined, at('10:00:00'), at('11:00:00'), undefined)).toBe(at('11:00:00'));
  expect(latest(at('11:00:00.5'), at('11:00:00'))).toBe(at('11:00:00.5'));
  expect(latest(undefined)).toBeUndefined();
});

test('a field holds an instant or none', () => {
  expect(instantIn({ A__c: '2026-11-21T10:00:00Z', B__c: null }, 'A__c')).toBe(at('10:00:00'));
  expect(instantIn({ B__c: null }, 'B__c')).toBeUndefined();
  expect(instantIn({}, 'C__c')).toBeUndefined();
});
