import type { SchemaField } from '@salesforce/schema';
import { hasContract, type ActivePolicy } from 'c/cuzoPolicies';
import { rowValue, type Row } from 'c/cuzoQuery';
import { registration, saysDeceased, type Registration } from 'c/cuzoRegistration';
import { DEFAULT_ZONE, type Zone } from 'c/cuzoZones';
import type { PageReference } from 'lightning/navigation';

type AccountField = SchemaField<'Account'> | null;

/** Whether the account's field says so; where it can't be read nobody is taken for dead. */
export function isDeceased(account: Row | undefined, field: AccountField): boolean {
  return account !== undefined && field !== null && saysDeceased(rowValue(account, field)) === true;
}

/** What is known of the customer in one zone. `hasContract` is null when the org can't tell. */
export interface Standing {
  readonly zone: Zone;
  readonly registration: Registration;
  readonly hasContract: boolean | null;
}

/** `policies` is null where brands can't be told, as when the page names no field for them. */
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

/** Whether there is a reason to invite: no account there, and not known to have no contract there. */
export function needsInvitation({ registration: { kind }, hasContract: isCustomer }: Standing): boolean {
  return kind !== 'registered' && isCustomer !== false;
}

/** The zone to invite to first: where there is a contract and no account; the earlier one of equals. */
export function zoneToInvite(standings: readonly Standing[]): Zone | undefined {
  return [...standings].sort((one, other) => rank(one) - rank(other))[0]?.zone;
}

/** The zone that the page is about: the one that the agent chose, else the one that a link to the page names, else the one to invite to. */
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
  // A zone of which nobody knows whether the customer has a contract there comes in its usual place.
  if (isCustomer === null) return 2;
  return kind === 'registered' ? 1 : 0;
}
