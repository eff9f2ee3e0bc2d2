import type { Field, SObject } from './model.ts';

/** What a user may do with an object. */
export interface ObjectRights {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

/** A user's rights: the union of the profile and the assigned permission sets. */
export interface Rights {
  readonly userId: string;
  readonly administrator: boolean;
  /** The user and the users in roles below: what they own or is shared with them is accessible to the user too. */
  readonly circle: readonly string[];
  readonly customPermissions: ReadonlySet<string>;
  /** Has the permission View Setup and Configuration. */
  readonly viewSetup: boolean;
  /** Has API Only User: reaches the org by its APIs, never in a browser. */
  readonly apiOnly: boolean;
  object(object: SObject): ObjectRights;
  canReadField(object: SObject, field: Field): boolean;
  canEditField(object: SObject, field: Field): boolean;
}
