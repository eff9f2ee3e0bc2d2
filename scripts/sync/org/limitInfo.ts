/** `api-usage=25/5000`, `per-app-api-usage=17/250(appName=x)`: used and allowed. */
const USAGE = /^\s*(?:per-app-)?api-usage\s*=\s*(\d+)\s*\/\s*(\d+)/i;

/**
 * The day's remaining calls by the header `Sforce-Limit-Info` (REST API Developer Guide, Limit Info Header): those of the
 * org or, when there is one, of the app's own quota, whichever is less. Other parts of the header (`api-bursts=1/750`) don't
 * concern the day. Undefined when the header doesn't say.
 */
export function callsLeft(header: string | null): number | undefined {
  const left = (header ?? '').split(/[;,]/).flatMap((part) => {
    const [, used, allowed] = USAGE.exec(part) ?? [];
    return used === undefined ? [] : [Math.max(0, Number(allowed) - Number(used))];
  });
  return left.length === 0 ? undefined : Math.min(...left);
}
