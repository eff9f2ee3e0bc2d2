import type { Org } from './org.ts';
import { OrgRefusal } from './orgRefusal.ts';

const HOUR_MS = 60 * 60 * 1000;

/** What changes seldom and is asked by every run: what an object is, which org this is, and what the day still allows. */
const SELDOM = [/\/describe$/, /\/limits$/, /\/data\/v[\d.]+\/$/, /\?q=SELECT%20Id%20FROM%20Organization$/];
const LIMITS = '/limits';

interface Kept {
  readonly until: number;
  /** Calls made when the answer came. */
  readonly calls: number;
  readonly answer: Promise<unknown>;
}

interface Limit {
  readonly Max?: number;
  readonly Remaining?: number;
}

/** An org for many small runs. */
export interface HourlyOrg {
  /** The org for one run: its calls are counted from here. */
  readonly forRun: () => Org;
}

/**
 * The org as small runs see it: what changes seldom is asked once an hour, and of the day's calls `reserved` (a share from 0
 * to 1) aren't there, because they are the night's. `now`: milliseconds.
 */
export function hourlyOrg(org: Org, reserved: number, now: () => number): HourlyOrg {
  const kept = new Map<string, Kept>();

  const request: Org['request'] = async (method, path, ...rest) => {
    if (method !== 'GET' || !SELDOM.some((one) => one.test(path))) return org.request(method, path, ...rest);
    let found = kept.get(path);
    if (!found || found.until <= now()) {
      // A refusal is kept too: a user who may not see the limits may not see them all hour.
      const answer = org.request(method, path, ...rest);
      found = { until: now() + HOUR_MS, calls: org.apiCalls() + 1, answer };
      kept.set(path, found);
      await answer.catch((error: unknown) => {
        if (!isRefusal(error)) kept.delete(path);
      });
    }
    const answer = await found.answer;
    return path.endsWith(LIMITS) ? withoutReserve(answer, org.apiCalls() - found.calls) : answer;
  };

  function withoutReserve(limits: unknown, since: number): unknown {
    const { DailyApiRequests, ...others } = limits as Readonly<Record<string, Limit | undefined>>;
    const { Max, Remaining } = DailyApiRequests ?? {};
    if (Max === undefined || Remaining === undefined) return limits;
    const left = Math.min(Remaining - Math.max(0, since), org.dayCalls()?.left ?? Infinity);
    return { ...others, DailyApiRequests: { Max, Remaining: Math.max(0, left - reserved * Max) } };
  }

  function dayCalls(): ReturnType<Org['dayCalls']> {
    const calls = org.dayCalls();
    return calls && { ...calls, left: Math.max(0, calls.left - reserved * calls.allowed) };
  }

  return {
    forRun: () => {
      const begun = org.apiCalls();
      return { ...org, request, dayCalls, apiCalls: () => org.apiCalls() - begun };
    },
  };
}

const isRefusal = (error: unknown): boolean => error instanceof OrgRefusal;
