import type { SObject } from '../../schema/generated/objects.ts';
import type { Org } from './org.ts';
import { errorCodeOf, OrgRefusal } from './orgRefusal.ts';

export const RUN_OBJECT = 'CuZo_Sync_Run__c';
export const RUN_KEY = 'Run_Id__c';

export type RunFields = Omit<SObject<typeof RUN_OBJECT>, typeof RUN_KEY>;

const pathOf = (org: Org, runId: string): string =>
  `${org.basePath}/sobjects/${RUN_OBJECT}/${RUN_KEY}/${runId}`;

/** Creates or updates the record of a run, from which agents and admins see how fresh the data is. */
export async function saveRunRecord(
  org: Org,
  { key, kind, started }: RecordedRun,
  fields: RunFields,
): Promise<void> {
  await org.request('PATCH', pathOf(org, key), { Kind__c: kind, Started__c: started, ...fields });
}

/** Asks for a run that there never was: throws OrgRefusal when the org doesn't find runs by their key. */
export async function mustFindRunRecords(org: Org): Promise<void> {
  await org.request('GET', pathOf(org, 'check')).catch((error: unknown) => {
    if (errorCodeOf(error) !== 'NOT_FOUND') throw error;
  });
}

/** How a run ended that did not finish. */
export type Unfinished = 'Stopped' | 'Refused' | 'Discarded';

/** A run as the org knows it: the small runs of an hour are one. */
export interface RecordedRun {
  /** Value of Run_Id__c. */
  readonly key: string;
  /** ISO 8601 UTC. */
  readonly started: string;
  readonly kind: 'Feed' | 'Live';
}

/**
 * Says in the org how a run ended that did not finish, with what is `known` of it, in one try: if the org still listens. `ended`
 * is ISO 8601 UTC.
 */
export async function markUnfinished(
  org: Org,
  run: RecordedRun,
  status: Unfinished,
  ended: string,
  known: RunFields = {},
): Promise<void> {
  const over = status === 'Stopped' ? {} : { Finished__c: ended };
  const fields: RunFields = { Status__c: status, Kind__c: run.kind, Started__c: run.started, ...over };
  const save = (all: RunFields): Promise<unknown> => org.tryOnce('PATCH', pathOf(org, run.key), all);
  await save({ ...fields, ...known }).catch((error: unknown) =>
    // An org that is refused for lack of a new field takes the others.
    error instanceof OrgRefusal ? save(fields).catch(() => undefined) : undefined,
  );
}
