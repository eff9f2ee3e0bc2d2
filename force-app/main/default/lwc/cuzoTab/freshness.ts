import asOfLabel from '@salesforce/label/c.CuZo_As_Of';
import checked from '@salesforce/label/c.CuZo_Zone_Checked';
import stale from '@salesforce/label/c.CuZo_Freshness_Stale';
import { fill, momentText } from 'c/cuzoFormat';
import { isStale, newestOf } from 'c/cuzoNewest';
import type { Notice } from 'c/cuzoNotice';
import type { Zone } from 'c/cuzoZones';
import type { PolicySituation } from './policySituation';

type Dated = Pick<PolicySituation, 'kind' | 'zones' | 'asOf'>;

function newestOfZones({ kind, zones }: Dated, newest: unknown): readonly (readonly [Zone, string])[] {
  if (kind === 'no-access') return [];
  return zones.flatMap((zone) => {
    const moment = newestOf(newest, zone);
    return moment === null ? [] : [[zone, moment] as const];
  });
}

/**
 * When the zone last changed the policy, and how recent the zone's data is: a policy that hasn't changed for a year isn't
 * out of date. null when neither is known. `newest` is the result of NEWEST_QUERY.
 */
export function freshnessLine(policy: Dated, newest: unknown): string | null {
  const parts = [
    ...(policy.asOf === null ? [] : [fill(asOfLabel, momentText(policy.asOf))]),
    ...newestOfZones(policy, newest).map(([zone, moment]) => fill(checked, zone.name, momentText(moment))),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

/** A warning for each of the policy's zones that has delivered nothing for too long. */
export function staleNotices(policy: Dated, newest: unknown): readonly Notice[] {
  return newestOfZones(policy, newest)
    .filter(([, moment]) => isStale(moment))
    .map(([zone, moment]) => ({ kind: 'warning', message: fill(stale, zone.name, momentText(moment)) }));
}
