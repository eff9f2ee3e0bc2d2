import type { Org } from './org.ts';
import { OrgRefusal } from './orgRefusal.ts';

/** A field as describe tells of it (REST API guide, sObject Describe), as far as the job reads it. */
export interface FieldDescribe {
  readonly name: string;
  readonly type: string;
  readonly length: number;
  readonly updateable: boolean;
  readonly relationshipName: string | null;
  readonly picklistValues?: readonly {
    readonly value: string;
    readonly label?: string;
    readonly active: boolean;
  }[];
}

export interface ObjectDescribe {
  readonly fields: readonly FieldDescribe[];
  readonly updateable: boolean;
  readonly createable: boolean;
}

/** Describes an object with the rights of the user; undefined when the user doesn't see it. */
export async function describe(org: Org, object: string): Promise<ObjectDescribe | undefined> {
  try {
    return (await org.request('GET', `${org.basePath}/sobjects/${object}/describe`)) as ObjectDescribe;
  } catch (error) {
    if (
      error instanceof OrgRefusal &&
      (error.errorCode === 'NOT_FOUND' || error.errorCode === 'INVALID_TYPE')
    )
      return undefined;
    throw error;
  }
}
