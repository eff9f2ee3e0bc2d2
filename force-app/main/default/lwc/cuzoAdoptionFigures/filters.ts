import ACTIVE from '@salesforce/schema/InsurancePolicy.IsActive';
import INSURED from '@salesforce/schema/InsurancePolicy.NameInsuredId';
import POLICY from '@salesforce/schema/InsurancePolicy';
import POLICY_ZONE from '@salesforce/schema/InsurancePolicy.CuZo_Zone__c';
import type { Zone } from 'c/cuzoZones';

/** Customers of whom the zone has said whether they are registered. */
const isKnownIn = ({ asOf }: Zone): string => `${asOf.fieldApiName}: { ne: null }`;

/**
 * Customers who are registered in the zone or of whom it has said that they aren't. Who was registered before the job came has the flag
 * without an as-of: pills and list views show them as registered.
 */
export const hasStandingIn = (zone: Zone): string =>
  `or: [{ ${isKnownIn(zone)} }, { ${zone.onboarded.fieldApiName}: { eq: true } }]`;

export const isUnknownIn = ({ asOf }: Zone): string => `${asOf.fieldApiName}: { eq: null }`;

/** Not registered is who the zone says so of; of whom it has said nothing, nothing is known. */
const isNotRegisteredIn = (zone: Zone): string =>
  `${isKnownIn(zone)}, ${zone.onboarded.fieldApiName}: { eq: false }`;

/**
 * Customers who are not registered in the zone and have an active contract of it: a semi-join over the policy's own zone
 * (GraphQL API Developer Guide, "Semi-Join and Anti-Join Filters"), so that no field of the org is named.
 */
export function isGapIn(zone: Zone): string {
  const policies = `${ACTIVE.fieldApiName}: { eq: true }, ${POLICY_ZONE.fieldApiName}: { eq: "${zone.code}" }`;
  const join = `${POLICY.objectApiName}: { ${policies} }, ApiName: "${INSURED.fieldApiName}"`;
  return `${isNotRegisteredIn(zone)}, Id: { inq: { ${join} } }`;
}

export const NEW_DAYS = 30;

/** SOQL's LAST_N_DAYS: from so many days ago up to and including today, in the time zone of the user. */
export const isNewIn = ({ date }: Zone): string =>
  `${date.fieldApiName}: { eq: { range: { last_n_days: ${NEW_DAYS} } } }`;
