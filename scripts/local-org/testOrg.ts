import { openOrg } from './engine.ts';
import {
  type Caller,
  type JsonRecord,
  type Org,
  type SaveRequest,
  type SaveResult,
  OrgError,
} from './org.ts';
import type { Features } from './schema/features.ts';
import { widgetPackage } from './metadata/fixture.ts';

/** For the engine's tests: an org with the fixture's widgets. */
export interface TestOrg {
  readonly org: Org;
  readonly save: (
    operation: SaveRequest['operation'],
    object: string,
    records: readonly JsonRecord[],
    options?: Partial<SaveRequest>,
    caller?: Caller,
  ) => readonly SaveResult[];
  /** Inserts records and returns their ids; throws when one isn't saved. */
  readonly insert: (object: string, ...records: readonly JsonRecord[]) => readonly string[];
  /** The records of a query, without attributes. */
  readonly rows: (soql: string, caller?: Caller) => readonly JsonRecord[];
  /** The values of one field of a query. */
  readonly column: (soql: string, caller?: Caller) => readonly unknown[];
  /** The error of a refused query. */
  readonly refusal: (work: () => unknown) => {
    readonly status: number;
    readonly errorCode: string;
    readonly message: string;
  };
  /** A new user of that profile with those permission sets. */
  readonly user: (profile: string, ...permissionSets: readonly string[]) => Caller;
}

/** The only element of a list; throws when there isn't exactly one. */
export function only<T>(list: readonly T[]): T {
  const [first, ...rest] = list;
  if (first === undefined || rest.length > 0)
    throw new Error(`one entry was expected, there are ${list.length}`);
  return first;
}

/** The error with which the engine refuses it; throws when it doesn't. */
export function refusalOf(work: () => unknown): ReturnType<TestOrg['refusal']> {
  try {
    work();
  } catch (error) {
    if (error instanceof OrgError)
      return { status: error.status, errorCode: error.errorCode, message: error.message };
    throw error;
  }
  throw new Error('it was not refused');
}

const plain = (record: JsonRecord): JsonRecord =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'attributes'));

/** Opens a temporary org with the fixture's metadata. The test has to close it. */
export function openTestOrg(now?: () => Date, features: Partial<Features> = {}): TestOrg {
  const org = openOrg({ language: 'en_US', now, features });
  const deployed = org.deploy(widgetPackage(), {}, org.admin);
  if (!deployed.success) throw new Error(JSON.stringify(deployed.messages));
  const save: TestOrg['save'] = (operation, object, records, options = {}, caller = org.admin) =>
    org.save({ operation, object, records, ...options }, caller);
  const rows: TestOrg['rows'] = (soql, caller = org.admin) =>
    org.query(soql, caller, { version: '66.0' }).records.map(plain);
  const insert: TestOrg['insert'] = (object, ...records) =>
    save('insert', object, records).map(({ id, errors }) => {
      if (id === null) throw new Error(JSON.stringify(errors));
      return id;
    });
  let users = 0;
  return {
    org,
    save,
    insert,
    rows,
    column: (soql, caller) => rows(soql, caller).map((row) => Object.values(row)[0]),
    refusal: refusalOf,
    user: (profile, ...permissionSets) => {
      users += 1;
      const [profileId] = rows(`SELECT Id FROM Profile WHERE Name = '${profile}'`).map((row) => row.Id);
      const [userId = ''] = insert('User', {
        Username: `user${users}@example.com`,
        LastName: 'User',
        Email: 'user@example.com',
        Alias: `u${users}`,
        TimeZoneSidKey: 'Europe/Brussels',
        LocaleSidKey: 'nl_BE',
        EmailEncodingKey: 'UTF-8',
        LanguageLocaleKey: 'en_US',
        ProfileId: profileId,
      });
      for (const name of permissionSets) {
        const { Id } = only(rows(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`));
        insert('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: Id });
      }
      return { userId };
    },
  };
}
