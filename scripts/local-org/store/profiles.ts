export const ADMINISTRATOR_PROFILE = 'System Administrator';
export const STANDARD_PROFILE = 'Standard User';

/** The licence of users who only use the APIs, and the permission set licence that they need for standard objects. */
export const INTEGRATION_LICENCE = 'Salesforce Integration';
export const INTEGRATION_PERMISSION_SET_LICENCE = {
  developerName: 'SalesforceAPIIntegrationPsl',
  label: 'Salesforce API Integration',
};

/** How many users of that licence come with the org. Salesforce help, "Give Integration Users API Only Access". */
export const INTEGRATION_LICENCES = 5;

export const USER_LICENCES = ['Salesforce', INTEGRATION_LICENCE] as const;

interface ProfileKind {
  readonly name: string;
  readonly licence: (typeof USER_LICENCES)[number];
  /** Has the permission API Only User. */
  readonly apiOnly: boolean;
}

/** The standard profiles that matter to API users. Salesforce help, "Standard Profiles" and "Give Integration Users API Only Access". */
export const PROFILES: readonly ProfileKind[] = [
  { name: ADMINISTRATOR_PROFILE, licence: 'Salesforce', apiOnly: false },
  { name: STANDARD_PROFILE, licence: 'Salesforce', apiOnly: false },
  { name: 'Minimum Access - Salesforce', licence: 'Salesforce', apiOnly: false },
  { name: 'Minimum Access - API Only Integrations', licence: INTEGRATION_LICENCE, apiOnly: true },
];
