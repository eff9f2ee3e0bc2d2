import type { FieldName, FieldPath, SObjects } from '../../schema/generated/objects.ts';
import type { Zone } from '../contract.ts';
import { parseInstant, toBrusselsDay } from '../instant.ts';
import { brusselsMidnight, utc } from './calendar.ts';
import { comparison } from './comparison.ts';
import type { ContactState } from './contactEvents.ts';
import { csvLine } from './csv.ts';
import { streetLine, type Customer } from './customer.ts';
import { PRIMARY_LANGUAGE } from './language.ts';
import type { Policy } from './policy.ts';
import type { PolicyState } from './policyEvents.ts';
import { PRODUCT_FACTS } from './products.ts';
import type { RegistrationState } from './registrationEvents.ts';
import { documentOf } from './viewText.ts';

/** Columns of Account.csv: a firm has a Name, a person a FirstName and a LastName. */
export const ACCOUNT_COLUMNS = [
  'Customer_Number__c',
  'Name',
  'Salutation',
  'FirstName',
  'LastName',
  'Gender__c',
  'PersonBirthdate',
  'Primary_Language__c',
  'Customer_Status__c',
  'Active_Life_Policies__c',
  'Active_Non_Life_Policies__c',
  'PersonEmail',
  'PersonMobilePhone',
  'Phone',
  'PersonMailingStreet',
  'PersonMailingPostalCode',
  'PersonMailingCity',
  'PersonMailingCountry',
  'CuZo_MyPV_Onboarded__c',
  'CuZo_MyPV_Onboarding_Date__c',
  'CuZo_MyPV_As_Of__c',
  'CuZo_MyVivium_Onboarded__c',
  'CuZo_MyVivium_Onboarding_Date__c',
  'CuZo_MyVivium_As_Of__c',
  'CuZo_Contact_Changed_On__c',
  'CuZo_Contact_As_Of__c',
  'CuZo_Contact_Zone__c',
] as const satisfies readonly FieldName<'Account'>[];

/** Columns of InsurancePolicy.csv; the account is named by its customer number. */
export const POLICY_COLUMNS = [
  'Name',
  'NameInsured.Customer_Number__c',
  'Brand__c',
  'PolicyName',
  'Status',
  'EffectiveFromDate',
  'RenewalDate',
  'PremiumAmount',
  'PremiumFrequency',
  'CuZo_Visibility__c',
  'CuZo_Hidden_Reason__c',
  'CuZo_Product__c',
  'CuZo_View__c',
  'CuZo_View_Hash__c',
  'CuZo_As_Of__c',
  'CuZo_Zone__c',
  'CuZo_Differences__c',
  'CuZo_Difference_Fields__c',
] as const satisfies readonly FieldPath<'InsurancePolicy'>[];

/** The zones as the org's fields have them. */
const ZONE_CODE: Readonly<Record<Zone, SObjects['InsurancePolicy']['CuZo_Zone__c']>> = {
  mypv: 'MYPV',
  myvivium: 'MYVIVIUM',
};

const BRAND: Readonly<Record<Zone, string>> = { mypv: 'P&V', myvivium: 'Vivium' };

const moment = (millis: number | null | undefined): string | null => (millis == null ? null : utc(millis));

/** Active policies of a customer. */
export interface ActivePolicies {
  readonly life: number;
  readonly nonLife: number;
}

/** The row of a customer as the org has it before the run. */
export function accountRow(
  customer: Customer,
  active: ActivePolicies,
  registrations: Readonly<Partial<Record<Zone, RegistrationState>>>,
  contact: ContactState,
): string {
  const { isBusiness } = customer;
  const { address } = contact;
  const ofPerson = <T>(value: T): T | null => (isBusiness ? null : value);
  const { mypv, myvivium } = registrations;
  return csvLine(ACCOUNT_COLUMNS, {
    Customer_Number__c: customer.number,
    Name: isBusiness ? customer.name : null,
    Salutation: ofPerson(customer.isMale ? 'Mr.' : 'Ms.'),
    FirstName: ofPerson(customer.firstName),
    LastName: ofPerson(customer.lastName),
    Gender__c: ofPerson(customer.isMale ? 'Male' : 'Female'),
    PersonBirthdate: ofPerson(customer.birthDate),
    Primary_Language__c: PRIMARY_LANGUAGE[customer.language],
    Customer_Status__c: active.life + active.nonLife > 0 ? 'Customer' : 'Former customer',
    Active_Life_Policies__c: active.life,
    Active_Non_Life_Policies__c: active.nonLife,
    PersonEmail: ofPerson(contact.email),
    PersonMobilePhone: ofPerson(contact.mobile),
    Phone: contact.phone,
    PersonMailingStreet: ofPerson(streetLine(address)),
    PersonMailingPostalCode: ofPerson(address.place.postalCode),
    PersonMailingCity: ofPerson(address.place.city),
    PersonMailingCountry: ofPerson('België'),
    CuZo_MyPV_Onboarded__c: mypv?.registered ?? false,
    CuZo_MyPV_Onboarding_Date__c: mypv?.registeredOn ?? null,
    CuZo_MyPV_As_Of__c: moment(mypv?.asOf),
    CuZo_MyVivium_Onboarded__c: myvivium?.registered ?? false,
    CuZo_MyVivium_Onboarding_Date__c: myvivium?.registeredOn ?? null,
    CuZo_MyVivium_As_Of__c: moment(myvivium?.asOf),
    CuZo_Contact_Changed_On__c: brusselsDay(contact.asOf),
    CuZo_Contact_As_Of__c: moment(contact.asOf),
    CuZo_Contact_Zone__c: contact.zone === null ? null : ZONE_CODE[contact.zone],
  });
}

function brusselsDay(millis: number | null): string | null {
  const instant = millis === null ? undefined : parseInstant(utc(millis));
  return instant === undefined ? null : toBrusselsDay(instant);
}

/** The row of a policy as the org has it before the run; `state` is null when no event has arrived yet. */
export function policyRow(policy: Policy, owner: Customer, state: PolicyState | null): string {
  const reason = typeof state?.content === 'string' ? state.content : null;
  const shown = state && typeof state.content !== 'string' ? state.content : null;
  const view = shown && documentOf(shown);
  const held = {
    Name: policy.number,
    RenewalDate: brusselsMidnight(policy.renewal.year, policy.renewal.month),
    PremiumAmount: policy.premium,
    PremiumFrequency: 'Annual',
  };
  // By what Connect 360 held when yesterday's run looked.
  const compared = shown && comparison(shown, held);
  return csvLine(POLICY_COLUMNS, {
    ...held,
    PremiumAmount: state?.premiumSince ?? policy.premium,
    'NameInsured.Customer_Number__c': owner.number,
    Brand__c: BRAND[policy.zone],
    PolicyName: PRODUCT_FACTS[policy.product].name[owner.language],
    Status: policy.isActive ? 'In Force' : 'Cancelled',
    EffectiveFromDate: policy.startDay,
    CuZo_Visibility__c: state && (view === null ? 'Hidden' : 'Shown'),
    CuZo_Hidden_Reason__c: reason,
    CuZo_Product__c: state?.product ?? null,
    CuZo_View__c: view?.text ?? null,
    CuZo_View_Hash__c: view?.hash ?? null,
    CuZo_As_Of__c: moment(state?.asOf),
    CuZo_Zone__c: state && ZONE_CODE[policy.zone],
    CuZo_Differences__c: compared?.count ?? null,
    CuZo_Difference_Fields__c: compared?.codes ?? null,
  });
}
