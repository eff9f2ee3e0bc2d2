import { type LockFault, OrgError } from '../../org.ts';
import { patternTest } from './patterns.ts';

/** What goes wrong with a request that a rule picks. */
export type Fault =
  /** This answer instead of the request being carried out; `body` is sent as JSON. */
  | { readonly status: number; readonly body?: unknown }
  /**
   * The connection is reset after so many bytes of the request's body and the answer together, at the latest before the
   * answer's last byte: 0 does nothing at all, a number past the body's length loses the answer of a request carried out.
   */
  | { readonly reset: number }
  | { readonly delayMs: number }
  /** While the request is carried out, `share` (0 to 1) of the written rows of `object` fail with UNABLE_TO_LOCK_ROW. */
  | { readonly lock: LockFault }
  /** The request's access token ends before the request is looked at. */
  | { readonly expireToken: true };

/** Picks requests: all of them without `method` and `path`. It lets `skip` of them pass, then faults `times` (without: all). */
export interface FaultRule {
  readonly method?: string;
  /** A regular expression, tried on the path alone and on the path with its query. */
  readonly path?: string;
  readonly skip?: number;
  readonly times?: number;
  readonly fault: Fault;
}

export interface Faults {
  readonly replace: (rules: readonly FaultRule[]) => void;
  /** The fault of the first rule that picks the request; every rule that fits it counts it. */
  readonly claim: (method: string, url: string) => Fault | undefined;
}

/** What a fault is named by. */
export const FAULT_KINDS = ['status', 'reset', 'delayMs', 'lock', 'expireToken'];

function isPattern(rule: unknown): boolean {
  try {
    return new RegExp((rule as FaultRule).path ?? '').source !== '';
  } catch {
    return false;
  }
}

/** The rules of a request body. INVALID_INPUT when one isn't a rule. */
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
