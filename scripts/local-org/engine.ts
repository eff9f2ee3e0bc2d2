import { buildSchema } from './metadata/schema.ts';
import { type Features, NO_FEATURES } from './schema/features.ts';
import { ofType } from './schema/components.ts';
import { deploy, prepareDeploy } from './metadata/deploy.ts';
import { describe, describeGlobal } from './metadata/describe.ts';
import { labelsIn } from './metadata/labels.ts';
import { fieldOf } from './schema/model.ts';
import { componentStamps, storedComponents } from './metadata/stored.ts';
import { type Caller, type JsonRecord, type Org, OrgError } from './org.ts';
import { sortKey } from './soql/comparisons.ts';
import { queryEngine } from './soql/query.ts';
import type { OrgState } from './store/state.ts';
import { type Database, openDatabase } from './store/database.ts';
import { formulaValue } from './store/formulas.ts';
import { openLocks } from './store/locks.ts';
import { rowById } from './store/records.ts';
import { retrieve, retrieveByExternalId } from './soql/retrieve.ts';
import { rightsOf } from './store/rights.ts';
import { save } from './store/save.ts';
import { removeRecords, seedOrg } from './metadata/seed.ts';
import { ensureTables } from './store/tables.ts';

/** Options for opening an org. */
export interface OpenOptions {
  /** The database file; created when it is missing. Without one, the org is in memory, and gone once it is closed. */
  readonly file?: string | undefined;
  /** The user name of the administrator of a new org; an existing one keeps its own. */
  readonly adminUsername?: string | undefined;
  /** The language of a new org and of its administrator. */
  readonly language?: string | undefined;
  /** The languages that a new org is translated into. */
  readonly languages?: readonly string[] | undefined;
  /** Features to enable. They are stored in the file, so a reopened org still has them. */
  readonly features?: Partial<Features> | undefined;
  readonly now?: (() => Date) | undefined;
}

const DEFAULT_ADMIN = 'admin@local.example.com';
const DEFAULT_LANGUAGE = 'nl_NL';
const DEFAULT_TRANSLATIONS = ['fr', 'de', 'en_US'];

function registerFunctions(state: OrgState): void {
  const { sqlite } = state.database;
  sqlite.function('sf_fold', { deterministic: true }, (value: unknown) =>
    typeof value === 'string' ? value.toLowerCase() : (value as null),
  );
  sqlite.function('sf_sort_key', { deterministic: true }, (value: unknown) =>
    typeof value === 'string' ? sortKey(value) : (value as null),
  );
  sqlite.function('sf_formula', (objectName: unknown, fieldName: unknown, id: unknown, userId: unknown) => {
    const object = state.schema.objects.get(String(objectName).toLowerCase());
    const field = object === undefined ? undefined : fieldOf(object, String(fieldName));
    if (object === undefined || field === undefined || typeof id !== 'string') return null;
    const row = rowById(state.database, object, id) ?? {};
    return formulaValue(state, field, { object, row, before: row, userId: String(userId) });
  });
}

const FEATURES = 'features';

/** The org's stored features, plus those enabled now. */
function featuresOf(database: Database, now: Partial<Features>): Features {
  const kept = database.prepare('SELECT value FROM "~setting" WHERE name = ?').get(FEATURES)?.value;
  const before = typeof kept === 'string' ? (JSON.parse(kept) as Partial<Features>) : {};
  const features = { ...NO_FEATURES, ...before, ...now };
  database
    .prepare('INSERT OR REPLACE INTO "~setting" (name, value) VALUES (?, ?)')
    .run(FEATURES, JSON.stringify(features));
  return features;
}

function openState(options: OpenOptions): OrgState {
  const { adminUsername, language, languages, now } = options;
  const database = openDatabase(options.file);
  const features = featuresOf(database, options.features ?? {});
  const components = storedComponents(database);
  const state: OrgState = {
    database,
    components,
    schema: buildSchema(components, features),
    features,
    rights: new Map(),
    rowsWritten: new Map(),
    lockedBy: new Map(),
    now: now ?? (() => new Date()),
  };
  registerFunctions(state);
  ensureTables(database, state.schema);
  if (database.prepare('SELECT 1 FROM Organization').get() === undefined) {
    seedOrg(state, {
      adminUsername: adminUsername ?? DEFAULT_ADMIN,
      language: language ?? DEFAULT_LANGUAGE,
      languages: languages ?? DEFAULT_TRANSLATIONS,
    });
  }
  return state;
}

/** Runs work in a transaction that also covers the row counters. */
function atomically<T>(state: OrgState, work: () => T): T {
  const counted = [...state.rowsWritten];
  try {
    return state.database.atomically(work);
  } catch (error) {
    state.rowsWritten.clear();
    for (const [object, count] of counted) state.rowsWritten.set(object, count);
    state.rights.clear();
    throw error;
  }
}

function mayDeploy(state: OrgState, userId: string): void {
  if (rightsOf(state, userId).administrator) return;
  throw new OrgError(
    403,
    'INSUFFICIENT_ACCESS',
    'INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
  );
}

/** The part of Org about the organization and its users. */
type People = Pick<
  Org,
  'orgId' | 'admin' | 'findUser' | 'isActive' | 'user' | 'customPermissions' | 'mayViewSetup' | 'isApiOnly'
>;

const USER_FIELDS = [
  'Id',
  'Username',
  'FirstName',
  'LastName',
  'Name',
  'Email',
  'Alias',
  'IsActive',
  'LanguageLocaleKey',
  'LocaleSidKey',
  'TimeZoneSidKey',
  'ProfileId',
  'UserType',
];

function peopleOf(state: OrgState): People {
  const { database } = state;
  const organization = database.prepare('SELECT Id FROM Organization').get();
  const administrator = database
    .prepare(
      `SELECT u.Id, u.Username FROM "User" u JOIN Profile p ON p.Id = u.ProfileId WHERE p.Name = 'System Administrator' ORDER BY u.rid LIMIT 1`,
    )
    .get();
  return {
    orgId: String(organization?.Id),
    admin: { userId: String(administrator?.Id), username: String(administrator?.Username) },
    findUser: (username) => {
      const row = database
        .prepare('SELECT * FROM "User" WHERE Username = ? COLLATE NOCASE AND IsActive = 1')
        .get(username);
      if (row === undefined) return undefined;
      return {
        userId: String(row.Id),
        username: String(row.Username),
        language: String(row.LanguageLocaleKey),
        locale: String(row.LocaleSidKey),
      };
    },
    isActive: (userId) =>
      database.prepare('SELECT 1 FROM "User" WHERE Id = ? AND IsActive = 1').get(userId) !== undefined,
    user: (userId) => retrieve(state, 'User', userId, userId, { version: '66.0', fields: USER_FIELDS }),
    customPermissions: ({ userId }) => rightsOf(state, userId).customPermissions,
    mayViewSetup: ({ userId }) => rightsOf(state, userId).viewSetup,
    isApiOnly: ({ userId }) => rightsOf(state, userId).apiOnly,
  };
}

/** The part of Org about objects, fields and reading records. */
type Reading = Pick<
  Org,
  'describeGlobal' | 'describe' | 'query' | 'queryMore' | 'queryColumns' | 'retrieve' | 'retrieveByExternalId'
>;

function readingOf(state: OrgState): Reading {
  const queries = queryEngine(state);
  const languageOf = (userId: string): string =>
    String(
      state.database.prepare('SELECT LanguageLocaleKey FROM "User" WHERE Id = ?').get(userId)
        ?.LanguageLocaleKey ?? DEFAULT_LANGUAGE,
    );
  const labelsOf = ({ userId, language }: Caller) =>
    labelsIn(state.components, language ?? languageOf(userId));
  return {
    describeGlobal: (caller) => describeGlobal(state, rightsOf(state, caller.userId), labelsOf(caller)),
    describe: (object, caller) => describe(state, rightsOf(state, caller.userId), labelsOf(caller), object),
    query: (soql, { userId }, options) => queries.query(soql, userId, options),
    queryMore: (locator, { userId }, options) => queries.queryMore(locator, userId, options),
    queryColumns: (soql, { userId }) => queries.queryColumns(soql, userId),
    retrieve: (object, id, { userId }, options): JsonRecord => retrieve(state, object, id, userId, options),
    retrieveByExternalId: (object, field, value, { userId }, options) =>
      retrieveByExternalId(state, object, field, value, userId, options),
  };
}

/** The part of Org about deployed metadata. */
type Deploying = Pick<Org, 'prepareDeploy' | 'deploy' | 'components' | 'componentStamps'>;

function deployingOf(state: OrgState): Deploying {
  return {
    prepareDeploy: (zip, { userId }) => {
      mayDeploy(state, userId);
      return prepareDeploy(zip);
    },
    deploy: (zip, options, { userId }) => {
      mayDeploy(state, userId);
      return deploy(state, zip, options, userId);
    },
    components: (type) => ofType(state.components, type),
    componentStamps: (type) => componentStamps(state.database, type),
  };
}

function settingsOf({ database }: OrgState): Pick<Org, 'setting' | 'setSetting'> {
  return {
    setting: (name) => {
      const value = database.prepare('SELECT value FROM "~setting" WHERE name = ?').get(name)?.value;
      return typeof value === 'string' ? value : undefined;
    },
    setSetting: (name, value) => {
      if (value === null) database.prepare('DELETE FROM "~setting" WHERE name = ?').run(name);
      else database.prepare('INSERT OR REPLACE INTO "~setting" (name, value) VALUES (?, ?)').run(name, value);
    },
  };
}

/** Opens an org: the engine behind the APIs. The caller has to close it. */
export function openOrg(options: OpenOptions = {}): Org {
  const state = openState(options);
  return {
    ...peopleOf(state),
    ...readingOf(state),
    ...deployingOf(state),
    ...settingsOf(state),
    save: (request, caller) => save(state, request, caller),
    atomically: (work) => atomically(state, work),
    openLocks: () => openLocks(state),
    get rowsWritten() {
      return Object.fromEntries(state.rowsWritten);
    },
    reset: ({ data }) => {
      state.rowsWritten.clear();
      if (data) removeRecords(state);
    },
    close: () => {
      state.database.close();
    },
  };
}
