import type { Org } from './org.ts';

/** API calls that the org still allows in these 24 hours; undefined when it doesn't say. */
export async function remainingCalls(org: Org): Promise<number | undefined> {
  const limits = (await org.request('GET', `${org.basePath}/limits`)) as {
    readonly DailyApiRequests?: { readonly Remaining: number };
  };
  return limits.DailyApiRequests?.Remaining;
}
