import type { FieldName, SObjects } from '../../schema/generated/objects.ts';
import type { Zone } from '../../feed/contract.ts';

/**
 * The fields that force-app ships, by what the job keeps in them. Components read the same names, so no configuration can
 * rename them. The types tie the names to the metadata: a renamed field doesn't compile.
 */
export const OWN_ACCOUNT_FIELDS = {
  mypvOnboarded: 'CuZo_MyPV_Onboarded__c',
  mypvOnboardingDate: 'CuZo_MyPV_Onboarding_Date__c',
  mypvAsOf: 'CuZo_MyPV_As_Of__c',
  myviviumOnboarded: 'CuZo_MyVivium_Onboarded__c',
  myviviumOnboardingDate: 'CuZo_MyVivium_Onboarding_Date__c',
  myviviumAsOf: 'CuZo_MyVivium_As_Of__c',
  contactChangedOn: 'CuZo_Contact_Changed_On__c',
  contactAsOf: 'CuZo_Contact_As_Of__c',
  contactZone: 'CuZo_Contact_Zone__c',
} as const satisfies Record<string, FieldName<'Account'>>;

export const OWN_POLICY_FIELDS = {
  visibility: 'CuZo_Visibility__c',
  hiddenReason: 'CuZo_Hidden_Reason__c',
  product: 'CuZo_Product__c',
  view: 'CuZo_View__c',
  viewHash: 'CuZo_View_Hash__c',
  policyAsOf: 'CuZo_As_Of__c',
} as const satisfies Record<string, FieldName<'InsurancePolicy'>>;

/** What the job works out itself on a policy, whatever the zone says: the zone of the brand, and the differences. */
export const KEPT_POLICY_FIELDS = {
  zone: 'CuZo_Zone__c',
  differences: 'CuZo_Differences__c',
  differenceFields: 'CuZo_Difference_Fields__c',
} as const satisfies Record<string, FieldName<'InsurancePolicy'>>;

/** The field with the view document. It is large, so it is neither looked up nor compared; its hash is. */
export const VIEW_FIELD = OWN_POLICY_FIELDS.view;

interface ZoneFields {
  readonly onboarded: FieldName<'Account'>;
  readonly date: FieldName<'Account'>;
  readonly asOf: FieldName<'Account'>;
}

/** The fields of a zone on an account: its flag, its day, its as-of. */
export const ZONE_FIELDS: Readonly<Record<Zone, ZoneFields>> = {
  mypv: {
    onboarded: OWN_ACCOUNT_FIELDS.mypvOnboarded,
    date: OWN_ACCOUNT_FIELDS.mypvOnboardingDate,
    asOf: OWN_ACCOUNT_FIELDS.mypvAsOf,
  },
  myvivium: {
    onboarded: OWN_ACCOUNT_FIELDS.myviviumOnboarded,
    date: OWN_ACCOUNT_FIELDS.myviviumOnboardingDate,
    asOf: OWN_ACCOUNT_FIELDS.myviviumAsOf,
  },
};

/** The codes of the zones, as CuZo_Portal__c and the picklists have them. */
export const ZONE_CODES = {
  mypv: 'MYPV',
  myvivium: 'MYVIVIUM',
} as const satisfies Readonly<Record<Zone, SObjects['InsurancePolicy']['CuZo_Zone__c']>>;
