import { isShortRun, noteLookUp } from './chosen.ts';
import { temporaryStaging } from './staging.ts';

test('a run is short until it looks an object up by Bulk query', () => {
  const staging = temporaryStaging();
  expect(isShortRun(staging)).toBe(true);
  noteLookUp(staging, 'Account', 'Queries');
  expect(isShortRun(staging)).toBe(true);
  noteLookUp(staging, 'InsurancePolicy', 'Bulk query');
  expect(isShortRun(staging)).toBe(false);
  staging.close();
});
