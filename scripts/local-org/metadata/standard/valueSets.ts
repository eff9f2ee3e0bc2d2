/** Standard value set -> the fields that use it. Metadata API developer guide, "StandardValueSet Names". */
export const STANDARD_VALUE_SETS: Readonly<Record<string, readonly string[]>> = {
  AccountOwnership: ['Account.Ownership'],
  AccountRating: ['Account.Rating'],
  AccountType: ['Account.Type'],
  Industry: ['Account.Industry'],
  IPolicyPremiumFrequency: ['InsurancePolicy.PremiumFrequency'],
  IPolicyStatus: ['InsurancePolicy.Status'],
  IPolicyType: ['InsurancePolicy.PolicyType'],
  LeadSource: ['Contact.LeadSource', 'Account.AccountSource'],
  Salutation: ['Contact.Salutation'],
};
