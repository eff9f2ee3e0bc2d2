import { clockFault } from './clock.ts';
import { dayCalls, type DayCalls } from './limitInfo.ts';
import type { OnOrgMessage } from './keptError.ts';
import type { AnswerListeners } from './transport.ts';

/** What the org's answers say besides the answer itself. */
export interface AnswerWatch {
  readonly listeners: AnswerListeners;
  /** Whether the org, or a proxy in front of it, has answered at all. */
  readonly hasAnswered: () => boolean;
  /** The day's calls by the newest answer that says so; undefined when none has. */
  readonly dayCalls: () => DayCalls | undefined;
  /** How far this machine's clock is from the org's, when it is too far. */
  readonly clockFault: () => string | undefined;
}

/** Watches every answer. `onClock` is called once, when this machine's clock is too far from the org's. */
export function watchAnswers(onOrgMessage: OnOrgMessage, onClock: (fault: string) => void): AnswerWatch {
  let answered = false;
  let calls: DayCalls | undefined;
  let fault: string | undefined;
  function onHeaders(headers: Headers): void {
    answered = true;
    calls = dayCalls(headers.get('sforce-limit-info')) ?? calls;
    if (fault !== undefined) return;
    fault = clockFault(headers.get('date'), Date.now());
    if (fault !== undefined) onClock(fault);
  }
  return {
    listeners: { onHeaders, onOrgMessage },
    hasAnswered: () => answered,
    dayCalls: () => calls,
    clockFault: () => fault,
  };
}
