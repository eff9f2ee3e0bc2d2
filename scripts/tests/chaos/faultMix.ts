import type { Random } from '../../feed/generate/random.ts';
import type { Fault, FaultRule } from '../../local-org/api/local/faults.ts';
import type { Point } from './killPoints.ts';

/** A kind of request and how often an undisturbed run sends it. */
export interface Sent {
  readonly method: string;
  /** A regular expression. */
  readonly path: string;
  readonly times: number;
}

/** The kinds of requests among the points of a run, including the login. */
export function requestsOf(points: readonly Point[]): readonly Sent[] {
  const requests = new Map<string, Sent>([
    ['login', { method: 'POST', path: '/services/oauth2/token$', times: 1 }],
  ]);
  for (const { point, passed } of points) {
    const [, method = '', resource = ''] = /: before (GET|POST|PUT|PATCH|DELETE) (\S+)/.exec(point) ?? [];
    if (method === '') continue;
    const path = `${resource.replace(/:(id|run)/g, '[^/]+')}$`;
    const name = `${method} ${path}`;
    requests.set(name, { method, path, times: (requests.get(name)?.times ?? 0) + passed });
  }
  return [...requests.values()];
}

const STATUSES = [429, 500, 502, 503, 504];
const LIMIT_REACHED = { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' };
const SESSION_REFUSED = { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' };
/** More bytes than any answer has: the request is processed and its answer lost. */
const ANSWER_LOST = 100_000_000;
/** A row that is locked in every round would fail, so rules lock it in fewer. */
const MOST_LOCKS = 3;

/** Frequent kinds of request are drawn more often, up to this factor. */
const MOST_WEIGHT = 6;

/** Faults of a request, as often as a mix draws them. */
const FAULTS: readonly ((random: Random) => Fault)[] = [
  (random) => ({ status: random.pick(STATUSES) }),
  (random) => ({ status: random.pick(STATUSES) }),
  () => ({ reset: 0 }),
  (random) => ({ reset: random.int(1, 600) }),
  () => ({ reset: ANSWER_LOST }),
  () => ({ reset: ANSWER_LOST }),
  () => ({ expireToken: true }),
  () => ({ status: 401, body: [SESSION_REFUSED] }),
  () => ({ status: 403, body: [LIMIT_REACHED] }),
  (random) => ({ delayMs: random.int(10, 80) }),
];

/**
 * A seeded mix of faults: the org is busy, cuts connections before, within or after a request, ends or refuses sessions,
 * reports that its limit is reached, is slow, locks rows, is unreachable for a while.
 */
export function faultMix(random: Random, requests: readonly Sent[]): readonly FaultRule[] {
  const weighted = requests.flatMap((one) => Array<Sent>(Math.min(one.times, MOST_WEIGHT)).fill(one));
  return Array.from({ length: random.int(1, 5) }, (): FaultRule => {
    if (random.chance(0.15)) return lock(random);
    if (random.chance(0.1)) return gone(random, requests);
    const { method, path, times } = random.pick(weighted);
    const skip = random.int(0, times - 1);
    return { method, path, skip, times: random.pick([1, 1, 2, 3, 6]), fault: random.pick(FAULTS)(random) };
  });
}

const lock = (random: Random): FaultRule => ({
  skip: random.int(0, 30),
  times: random.int(1, MOST_LOCKS),
  fault: { lock: { object: random.pick(['Account', 'InsurancePolicy']), share: random.pick([0.2, 0.5, 1]) } },
});

/** Every request fails for a while, which may be longer than the job keeps trying. */
const gone = (random: Random, requests: readonly Sent[]): FaultRule => ({
  skip: random.int(
    0,
    requests.reduce((sum, { times }) => sum + times, 0),
  ),
  times: random.pick([3, 60]),
  fault: random.pick<Fault>([{ reset: 0 }, { status: 503 }]),
});

/** A rule in short form: `PATCH /composite/sobjects$ +3 x2 {"status":503}`. */
export const ruleText = ({ method = '', path = 'all', skip = 0, times = 0, fault }: FaultRule): string =>
  `${method} ${path} +${skip} x${times} ${JSON.stringify(fault)}`.trim();
