/** `api-usage=25/5000`, `per-app-api-usage=17/250(appName=x)`: used and allowed. */
const USAGE = /^\s*(?:per-app-)?api-usage\s*=\s*(\d+)\s*\/\s*(\d+)/i;

/** API calls of these 24 hours. */
export interface DayCalls {
  readonly left: number;
  readonly allowed: number;
}

/**
 * The day's calls by the header `Sforce-Limit-Info` (REST API Developer Guide, Limit Info Header): those of the
 * org or, when there is one, of the app's own quota, whichever is less. Other parts of the header (`api-bursts=1/750`) don't
 * concern the day. Undefined when the header doesn't say.
 */
export function dayCalls(header: string | null): DayCalls | undefined {
  const [fewest] = (header ?? '')
    .split(/[;,]/)
    .flatMap((part): readonly DayCalls[] => {
      const [, used, allowed] = USAGE.exec(part) ?? [];
      if (used === undefined) return [];
      return [{ left: Math.max(0, Number(allowed) - Number(used)), allowed: Number(allowed) }];
    })
    .sort((a, b) => a.left - b.left);
  return fewest;
}
