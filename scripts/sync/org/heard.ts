import { clockFault } from './clock.ts';
import { callsLeft } from './limitInfo.ts';
import type { OnWords } from './orgWords.ts';
import type { Ears } from './transport.ts';

/** What the org's answers tell beside what was asked. */
export interface Heard {
  readonly ears: Ears;
  /** Whether the org, or whatever stands before it, has answered at all. */
  readonly hasAnswered: () => boolean;
  /** Calls that the newest answer leaves of the day; undefined when none has told. */
  readonly callsLeft: () => number | undefined;
  /** How far this machine's clock is from the org's, when it is too far. */
  readonly clockFault: () => string | undefined;
}

/** Listens to every answer. `onClock` hears once of a clock that is too far from the org's. */
export function listen(onWords: OnWords, onClock: (fault: string) => void): Heard {
  let answered = false;
  let left: number | undefined;
  let fault: string | undefined;
  function onHeaders(headers: Headers): void {
    answered = true;
    left = callsLeft(headers.get('sforce-limit-info')) ?? left;
    if (fault !== undefined) return;
    fault = clockFault(headers.get('date'), Date.now());
    if (fault !== undefined) onClock(fault);
  }
  return {
    ears: { onHeaders, onWords },
    hasAnswered: () => answered,
    callsLeft: () => left,
    clockFault: () => fault,
  };
}
