// Written by `npm run schema` from the metadata: change that, not this.
declare module '@salesforce/schema/Account' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'Account'>;
  export default reference;
}
declare module '@salesforce/schema/Account.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string>;
  export default reference;
}
declare module '@salesforce/schema/Account.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Account.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string>;
  export default reference;
}
declare module '@salesforce/schema/Account.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string>;
  export default reference;
}
declare module '@salesforce/schema/Account.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string>;
  export default reference;
}
declare module '@salesforce/schema/Account.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string>;
  export default reference;
}
declare module '@salesforce/schema/Account.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string>;
  export default reference;
}
declare module '@salesforce/schema/Account.MasterRecordId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.Name' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string>;
  export default reference;
}
declare module '@salesforce/schema/Account.Type' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.RecordTypeId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.ParentId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.BillingStreet' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.BillingCity' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.BillingState' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.BillingPostalCode' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.BillingCountry' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.BillingLatitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.BillingLongitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.BillingGeocodeAccuracy' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.ShippingStreet' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.ShippingCity' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.ShippingState' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.ShippingPostalCode' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.ShippingCountry' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.ShippingLatitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.ShippingLongitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.ShippingGeocodeAccuracy' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.Phone' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.Fax' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.AccountNumber' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.Website' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.Sic' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.Industry' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.AnnualRevenue' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.NumberOfEmployees' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.Ownership' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.TickerSymbol' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.Description' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.Rating' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.Site' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.OwnerId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string>;
  export default reference;
}
declare module '@salesforce/schema/Account.IsPersonAccount' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonContactId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.AccountSource' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.SicDesc' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.Jigsaw' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.JigsawCompanyId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.LastActivityDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.LastViewedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.LastReferencedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.LastName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.FirstName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.Salutation' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonOtherStreet' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonOtherCity' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonOtherState' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonOtherPostalCode' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonOtherCountry' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonOtherLatitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonOtherLongitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonOtherGeocodeAccuracy' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonMailingStreet' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonMailingCity' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonMailingState' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonMailingPostalCode' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonMailingCountry' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonMailingLatitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonMailingLongitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonMailingGeocodeAccuracy' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonMobilePhone' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonHomePhone' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonOtherPhone' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonAssistantPhone' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonEmail' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonTitle' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonDepartment' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonAssistantName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonLeadSource' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonBirthdate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonHasOptedOutOfEmail' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonHasOptedOutOfFax' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonDoNotCall' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonEmailBouncedReason' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.PersonEmailBouncedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.CuZo_Contact_As_Of__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.CuZo_Contact_Changed_On__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.CuZo_Contact_Zone__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', 'MYPV' | 'MYVIVIUM' | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.CuZo_MyPV_As_Of__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.CuZo_MyPV_Onboarded__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Account.CuZo_MyPV_Onboarding_Date__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.CuZo_MyVivium_As_Of__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Account.CuZo_MyVivium_Onboarded__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Account.CuZo_MyVivium_Onboarding_Date__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Account', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'Contact'>;
  export default reference;
}
declare module '@salesforce/schema/Contact.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string>;
  export default reference;
}
declare module '@salesforce/schema/Contact.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Contact.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string>;
  export default reference;
}
declare module '@salesforce/schema/Contact.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string>;
  export default reference;
}
declare module '@salesforce/schema/Contact.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string>;
  export default reference;
}
declare module '@salesforce/schema/Contact.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string>;
  export default reference;
}
declare module '@salesforce/schema/Contact.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string>;
  export default reference;
}
declare module '@salesforce/schema/Contact.MasterRecordId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.AccountId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.IsPersonAccount' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Contact.LastName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string>;
  export default reference;
}
declare module '@salesforce/schema/Contact.FirstName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.Salutation' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.Name' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string>;
  export default reference;
}
declare module '@salesforce/schema/Contact.RecordTypeId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.OtherStreet' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.OtherCity' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.OtherState' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.OtherPostalCode' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.OtherCountry' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.OtherLatitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.OtherLongitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.OtherGeocodeAccuracy' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.MailingStreet' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.MailingCity' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.MailingState' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.MailingPostalCode' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.MailingCountry' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.MailingLatitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.MailingLongitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', number | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.MailingGeocodeAccuracy' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.Phone' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.Fax' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.MobilePhone' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.HomePhone' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.OtherPhone' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.AssistantPhone' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.ReportsToId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.Email' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.Title' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.Department' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.AssistantName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.LeadSource' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.Birthdate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.Description' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.OwnerId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string>;
  export default reference;
}
declare module '@salesforce/schema/Contact.HasOptedOutOfEmail' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Contact.HasOptedOutOfFax' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Contact.DoNotCall' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Contact.LastActivityDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.LastViewedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.LastReferencedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.EmailBouncedReason' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Contact.EmailBouncedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Contact', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'InsurancePolicy'>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', boolean>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.Name' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.OwnerId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.RecordTypeId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.NameInsuredId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PolicyName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.UniversalPolicyNumber' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.SourceSystem' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.SourceSystemIdentifier' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PolicyCode' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ReferencePolicyNumber' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ParentPolicyId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PriorPolicyId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.OriginalPolicyId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.RenewedFromPolicyId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.WritingCarrierAccountId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.BillingCarrierAccountId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.IntermediaryAccountId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PolicyType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.Status' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.Substatus' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PlanType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PlanTier' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PolicyTerm' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PremiumFrequency' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PremiumPaymentType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PremiumCalculationMethod' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.RenewalChannel' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CancellationReasonType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ChangeType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ChangeSubtype' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.AuditTerm' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.LineOfCoverage' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.BillingType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.FundingType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.EffectiveDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ExpirationDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.RenewalDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CancellationDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.DateRenewed' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.FinalRenewalDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PaymentDueDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.SaleDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PreviousRenewalDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.OriginalEffectiveDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.OriginalExpirationDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.EffectiveFromDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.EffectiveToDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PaidToDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ActualRenewalDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PlannedRenewalDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.RatingDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CancellationEffectiveDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PremiumAmount' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.GrossWrittenPremium' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.TotalSumInsured' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CurrentDueAmount' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PastDueAmount' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.TaxesSurcharges' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CashSurrenderValue' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PreviousPremium' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.TotalCommissionAmount' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.Discount' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.IsActive' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', boolean>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.IsRenewedPolicy' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', boolean>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.IsLoanEligibile' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', boolean>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.IsPolicyEditLocked' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', boolean>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.HasAnyAutoCoverage' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', boolean>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.PolicyDescription' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CancellationReason' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ServicingOfficeStreet' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ServicingOfficeCity' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ServicingOfficeState' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ServicingOfficePostalCode' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ServicingOfficeCountry' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ServicingOfficeLatitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ServicingOfficeLongitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.ServicingOfficeGeocodeAccuracy' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CuZo_As_Of__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CuZo_Difference_Fields__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CuZo_Differences__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', number | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CuZo_Hidden_Reason__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CuZo_Product__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CuZo_View_Hash__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CuZo_View__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', string | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CuZo_Visibility__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', 'Shown' | 'Hidden' | null>;
  export default reference;
}
declare module '@salesforce/schema/InsurancePolicy.CuZo_Zone__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'InsurancePolicy', 'MYPV' | 'MYVIVIUM' | null>;
  export default reference;
}
declare module '@salesforce/schema/User' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'User'>;
  export default reference;
}
declare module '@salesforce/schema/User.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string>;
  export default reference;
}
declare module '@salesforce/schema/User.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', boolean>;
  export default reference;
}
declare module '@salesforce/schema/User.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string>;
  export default reference;
}
declare module '@salesforce/schema/User.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string>;
  export default reference;
}
declare module '@salesforce/schema/User.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string>;
  export default reference;
}
declare module '@salesforce/schema/User.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string>;
  export default reference;
}
declare module '@salesforce/schema/User.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string>;
  export default reference;
}
declare module '@salesforce/schema/User.Username' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string>;
  export default reference;
}
declare module '@salesforce/schema/User.LastName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string>;
  export default reference;
}
declare module '@salesforce/schema/User.FirstName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.Name' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string>;
  export default reference;
}
declare module '@salesforce/schema/User.CompanyName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.Title' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.Department' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.Street' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.City' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.State' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.PostalCode' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.Country' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.Latitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', number | null>;
  export default reference;
}
declare module '@salesforce/schema/User.Longitude' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', number | null>;
  export default reference;
}
declare module '@salesforce/schema/User.GeocodeAccuracy' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.Email' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string>;
  export default reference;
}
declare module '@salesforce/schema/User.Phone' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.MobilePhone' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.Alias' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string>;
  export default reference;
}
declare module '@salesforce/schema/User.IsActive' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', boolean>;
  export default reference;
}
declare module '@salesforce/schema/User.TimeZoneSidKey' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', 'America/Los_Angeles' | 'Europe/Amsterdam' | 'Europe/Berlin' | 'Europe/Brussels' | 'Europe/London' | 'Europe/Paris' | 'GMT'>;
  export default reference;
}
declare module '@salesforce/schema/User.LocaleSidKey' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', 'de_DE' | 'en_GB' | 'en_US' | 'fr_BE' | 'fr_FR' | 'nl_BE' | 'nl_NL'>;
  export default reference;
}
declare module '@salesforce/schema/User.EmailEncodingKey' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', 'UTF-8' | 'ISO-8859-1'>;
  export default reference;
}
declare module '@salesforce/schema/User.ProfileId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string>;
  export default reference;
}
declare module '@salesforce/schema/User.UserRoleId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.UserType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/User.LanguageLocaleKey' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', 'da' | 'de' | 'en_US' | 'es' | 'es_MX' | 'fi' | 'fr' | 'it' | 'ja' | 'ko' | 'nl_NL' | 'no' | 'pt_BR' | 'ru' | 'sv' | 'th' | 'zh_CN' | 'zh_TW'>;
  export default reference;
}
declare module '@salesforce/schema/User.FederationIdentifier' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'User', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Profile' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'Profile'>;
  export default reference;
}
declare module '@salesforce/schema/Profile.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Profile', string>;
  export default reference;
}
declare module '@salesforce/schema/Profile.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Profile', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Profile.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Profile', string>;
  export default reference;
}
declare module '@salesforce/schema/Profile.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Profile', string>;
  export default reference;
}
declare module '@salesforce/schema/Profile.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Profile', string>;
  export default reference;
}
declare module '@salesforce/schema/Profile.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Profile', string>;
  export default reference;
}
declare module '@salesforce/schema/Profile.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Profile', string>;
  export default reference;
}
declare module '@salesforce/schema/Profile.Name' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Profile', string>;
  export default reference;
}
declare module '@salesforce/schema/Profile.UserType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Profile', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Profile.Description' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Profile', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Profile.UserLicenseId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Profile', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Profile.PermissionsApiUserOnly' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Profile', boolean>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'PermissionSet'>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', boolean>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.Name' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.Label' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.ProfileId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', string | null>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.LicenseId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', string | null>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.IsOwnedByProfile' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', boolean>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.IsCustom' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', boolean>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.NamespacePrefix' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', string | null>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.Description' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', string | null>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.PermissionsViewSetup' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', boolean>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSet.PermissionsApiUserOnly' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSet', boolean>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSetAssignment' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'PermissionSetAssignment'>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSetAssignment.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSetAssignment', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSetAssignment.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSetAssignment', boolean>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSetAssignment.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSetAssignment', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSetAssignment.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSetAssignment', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSetAssignment.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSetAssignment', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSetAssignment.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSetAssignment', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSetAssignment.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSetAssignment', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSetAssignment.PermissionSetId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSetAssignment', string>;
  export default reference;
}
declare module '@salesforce/schema/PermissionSetAssignment.AssigneeId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'PermissionSetAssignment', string>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'ObjectPermissions'>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', boolean>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.ParentId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.SobjectType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.PermissionsCreate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', boolean>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.PermissionsRead' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', boolean>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.PermissionsEdit' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', boolean>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.PermissionsDelete' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', boolean>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.PermissionsViewAllRecords' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', boolean>;
  export default reference;
}
declare module '@salesforce/schema/ObjectPermissions.PermissionsModifyAllRecords' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'ObjectPermissions', boolean>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'FieldPermissions'>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'FieldPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'FieldPermissions', boolean>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'FieldPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'FieldPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'FieldPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'FieldPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'FieldPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions.ParentId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'FieldPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions.SobjectType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'FieldPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions.Field' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'FieldPermissions', string>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions.PermissionsEdit' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'FieldPermissions', boolean>;
  export default reference;
}
declare module '@salesforce/schema/FieldPermissions.PermissionsRead' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'FieldPermissions', boolean>;
  export default reference;
}
declare module '@salesforce/schema/CustomPermission' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'CustomPermission'>;
  export default reference;
}
declare module '@salesforce/schema/CustomPermission.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CustomPermission', string>;
  export default reference;
}
declare module '@salesforce/schema/CustomPermission.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CustomPermission', boolean>;
  export default reference;
}
declare module '@salesforce/schema/CustomPermission.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CustomPermission', string>;
  export default reference;
}
declare module '@salesforce/schema/CustomPermission.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CustomPermission', string>;
  export default reference;
}
declare module '@salesforce/schema/CustomPermission.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CustomPermission', string>;
  export default reference;
}
declare module '@salesforce/schema/CustomPermission.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CustomPermission', string>;
  export default reference;
}
declare module '@salesforce/schema/CustomPermission.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CustomPermission', string>;
  export default reference;
}
declare module '@salesforce/schema/CustomPermission.DeveloperName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CustomPermission', string>;
  export default reference;
}
declare module '@salesforce/schema/CustomPermission.MasterLabel' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CustomPermission', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CustomPermission.Description' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CustomPermission', string | null>;
  export default reference;
}
declare module '@salesforce/schema/SetupEntityAccess' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'SetupEntityAccess'>;
  export default reference;
}
declare module '@salesforce/schema/SetupEntityAccess.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'SetupEntityAccess', string>;
  export default reference;
}
declare module '@salesforce/schema/SetupEntityAccess.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'SetupEntityAccess', boolean>;
  export default reference;
}
declare module '@salesforce/schema/SetupEntityAccess.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'SetupEntityAccess', string>;
  export default reference;
}
declare module '@salesforce/schema/SetupEntityAccess.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'SetupEntityAccess', string>;
  export default reference;
}
declare module '@salesforce/schema/SetupEntityAccess.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'SetupEntityAccess', string>;
  export default reference;
}
declare module '@salesforce/schema/SetupEntityAccess.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'SetupEntityAccess', string>;
  export default reference;
}
declare module '@salesforce/schema/SetupEntityAccess.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'SetupEntityAccess', string>;
  export default reference;
}
declare module '@salesforce/schema/SetupEntityAccess.ParentId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'SetupEntityAccess', string>;
  export default reference;
}
declare module '@salesforce/schema/SetupEntityAccess.SetupEntityId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'SetupEntityAccess', string>;
  export default reference;
}
declare module '@salesforce/schema/SetupEntityAccess.SetupEntityType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'SetupEntityAccess', string | null>;
  export default reference;
}
declare module '@salesforce/schema/RecordType' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'RecordType'>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', string>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', boolean>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', string>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', string>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', string>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', string>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', string>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.Name' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', string>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.DeveloperName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', string | null>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.NamespacePrefix' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', string | null>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.Description' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', string | null>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.SobjectType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', string | null>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.IsActive' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', boolean>;
  export default reference;
}
declare module '@salesforce/schema/RecordType.IsPersonType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'RecordType', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Translation' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'Translation'>;
  export default reference;
}
declare module '@salesforce/schema/Translation.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Translation', string>;
  export default reference;
}
declare module '@salesforce/schema/Translation.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Translation', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Translation.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Translation', string>;
  export default reference;
}
declare module '@salesforce/schema/Translation.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Translation', string>;
  export default reference;
}
declare module '@salesforce/schema/Translation.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Translation', string>;
  export default reference;
}
declare module '@salesforce/schema/Translation.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Translation', string>;
  export default reference;
}
declare module '@salesforce/schema/Translation.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Translation', string>;
  export default reference;
}
declare module '@salesforce/schema/Translation.Language' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Translation', 'da' | 'de' | 'en_US' | 'es' | 'es_MX' | 'fi' | 'fr' | 'it' | 'ja' | 'ko' | 'nl_NL' | 'no' | 'pt_BR' | 'ru' | 'sv' | 'th' | 'zh_CN' | 'zh_TW'>;
  export default reference;
}
declare module '@salesforce/schema/Translation.IsActive' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Translation', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Translation.CanManage' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Translation', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Organization' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'Organization'>;
  export default reference;
}
declare module '@salesforce/schema/Organization.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string>;
  export default reference;
}
declare module '@salesforce/schema/Organization.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Organization.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string>;
  export default reference;
}
declare module '@salesforce/schema/Organization.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string>;
  export default reference;
}
declare module '@salesforce/schema/Organization.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string>;
  export default reference;
}
declare module '@salesforce/schema/Organization.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string>;
  export default reference;
}
declare module '@salesforce/schema/Organization.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string>;
  export default reference;
}
declare module '@salesforce/schema/Organization.Name' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string>;
  export default reference;
}
declare module '@salesforce/schema/Organization.LanguageLocaleKey' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Organization.DefaultLocaleSidKey' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Organization.TimeZoneSidKey' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Organization.OrganizationType' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Organization.InstanceName' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Organization.IsSandbox' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', boolean>;
  export default reference;
}
declare module '@salesforce/schema/Organization.NamespacePrefix' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Organization.TrialExpirationDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string | null>;
  export default reference;
}
declare module '@salesforce/schema/Organization.Country' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'Organization', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'CuZo_Portal__c'>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', boolean>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.Name' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.OwnerId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.Checked_On__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.Code__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.Landing_URL_de__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.Landing_URL_en__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.Landing_URL_fr__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.Landing_URL_nl__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.Login_Methods__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.News_On__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.News_de__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.News_en__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.News_fr__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.News_nl__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.Opening_Hours__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.Support_Email__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Portal__c.Support_Phone__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Portal__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c' {
  import type { SchemaObject } from '@salesforce/schema';
  const reference: SchemaObject<'CuZo_Sync_Run__c'>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Id' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.IsDeleted' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', boolean>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.CreatedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.CreatedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.LastModifiedDate' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.LastModifiedById' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.SystemModstamp' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Name' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.OwnerId' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.API_Calls__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.API_Share__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Ambiguous__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Changed__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Duplicate__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Exit_Code__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Failed__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Finished__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Foreign__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Kept_Events__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Kind__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', 'Feed' | 'Live' | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Late__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.New_Codes__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Newest_MyPV_Event__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Newest_MyVivium_Event__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Peak_Memory_MB__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Read__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Reject_Codes__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Rejected__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Retried__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Rows_Written__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Run_Id__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Seconds__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Started__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Status__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', 'Running' | 'Finished' | 'Stopped' | 'Refused' | 'Discarded' | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Superseded__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Unchanged__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Unknown__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', string | null>;
  export default reference;
}
declare module '@salesforce/schema/CuZo_Sync_Run__c.Unmatched__c' {
  import type { SchemaField } from '@salesforce/schema';
  const reference: SchemaField<'CuZo_Sync_Run__c', number | null>;
  export default reference;
}
declare module '@salesforce/label/c.CuZo_Adoption_Capped' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Gap_List' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Gap_More' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Gap_MyPV' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Gap_MyVivium' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Hint' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_New' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_None' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_None_Next' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Not_Registered' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Registered' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Share' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Title' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Unknown' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Week' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Weeks' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Weeks_Alt' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Adoption_Weeks_None' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_ambiguous' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_ambiguous_Do' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_api' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_api_Do' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_failed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_failed_Do' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_live_stopped' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_live_stopped_Do' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_new_codes' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_new_codes_Do' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_no_run' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_no_run_Do' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_refused' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_refused_Do' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_rejected' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_rejected_Do' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_stopped' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_stopped_Do' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_unmatched' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_unmatched_Do' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_zone_silent' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Alarm_zone_silent_Do' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_As_Of' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_As_Table' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_Business' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_Business_Name' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_Deceased' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_Deceased_Name' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_Email_In_Use' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_Email_In_Use_Name' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_Never_Mentioned' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_Never_Mentioned_Name' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_No_Contract' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_No_Contract_Name' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_No_Email' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_No_Email_Name' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_No_Mobile' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_No_Mobile_Name' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_Registered' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_Registered_Name' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_Twice' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Blocker_Twice_Name' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contact_Changed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contact_Contracts' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contact_Either_Zone' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contact_Policies' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contracts_Count' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contracts_Hidden' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contracts_Hidden_No_Reason' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contracts_More' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contracts_None' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contracts_Shown' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contracts_Title' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contracts_Unknown' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contracts_Unreadable' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contracts_With_Documents' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Contracts_Without_Documents' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Covered' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Difference' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Differences' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Document_Issued_On' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Document_Missing_Later' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Document_Missing_Life' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Document_annual_statement' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Document_claims_certificate' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Document_green_card' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Document_policy' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Document_premium_payment_proof' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Document_tax_certificate' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Documents' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Documents_None' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Empty_Section' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Empty_Value' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Empty_View' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Error_Details' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Error_Next' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Error_Title' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Follow_Up_Subject' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Freshness' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Freshness_Stale' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Alarms' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_All' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Codes' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_End_clean' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_End_discarded' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_End_faults' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_End_refused' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_End_running' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_End_silent' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_End_stopped' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_End_unknown' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Ended' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Last' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Last_Counts' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Live' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_None' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_None_Next' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Picture' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Picture_Alt' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Picture_Days' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Picture_Hint' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Started' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Title' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Well' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Health_Zones' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_App' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_Code_Lost' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_Code_Off' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_Contact_Changed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_Contract_Missing' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_Document_Missing' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_Does_Not_Work' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_Email_Used' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_No_Mail' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_Paper' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_Safe' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_What_Changes' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_A_Whom_To_Call' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Among_Seen' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Before' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Blockers' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Call' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Checked' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Closed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Contract_Numbers' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Copy_Failed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Copy_Number' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Digital' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Digital_Not' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Digital_Since' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Digital_Types' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Digital_Unknown' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Email_Missing' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Email_There' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Holiday' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Hours' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Left_Out' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Left_Out_account_number' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Left_Out_birth_date' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Left_Out_register_number' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Mobile_Missing' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Mobile_There' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Never_Checked' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_News' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_No_Support' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Not_Checked' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Not_Checked_Since' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Nothing_Found' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Number_Copied' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Open' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Opens_On' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Opens_Today' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Paper' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Paper_Caution' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_App' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_Code_Lost' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_Code_Off' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_Contact_Changed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_Contract_Missing' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_Document_Missing' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_Does_Not_Work' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_Email_Used' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_No_Mail' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_Paper' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_Safe' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_What_Changes' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Q_Whom_To_Call' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Questions' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Support' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Title' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Way_Tried' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Way_activation_code' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Way_eid' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Way_itsme' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Ways_Unknown' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_When' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Wished_Email' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Help_Write' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Home_Android_de' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Home_Android_en' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Home_Android_fr' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Home_Android_nl' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Home_Screen' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Home_iPhone_de' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Home_iPhone_en' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Home_iPhone_fr' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Home_iPhone_nl' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Mail_Body_de' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Mail_Body_en' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Mail_Body_fr' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Mail_Body_nl' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Mail_Subject_de' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Mail_Subject_en' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Mail_Subject_fr' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Mail_Subject_nl' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Sentence_de' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Sentence_en' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Sentence_fr' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Sentence_nl' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Site_Languages_de' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Site_Languages_en' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Site_Languages_fr' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Invite_Site_Languages_nl' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_accident_assistance' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_address' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_annual_annuity' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_annual_premium' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_beneficiary_death' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_beneficiary_life' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_breakdown_assistance' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_building_type' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_composition_of_family' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_consumer_disputes' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_contract_number' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_current_value' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_cylinder_capacity' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_death_benefit' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_deductible' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_driver_protection' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_employment_disputes' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_end_date' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_expected_capital' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_fire' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_first_name' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_fund' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_glass_breakage' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_guaranteed_income' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_guaranteed_interest' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_housing_disputes' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_insured_amount' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_insured_building' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_insured_contents' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_insured_person' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_last_name' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_legal_assistance' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_make' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_medical_expenses' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_model' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_motorcyclist_equipment' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_natural_disasters' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_natural_forces_animals' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_number_plate' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_occupancy' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_own_damage' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_permanent_disability' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_personal_assistance' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_pets' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_policyholder' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_power_kw' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_private_contents' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_profit_sharing' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_renewal_date' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_return' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_situation_date' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_start_date' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_storm_hail' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_theft' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_theft_assistance' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_third_party_liability' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_total_saved' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_tyres' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_units' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_vehicle' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_vehicle_upgrade' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_waiting_period' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_waiver_of_premium' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Item_water_damage' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Language_de' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Language_en' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Language_fr' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Language_nl' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Loading' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_No_Access' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Not_Covered' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Outcome_ambiguous' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Outcome_changed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Outcome_failed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Outcome_faults' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Outcome_read' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Outcome_rejected' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Outcome_skipped' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Outcome_unchanged' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Outcome_unmatched' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Paper_Body_de' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Paper_Body_en' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Paper_Body_fr' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Paper_Body_nl' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Paper_Subject_de' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Paper_Subject_en' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Paper_Subject_fr' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Paper_Subject_nl' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Pill_Explanation' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Pill_Help' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Pill_MyPV' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Pill_MyVivium' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Pill_No_Contract' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Pill_Not_Registered' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Pill_Nothing_Known' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Pill_Registered_Day_Unknown' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Pill_Registered_Just_Now' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Pill_Registered_On' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Pill_Separate_Zone' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Pills_Title' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_bicycle' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_car' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_death' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_family_liability' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_group_insurance' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_guaranteed_income' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_home' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_investment' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_legal_assistance' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_long_term_savings' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_motorcycle' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_niche' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_pension_savings' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_private_accident' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_savings' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Product_supplementary_pension_self_employed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Property_Invalid' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Address' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Alt' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Copied' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Copy' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Copy_Failed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Copy_Refused' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Deceased' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Download' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Download_Failed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Download_PNG' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Instruction' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Language' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Mail' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Mail_Opened' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_No_Address' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Present' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Print' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Print_Failed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Refused_Address' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Site_Languages' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Title' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Unfold' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_QR_Zone' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Reason_Other' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Reason_bicycle' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Reason_ended' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Reason_group_insurance_site' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Reason_legacy_car' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Reason_niche' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Reason_professional_non_life' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Reason_standalone_life_cover' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Reason_unknown_product' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_beneficiaries' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_building' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_contents' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_contents_activities' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_covers' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_details' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_insured_persons' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_investment' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_main_driver' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_mobility' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_passengers_others_driver' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_risk' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_savings' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_supplementary_covers' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_vehicle' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Section_vehicle_information' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Support_Body_de' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Support_Body_en' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Support_Body_fr' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Support_Body_nl' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Support_Subject_de' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Support_Subject_en' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Support_Subject_fr' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Support_Subject_nl' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Agent_Can' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Business' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Checked_On' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Collapse_All' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Customer_Can' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Customer_Could' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Customer_Deceased' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Expand_All' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Find' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Found' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Hidden' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Hidden_In' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Invite' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Later_Version' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Not_Registered' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Not_Registered_Any' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Nothing_Known' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Nothing_Known_In' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Print' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Print_Failed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Reason_None' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Registered' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Registered_On' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Separate_Zone' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Support' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Tab_Unreadable' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Unnamed' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Why_bicycle' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Why_ended' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Why_group_insurance_site' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Why_legacy_car' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Why_niche' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Why_professional_non_life' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Why_standalone_life_cover' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Why_unknown_product' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Zone_Checked' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Zone_MyPV' {
  const value: string;
  export default value;
}
declare module '@salesforce/label/c.CuZo_Zone_MyVivium' {
  const value: string;
  export default value;
}
declare module '@salesforce/customPermission/CuZo_View' {
  const value: true | undefined;
  export default value;
}
