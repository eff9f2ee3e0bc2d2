import type { SchemaField } from '@salesforce/schema';
import { hasContract, type ActivePolicy } from 'c/cuzoPolicies';
import { rowValue, type Row } from 'c/cuzoQuery';
import { registration, saysDeceased, type Registration } from 'c/cuzoRegistration';
import { DEFAULT_ZONE, type Zone } from 'c/cuzoZones';
import type { PageReference } from 'lightning/navigation';

type AccountField = SchemaField<'Account'> | null;

/** Whether the named account field says that the customer has died; false when it can't be read. */
export function isDeceased(account: Row | undefined, field: AccountField): boolean {
  return account !== undefined && field !== null && saysDeceased(rowValue(account, field)) === true;
}

/** What is known of the customer in one zone. `hasContract` is null when it isn't known. */
export interface Standing {
  readonly zone: Zone;
  readonly registration: Registration;
  readonly hasContract: boolean | null;
}

/** `policies` is null when brands aren't known, as when the page names no field for them. */
export function standing(
  account: Row | undefined,
  zone: Zone,
  policies: readonly ActivePolicy[] | null,
): Standing {
  return {
    zone,
    registration: registration(
      (field) => (account === undefined ? undefined : rowValue(account, field)),
      zone,
    ),
    hasContract: hasContract(policies, zone),
  };
}

/** Whether to invite: the customer isn't registered there, and may have a contract there. */
export function needsInvitation({ registration: { kind }, hasContract: isCustomer }: Standing): boolean {
  return kind !== 'registered' && isCustomer !== false;
}

/** The zone to invite to first: one with a contract and without registration, the first of several. */
export function zoneToInvite(standings: readonly Standing[]): Zone | undefined {
  return [...standings].sort((one, other) => rank(one) - rank(other))[0]?.zone;
}

/** The zone that the page shows: the one the agent chose, else the one in a link to the page, else the one to invite to. */
export function zoneToShow(
  standings: readonly Standing[],
  chosen: string | null,
  page: PageReference | undefined,
): Zone {
  const zones = standings.map(({ zone }) => zone);
  const named = (code: unknown): Zone | undefined => zones.find((zone) => zone.code === code);
  return named(chosen) ?? named(page?.state?.c__zone) ?? zoneToInvite(standings) ?? DEFAULT_ZONE;
}

function rank({ registration: { kind }, hasContract: isCustomer }: Standing): number {
  if (isCustomer === false) return 3;
  // A zone for which it isn't known whether the customer has a contract keeps its usual place.
  if (isCustomer === null) return 2;
  return kind === 'registered' ? 1 : 0;
}
