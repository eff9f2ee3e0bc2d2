import { QUICK } from '../../tests/kit/memoryOrg.ts';
import type { Org } from '../org/org.ts';
import { OrgRefusal } from '../org/orgRefusal.ts';
import { liveOrg } from './liveOrg.ts';

const CONFIG = { ...QUICK, nightShare: 0.5, apiShare: 1 };
const HOUR_MS = 60 * 60 * 1000;
const FORBIDDEN = new OrgRefusal('INSUFFICIENT_ACCESS');

/** An org that still allows so many of 1,000 calls; `told`: by GET /limits, or by the header of answers alone. */
function orgWith(remaining: () => number, told: 'limits' | 'header') {
  let calls = 0;
  const org = {
    basePath: '/services/data/v66.0',
    apiCalls: () => calls,
    dayCalls: () => (told === 'header' ? { left: remaining(), allowed: 1000 } : undefined),
    request: () => {
      calls += 1;
      return told === 'header'
        ? Promise.reject(FORBIDDEN)
        : Promise.resolve({ DailyApiRequests: { Max: 1000, Remaining: remaining() } });
    },
  } as unknown as Org;
  return org;
}

describe.each(['limits', 'header'] as const)(
  'the night’s half of the day’s calls, told by the %s,',
  (told) => {
    test.each([
      [510, 'opened'],
      [509, 'API_BUDGET'],
      [0, 'API_BUDGET'],
    ])('of %d calls that are left: %s', async (remaining, expected) => {
      const org = liveOrg(
        () => Promise.resolve(orgWith(() => remaining, told)),
        CONFIG,
        () => 0,
      );
      const ended = await org.open().then(
        () => 'opened',
        (error: unknown) => (error as { code?: string }).code,
      );
      expect(ended).toBe(expected);
    });
  },
);

test('an hour later the org is asked again', async () => {
  let [remaining, now] = [100, 0];
  const org = liveOrg(
    () => Promise.resolve(orgWith(() => remaining, 'limits')),
    CONFIG,
    () => now,
  );
  await expect(org.open()).rejects.toMatchObject({ code: 'API_BUDGET' });
  remaining = 1000;
  now = HOUR_MS - 1;
  await expect(org.open()).rejects.toMatchObject({ code: 'API_BUDGET' });
  now = HOUR_MS;
  await org.open();
});
