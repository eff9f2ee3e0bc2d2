/**
 * The interface between the engine of the local org (metadata/, store/, soql/) and its APIs (api/). The engine is
 * synchronous: one process, one SQLite database, every call in a transaction of its own. Each call names its caller, whose
 * object permissions, field-level security and sharing are enforced inside.
 */

/** A share (0 to 1) of the writes to an object that fails with UNABLE_TO_LOCK_ROW. */
export interface LockFault {
  readonly object: string;
  readonly share: number;
}

/** The user whose rights a call has: the 18-character id of a User row. */
export interface Caller {
  readonly userId: string;
  /** Salesforce language of labels in describe results, instead of the user's: `fr`. */
  readonly language?: string;
  /** Saves records that a duplicate rule only alerts about. */
  readonly allowDuplicates?: boolean;
  /** Makes a share of the call's writes fail. */
  readonly lockFault?: LockFault | undefined;
}

/** A record as JSON. Date-times are `2026-11-22T10:00:00.000+0000`, dates `2026-11-22`. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** One error of a record, with Salesforce's code and message (`SaveResult.errors`). */
export interface RecordError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** The result of writing one record. `id` is null when nothing was saved. */
export interface SaveResult {
  readonly id: string | null;
  readonly success: boolean;
  readonly created: boolean;
  readonly errors: readonly RecordError[];
}

/** Rows and their masters that a running batch keeps locked; other writes to them fail with UNABLE_TO_LOCK_ROW. */
export interface Locks {
  readonly release: () => void;
}

export interface SaveRequest {
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete';
  readonly object: string;
  /** For update and delete the key is `Id` (any case); for upsert it is `externalIdField`. */
  readonly records: readonly JsonRecord[];
  readonly externalIdField?: string;
  /** true: one failure rolls every record back (the others answer ALL_OR_NONE_OPERATION_ROLLED_BACK). */
  readonly allOrNone?: boolean;
  /** csv: every value is a string, `#N/A` clears, an empty cell leaves the field alone. */
  readonly format?: 'json' | 'csv';
  /** Keeps the locks of saved records until they are released; without it, locks end with the call. */
  readonly locks?: Locks;
}

export interface QueryOptions {
  /** `66.0`: goes into `attributes.url`. */
  readonly version: string;
  /** queryAll: deleted rows too. */
  readonly all?: boolean;
  /** Rows per page, 200 to 2,000; 2,000 by default. */
  readonly batchSize?: number;
}

export interface QueryPage {
  readonly totalSize: number;
  readonly done: boolean;
  /** Set when there are more pages: `<cursor id>-<offset>`, the end of nextRecordsUrl. */
  readonly next?: string;
  /** Records in the form of the REST API, with `attributes`, nested parents and child pages. */
  readonly records: readonly JsonRecord[];
}

/** A deployed component: one file of the package, or for a bundle all of its files. */
export interface MetadataComponent {
  /** Metadata type, `FlexiPage`. */
  readonly type: string;
  readonly fullName: string;
  /** The component's XML as plain objects (fast-xml-parser, repeatable elements always arrays); absent for bundles. */
  readonly content?: Readonly<Record<string, unknown>>;
  /** Path in the package -> bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** When and by whom a component was created and last deployed. ISO date-times in UTC, ids of users. */
export interface ComponentStamp {
  readonly createdDate: string;
  readonly createdById: string;
  readonly lastModifiedDate: string;
  readonly lastModifiedById: string;
}

export interface DeployOptions {
  readonly checkOnly?: boolean;
  readonly rollbackOnError?: boolean;
  readonly ignoreWarnings?: boolean;
}

/** One component of a deploy: a success without `problem`, a failure with one. */
export interface DeployMessage {
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly created: boolean;
  readonly changed: boolean;
  readonly deleted: boolean;
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning';
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

export interface DeployResult {
  readonly success: boolean;
  readonly messages: readonly DeployMessage[];
}

/** A request that fails as a whole, answered as `[{ errorCode, message, fields? }]` with the HTTP status. */
export class OrgError extends Error {
  readonly errorCode: string;
  readonly status: number;
  readonly fields: readonly string[];

  constructor(status: number, errorCode: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.name = errorCode;
    this.errorCode = errorCode;
    this.status = status;
    this.fields = fields;
  }
}

/** The engine. Every method may throw OrgError. */
export interface Org {
  readonly orgId: string;
  /** The administrator that every org has. */
  readonly admin: Caller & { readonly username: string };

  /** The active user of that name, or undefined. Names are case-insensitive. */
  findUser(
    username: string,
  ): (Caller & { readonly username: string; readonly language: string; readonly locale: string }) | undefined;
  /** Whether the user exists and is active. */
  isActive(userId: string): boolean;
  /** The user's fields for an identity or userinfo answer. */
  user(userId: string): JsonRecord;
  /** API names of the custom permissions the user has. */
  customPermissions(caller: Caller): ReadonlySet<string>;
  /** Whether the user has View Setup and Configuration. */
  mayViewSetup(caller: Caller): boolean;
  /** Whether the user has API Only User, who has no pages. */
  isApiOnly(caller: Caller): boolean;

  describeGlobal(caller: Caller): readonly JsonRecord[];
  /** DescribeSObjectResult: fields, childRelationships, recordTypeInfos, labels in the caller's language. */
  describe(object: string, caller: Caller): JsonRecord;

  query(soql: string, caller: Caller, options: QueryOptions): QueryPage;
  /** `locator` is QueryPage.next. Throws INVALID_QUERY_LOCATOR when it is unknown. */
  queryMore(locator: string, caller: Caller, options: QueryOptions): QueryPage;
  /** The `columns=true` answer: columnMetadata, entityName, groupBy, idSelected, keyPrefix. */
  queryColumns(soql: string, caller: Caller): JsonRecord;

  /**
   * One record by id (15 or 18 characters), with all readable fields by default. Throws NOT_FOUND (404) when there is none.
   */
  retrieve(
    object: string,
    id: string,
    caller: Caller,
    options: { version: string; fields?: readonly string[] },
  ): JsonRecord;
  /**
   * One record by the value of an external id field. When there are several, throws an OrgError with status 300 whose
   * message is the JSON array of their URLs, the body that Salesforce answers.
   */
  retrieveByExternalId(
    object: string,
    field: string,
    value: string,
    caller: Caller,
    options: { version: string; fields?: readonly string[] },
  ): JsonRecord;

  /**
   * Writes records and returns one result each, in their order. Throws when the request fails as a whole: NOT_FOUND for an
   * object that the caller may not see or an upsert field that isn't an external id, JSON_PARSER_ERROR for a value of the
   * wrong type in JSON, InvalidBatch for an unknown column in CSV. An upsert that matches several records fails with
   * DUPLICATE_EXTERNAL_ID and their ids in the message.
   */
  save(request: SaveRequest, caller: Caller): readonly SaveResult[];
  /** Runs `work` in a transaction, which is rolled back when it throws. */
  atomically<T>(work: () => T): T;

  /**
   * Does the slow part of a deploy in parallel to other work: compiles its bundles in a process of their own. undefined when
   * there is nothing to do. Throws INSUFFICIENT_ACCESS as deploy does.
   */
  prepareDeploy(zip: Uint8Array, caller: Caller): Promise<void> | undefined;
  /**
   * Deploys a metadata package zip (package.xml at its root or in a single folder). Throws INSUFFICIENT_ACCESS (403) for
   * users who aren't administrators.
   */
  deploy(zip: Uint8Array, options: DeployOptions, caller: Caller): DeployResult;
  /** The deployed components of a type, by full name. */
  components(type: string): ReadonlyMap<string, MetadataComponent>;
  /** When and by whom the components of a type were deployed, by full name. */
  componentStamps(type: string): ReadonlyMap<string, ComponentStamp>;

  /** Rows saved by object, since the start or the last reset: rowsWritten of `/__local/stats`. */
  readonly rowsWritten: Readonly<Record<string, number>>;
  /**
   * Resets the counters; with `data` it also deletes every record except users, profiles, permission sets, their assignments
   * and the organization.
   */
  reset(options: { data: boolean }): void;
  /** Opens locks for a batch that runs longer than its calls. */
  openLocks(): Locks;

  /** Small values stored with the database: keys, sessions, cursors of the APIs. */
  setting(name: string): string | undefined;
  setSetting(name: string, value: string | null): void;

  close(): void;
}
