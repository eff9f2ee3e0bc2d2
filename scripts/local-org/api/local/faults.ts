import { type LockFault, OrgError } from '../../org.ts';
import { patternTest } from './patterns.ts';

/** What goes wrong with a request that matches a rule. */
export type Fault =
  /** Answers this without processing the request; `body` is sent as JSON. */
  | { readonly status: number; readonly body?: unknown }
  /**
   * Resets the connection after so many bytes of the request's body and the answer together, at the latest before the
   * answer's last byte. 0: nothing is processed. More than the body's length: the request is processed and its answer lost.
   */
  | { readonly reset: number }
  | { readonly delayMs: number }
  /** While the request is processed, a `share` (0 to 1) of the writes to `object` fails with UNABLE_TO_LOCK_ROW. */
  | { readonly lock: LockFault }
  /** The request's access token is invalidated first. */
  | { readonly expireToken: true };

/**
 * Selects requests; without `method` and `path` all of them. The first `skip` matches pass, the next `times` get the fault
 * (all when it is left out).
 */
export interface FaultRule {
  readonly method?: string;
  /** A regular expression, tested against the path with and without its query. */
  readonly path?: string;
  readonly skip?: number;
  readonly times?: number;
  readonly fault: Fault;
}

export interface Faults {
  readonly replace: (rules: readonly FaultRule[]) => void;
  /** The fault of the first rule that selects the request. Every rule that matches it counts it. */
  readonly claim: (method: string, url: string) => Fault | undefined;
}

/** The property by which a fault's kind is recognized. */
export const FAULT_KINDS = ['status', 'reset', 'delayMs', 'lock', 'expireToken'];

function isPattern(rule: unknown): boolean {
  try {
    return new RegExp((rule as FaultRule).path ?? '').source !== '';
  } catch {
    return false;
  }
}

/** Parses the rules of a request body. Throws INVALID_INPUT when one is invalid. */
export function faultRules(body: unknown): readonly FaultRule[] {
  const rules = (body as { rules?: unknown } | undefined)?.rules;
  function fits(rule: unknown): boolean {
    const fault = (rule as { readonly fault?: unknown } | null)?.fault;
    return (
      typeof fault === 'object' &&
      fault !== null &&
      FAULT_KINDS.some((kind) => kind in fault) &&
      isPattern(rule)
    );
  }
  if (Array.isArray(rules) && rules.every(fits)) return rules as FaultRule[];
  throw new OrgError(
    400,
    'INVALID_INPUT',
    `Send { "rules": [{ method?, path?, skip?, times?, fault }] } with fault one of ${FAULT_KINDS.join(', ')}.`,
  );
}

export function createFaults(): Faults {
  let rules: {
    readonly rule: FaultRule;
    readonly fits: ((path: string) => boolean) | undefined;
    seen: number;
  }[] = [];
  return {
    replace: (next) => {
      rules = next.map((rule) => ({
        rule,
        fits: rule.path === undefined ? undefined : patternTest(rule.path),
        seen: 0,
      }));
    },
    claim: (method, url) => {
      let claimed: Fault | undefined;
      for (const state of rules) {
        const { rule, fits } = state;
        if (rule.method !== undefined && rule.method.toUpperCase() !== method) continue;
        if (fits && !fits(url) && !fits(url.replace(/\?.*$/, ''))) continue;
        state.seen += 1;
        const hit = state.seen - (rule.skip ?? 0);
        if (hit >= 1 && hit <= (rule.times ?? Infinity)) claimed ??= rule.fault;
      }
      return claimed;
    },
  };
}
