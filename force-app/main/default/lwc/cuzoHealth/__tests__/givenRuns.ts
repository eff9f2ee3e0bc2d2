import { HOUR, type Outcomes, type Run } from 'c/cuzoHealth';

export const NOW = Date.parse('2026-11-21T10:00:00Z');
export const NONE: Outcomes = {
  changed: 0,
  unchanged: 0,
  late: 0,
  superseded: 0,
  duplicate: 0,
  foreign: 0,
  unmatched: 0,
  ambiguous: 0,
  rejected: 0,
  failed: 0,
};

export type Given = Partial<Omit<Run, 'outcomes'>> & {
  readonly hoursAgo: number;
  readonly outcomes?: Partial<Outcomes>;
};

export function run({ hoursAgo, outcomes, ...more }: Given): Run {
  return {
    id: `a0${hoursAgo}`,
    kind: 'Feed',
    status: 'Finished',
    started: NOW - hoursAgo * HOUR,
    read: 1000,
    exitCode: null,
    kept: null,
    apiShare: null,
    rejectCodes: null,
    newCodes: null,
    ...more,
    outcomes: { ...NONE, ...outcomes },
  };
}
/** A run a night, the newest eight hours ago. */
export const nights = (...each: readonly Omit<Given, 'hoursAgo'>[]) =>
  each.map((night, at) => run({ ...night, hoursAgo: 8 + 24 * at }));
export const live = (hoursAgo: number, more: Omit<Given, 'hoursAgo'> = {}) =>
  run({ kind: 'Live', hoursAgo, read: 100, ...more });
