import { deployTo } from '../metadata/deployFixture.ts';
import { metadata } from '../metadata/fixture.ts';
import type { Caller, RecordError } from '../org.ts';
import { orgForEachTest } from '../orgForTests.ts';
import { only, type TestOrg } from '../testOrg.ts';

/** A profile of the Salesforce Integration licence. */
export const INTEGRATION = 'Minimum Access - API Only Integrations';

/** The body of a permission set that reads these objects, with a licence of its own or without. */
export const licensedSet = (licence: string | null, ...objects: readonly string[]): string =>
  `<label>Set of accounts</label><hasActivationRequired>false</hasActivationRequired>${licence === null ? '' : `<license>${licence}</license>`}${objects
    .map(
      (object) =>
        `<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`,
    )
    .join('')}`;

/** The same without a licence. */
export const setOf = (...objects: readonly string[]): string => licensedSet(null, ...objects);

/** An org in which permission sets are deployed and assigned, and permission set licences given. */
interface LicenceOrg {
  readonly test_: TestOrg;
  readonly deploySet: (name: string, body: string) => ReturnType<typeof deployTo>;
  readonly idOf: (object: string, name: string, field?: string) => unknown;
  /** The errors of the assignment of a permission set to a user. */
  readonly assign: (user: Caller, name: string) => readonly RecordError[];
  /** The errors of giving a user the permission set licence of integration users. */
  readonly license: (user: Caller) => readonly RecordError[];
}

/** Such an org for each test: the same object for all of them. */
export function licenceOrg(): LicenceOrg {
  const test_ = orgForEachTest();
  const deploySet = (name: string, body: string) =>
    deployTo(
      test_,
      { [`permissionsets/${name}.permissionset`]: metadata('PermissionSet', body) },
      { PermissionSet: [name] },
    );

  function idOf(object: string, name: string, field = 'Name'): unknown {
    return only(test_.rows(`SELECT Id FROM ${object} WHERE ${field} = '${name}'`)).Id;
  }

  const errorsOf = (object: string, record: Readonly<Record<string, unknown>>): readonly RecordError[] =>
    only(test_.save('insert', object, [record])).errors;

  const assign = ({ userId }: Caller, name: string): readonly RecordError[] =>
    errorsOf('PermissionSetAssignment', {
      AssigneeId: userId,
      PermissionSetId: idOf('PermissionSet', name),
    });

  const license = ({ userId }: Caller): readonly RecordError[] =>
    errorsOf('PermissionSetLicenseAssign', {
      AssigneeId: userId,
      PermissionSetLicenseId: idOf('PermissionSetLicense', 'SalesforceAPIIntegrationPsl', 'DeveloperName'),
    });
  return { test_, deploySet, idOf, assign, license };
}
