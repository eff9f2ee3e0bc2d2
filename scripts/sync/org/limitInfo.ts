/** `api-usage=25/5000`, `per-app-api-usage=17/250(appName=x)`: used and allowed. */
const USAGE = /^\s*(?:per-app-)?api-usage\s*=\s*(\d+)\s*\/\s*(\d+)/i;

/**
 * The calls that `Sforce-Limit-Info` leaves of the day (REST API Developer Guide, Limit Info Header): of the org's and, when
 * it has one, of the app's own quota, the lesser. What else it holds (`api-bursts=1/750`) is not of the day. Undefined
 * when it tells nothing of them.
 */
export function callsLeft(header: string | null): number | undefined {
  const left = (header ?? '').split(/[;,]/).flatMap((part) => {
    const [, used, allowed] = USAGE.exec(part) ?? [];
    return used === undefined ? [] : [Math.max(0, Number(allowed) - Number(used))];
  });
  return left.length === 0 ? undefined : Math.min(...left);
}
