import type { Random } from '../../feed/generate/random.ts';
import { faultMix, requestsOf, ruleText } from './faultMix.ts';
import type { Point, Stage } from './killPoints.ts';
import type { Order, Place } from './order.ts';
import type { RoundOrg } from './roundOrg.ts';

/** Called before each process of the job, from 0; processes after the disturbed ones run undisturbed. */
export type Disturb = (attempt: number, org: RoundOrg) => Order | Promise<Order>;

/** What a round does to a run. */
export interface Disturbance {
  readonly what: string;
  /** The stage in which the process is killed. */
  readonly stage: string | undefined;
  readonly login: 'jwt' | 'token';
  readonly disturb: Disturb;
}

const UNDISTURBED: Order = {};

/**
 * A kill at a point of the first process, and sometimes another one while the run is resumed. Stages take turns, so that a
 * few rounds cover every stage and many rounds every point.
 */
export function killing(turn: number, random: Random, stages: readonly Stage[]): Disturbance {
  const stage = stages[turn % stages.length];
  if (!stage) throw new Error('a run without points');
  const { point, passed } = random.pick(stage.points);
  const at: Place = { point, nth: random.int(1, passed) };
  const again: Place | undefined = random.chance(0.3) ? { count: random.int(1, 300) } : undefined;
  const orders: readonly Order[] = [{ at }, ...(again ? [{ at: again }] : [])];
  return {
    what: `killed at '${point}' ${at.nth} of ${passed}${again ? `, then at point ${again.count}` : ''}`,
    stage: stage.name,
    login: 'token',
    disturb: (attempt) => orders[attempt] ?? UNDISTURBED,
  };
}

/** Number of processes of a round that meet faults; later ones run undisturbed. */
const DISTURBED = 2;

/** A mix of faults for each of the first processes; some also get a SIGTERM or a full disk. */
export function disturbing(random: Random, stages: readonly Stage[]): Disturbance {
  const points: readonly Point[] = stages.flatMap((stage) => stage.points);
  const requests = requestsOf(points);
  const total = points.reduce((sum, { passed }) => sum + passed, 0);
  const mixes = Array.from({ length: random.int(1, DISTURBED) }, () => {
    const order: Order = random.chance(0.3)
      ? { blow: random.pick(['SIGTERM', 'full'] as const), at: { count: random.int(1, total) } }
      : UNDISTURBED;
    return { rules: faultMix(random, requests), order };
  });
  const texts = mixes.map(({ rules, order }) =>
    [...rules.map(ruleText), ...(order.blow ? [JSON.stringify(order)] : [])].join('; '),
  );
  return {
    what: texts.join(' | '),
    stage: undefined,
    login: random.chance(0.7) ? 'jwt' : 'token',
    disturb: async (attempt, org) => {
      const mix = mixes[attempt];
      await org.fault(mix?.rules ?? []);
      return mix?.order ?? UNDISTURBED;
    },
  };
}
