import MYPV_AS_OF from '@salesforce/schema/Account.CuZo_MyPV_As_Of__c';
import MYPV_ONBOARDED from '@salesforce/schema/Account.CuZo_MyPV_Onboarded__c';
import MYPV_DATE from '@salesforce/schema/Account.CuZo_MyPV_Onboarding_Date__c';
import MYVIVIUM_AS_OF from '@salesforce/schema/Account.CuZo_MyVivium_As_Of__c';
import MYVIVIUM_ONBOARDED from '@salesforce/schema/Account.CuZo_MyVivium_Onboarded__c';
import MYVIVIUM_DATE from '@salesforce/schema/Account.CuZo_MyVivium_Onboarding_Date__c';
import pillMyPV from '@salesforce/label/c.CuZo_Pill_MyPV';
import pillMyVivium from '@salesforce/label/c.CuZo_Pill_MyVivium';
import zoneMyPV from '@salesforce/label/c.CuZo_Zone_MyPV';
import zoneMyVivium from '@salesforce/label/c.CuZo_Zone_MyVivium';
import type { SchemaField } from '@salesforce/schema';

/** A customer zone: its name, the one host that its addresses may have, and its fields on Account. */
export interface Zone {
  /** CuZo_Portal__c.Code__c of its record. */
  readonly code: string;
  readonly name: string;
  readonly pill: string;
  readonly host: string;
  /** The value of the org's brand field for policies of this zone. */
  readonly brand: string;
  readonly onboarded: SchemaField<'Account', boolean>;
  readonly date: SchemaField<'Account', string | null>;
  readonly asOf: SchemaField<'Account', string | null>;
}

export const MYPV: Zone = {
  code: 'MYPV',
  name: zoneMyPV,
  pill: pillMyPV,
  host: 'my.pv.be',
  brand: 'P&V',
  onboarded: MYPV_ONBOARDED,
  date: MYPV_DATE,
  asOf: MYPV_AS_OF,
};

export const MYVIVIUM: Zone = {
  code: 'MYVIVIUM',
  name: zoneMyVivium,
  pill: pillMyVivium,
  host: 'my.vivium.be',
  brand: 'Vivium',
  onboarded: MYVIVIUM_ONBOARDED,
  date: MYVIVIUM_DATE,
  asOf: MYVIVIUM_AS_OF,
};

export const ZONES: readonly Zone[] = [MYPV, MYVIVIUM];

/** The zone that is shown until the agent chooses one. */
export const DEFAULT_ZONE = MYPV;

/**
 * The address if it is safe to send a customer there, else null: https, the zone's own host, and no user name or port that
 * would disguise another one. The host is compared as the browser parses it, not as text.
 */
export function safeAddress(address: string, zone: Zone): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && url.hostname === zone.host && isPlain ? url.href : null;
}
