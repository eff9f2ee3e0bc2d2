import type { SObject } from '../../schema/generated/objects.ts';
import type { Org } from './org.ts';

export const RUN_OBJECT = 'CuZo_Sync_Run__c';
export const RUN_KEY = 'Run_Id__c';

export type RunFields = Omit<SObject<typeof RUN_OBJECT>, typeof RUN_KEY>;

const pathOf = (org: Org, runId: string): string =>
  `${org.basePath}/sobjects/${RUN_OBJECT}/${RUN_KEY}/${runId}`;

/** Writes the record of a run, new or known: what agents and admins read about freshness. */
export async function saveRunRecord(org: Org, runId: string, fields: RunFields): Promise<void> {
  await org.request('PATCH', pathOf(org, runId), fields);
}

/** Says in the org that a run has stopped, if the org still listens. */
export async function markStopped(org: Org, runId: string, started: string): Promise<void> {
  const fields: RunFields = { Status__c: 'Stopped', Started__c: started };
  await org.tryOnce('PATCH', pathOf(org, runId), fields).catch(() => undefined);
}
