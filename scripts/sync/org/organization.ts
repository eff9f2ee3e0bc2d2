import type { Org } from './org.ts';
import { queryAll } from './query.ts';

/** The org that a login leads to, identified by its id; its address may change. */
export interface Organization {
  /**
   * Organization.Id, 18 characters. It stays the same when the org is renamed or moved; a refreshed sandbox gets a new one.
   */
  readonly id: string;
  /** `https://...`, which changes with the My Domain or the instance. */
  readonly instance: string;
}

export async function organizationOf(org: Org): Promise<Organization> {
  const [record] = await queryAll(org, 'SELECT Id FROM Organization');
  return { id: String(record?.Id), instance: org.instanceUrl() };
}
