import { describe } from './describe.ts';
import type { Org } from './org.ts';
import { OrgRefusal } from './orgRefusal.ts';
import { queryAll, soqlText, type OrgRecord } from './query.ts';

/** The licence for users that only use the APIs, and the permission set licence without which it allows no standard object. */
const INTEGRATION = 'Salesforce Integration';
const INTEGRATION_PSL = 'SalesforceAPIIntegrationPsl';

/** Permission sets that the job's user has. */
const PERMISSION_SETS = ['CuZo_Sync', 'CuZo_Sync_Map'] as const;

/**
 * Which licence or permission set the job's user lacks, a sentence each, where the user sees too little. Empty when the org doesn't
 * tell. Salesforce help, "Give Integration Users API Only Access" and "Enable Integration User Access to Financial Services
 * Cloud Standard Objects".
 */
export async function licenceProblems(org: Org): Promise<readonly string[]> {
  try {
    const id = soqlText(await userIdOf(org));
    const [user] = await queryAll(org, `SELECT Profile.UserLicense.Name FROM User WHERE Id = ${id}`);
    const licences = await queryAll(
      org,
      `SELECT PermissionSetLicense.DeveloperName FROM PermissionSetLicenseAssign WHERE AssigneeId = ${id}`,
    );
    const sets = await queryAll(
      org,
      `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = ${id}`,
    );
    const names = sets.map((row) => textIn(row, 'PermissionSet', 'Name'));
    const missing = PERMISSION_SETS.filter((name) => !names.includes(name));
    const isIntegration = textIn(user, 'Profile', 'UserLicense', 'Name') === INTEGRATION;
    const hasPsl = licences.some(
      (row) => textIn(row, 'PermissionSetLicense', 'DeveloperName') === INTEGRATION_PSL,
    );
    if (isIntegration && !hasPsl)
      return [
        `the user's licence, ${INTEGRATION}, allows no standard object by itself: assign the permission set licence Salesforce API Integration, then ${PERMISSION_SETS.join(' and ')}`,
      ];
    if (missing.length > 0) return missing.map((name) => `the user has not the permission set ${name}`);
    return (await describe(org, 'InsurancePolicy')) === undefined
      ? [
          'the user has the permission sets and sees no InsurancePolicy: assign a permission set licence of Financial Services Cloud that allows it (FSC Insurance)',
        ]
      : [];
  } catch (error) {
    if (error instanceof OrgRefusal && error.verdict !== 'day') return [];
    throw error;
  }
}

/**
 * Id of the user of the session: the end of the identity URL, `https://.../id/<org>/<user>` (REST API guide, List Available REST
 * Resources), which every session that may use the API is told; `/services/oauth2/userinfo` needs a further scope.
 */
export async function userIdOf(org: Org): Promise<string> {
  const resources = await org.request('GET', `${org.basePath}/`);
  const { identity = '' } = resources as { readonly identity?: string };
  return identity.split('/').at(-1) ?? '';
}

/** A text in a record or in its parents; '' when it isn't there. */
function textIn(record: OrgRecord | undefined, ...path: readonly string[]): string {
  let value: unknown = record;
  for (const name of path) value = (value as OrgRecord | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}
