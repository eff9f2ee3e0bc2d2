import type { FieldName } from '../../schema/generated/objects.ts';
import type { Config } from '../config/config.ts';
import { heldFields } from '../events/comparison.ts';
import { countryProblems } from './countries.ts';
import { describe, type ObjectDescribe, type FieldDescribe } from './describe.ts';
import { TEXT_TYPES, type FieldNeed } from './fieldNeed.ts';
import { userIdOf } from './licences.ts';
import type { Org } from './org.ts';
import { queryAll } from './query.ts';
import { RUN_KEY, RUN_OBJECT } from './runRecord.ts';

/** Records per object whose edit access is checked. */
const SAMPLE = 10;

/** Fields of the run's record (CuZo_Sync_Run__c) that the job writes. */
export const RUN_FIELDS = [
  RUN_KEY,
  'Status__c',
  'Kind__c',
  'Started__c',
  'Finished__c',
  'Newest_MyPV_Event__c',
  'Newest_MyVivium_Event__c',
  'API_Calls__c',
  'Rows_Written__c',
  'Retried__c',
  'Read__c',
  'Changed__c',
  'Unchanged__c',
  'Late__c',
  'Superseded__c',
  'Duplicate__c',
  'Foreign__c',
  'Unmatched__c',
  'Ambiguous__c',
  'Rejected__c',
  'Failed__c',
  'Unknown__c',
  'Exit_Code__c',
  'Reject_Codes__c',
  'New_Codes__c',
  'Kept_Events__c',
  'Seconds__c',
  'Peak_Memory_MB__c',
  'API_Share__c',
] as const satisfies readonly FieldName<typeof RUN_OBJECT>[];

/** The fields that the job writes, of each object. */
export interface WrittenFields {
  readonly Account: readonly FieldNeed[];
  readonly InsurancePolicy: readonly FieldNeed[];
}

/** What keeps the org from taking the job's data, a sentence each; empty when it is ready. */
export async function schemaProblems(
  org: Org,
  config: Config,
  written: WrittenFields,
): Promise<readonly string[]> {
  const { policyAccount, policyAccountRelationship } = config.roles;
  const account = await describe(org, 'Account');
  const policy = await describe(org, 'InsurancePolicy');
  const parent = policy?.fields.find((field) => field.name === policyAccount);
  const otherName = parent && parent.relationshipName !== policyAccountRelationship;
  return [
    ...objectProblems('Account', account, accountNeeds(config, written.Account)),
    ...(account ? countryProblems(account, config) : []),
    ...objectProblems('InsurancePolicy', policy, policyNeeds(config, written.InsurancePolicy)),
    ...(otherName
      ? [`InsurancePolicy.${policyAccount}: has not the relationship name ${policyAccountRelationship}`]
      : []),
    ...runProblems(await describe(org, RUN_OBJECT)),
  ];
}

function runProblems(run: ObjectDescribe | undefined): readonly string[] {
  const needs = RUN_FIELDS.map((name): FieldNeed => ({ name, isWritten: name !== RUN_KEY }));
  const cannotCreate = run && !run.createable ? [`${RUN_OBJECT}: the user may not create it`] : [];
  return [...cannotCreate, ...objectProblems(RUN_OBJECT, run, needs)];
}

/** The account fields that the job reads, and those it writes when `written` names them. */
function accountNeeds({ roles }: Config, written: readonly FieldNeed[]): readonly FieldNeed[] {
  return [
    { name: roles.customerNumber, types: TEXT_TYPES },
    { name: roles.isPersonAccount, types: ['boolean'] },
    ...written,
  ];
}

function policyNeeds(config: Config, written: readonly FieldNeed[]): readonly FieldNeed[] {
  const { roles } = config;
  return [
    { name: roles.policyNumber, types: TEXT_TYPES },
    { name: roles.policyAccount, types: ['reference'] },
    ...(roles.policyBrand === null ? [] : [{ name: roles.policyBrand, types: TEXT_TYPES }]),
    { name: roles.policyActive, types: ['boolean'] },
    ...heldFields(config).map((name) => ({ name })),
    ...written,
  ];
}

function objectProblems(
  object: string,
  found: ObjectDescribe | undefined,
  needs: readonly FieldNeed[],
): readonly string[] {
  if (!found) return [`${object}: the user can not see this object`];
  const fields = new Map(found.fields.map((field) => [field.name, field]));
  const rights = found.updateable ? [] : [`${object}: the user may not edit it`];
  return [...rights, ...needs.flatMap((need) => fieldProblem(object, need, fields.get(need.name)) ?? [])];
}

function fieldProblem(object: string, need: FieldNeed, found: FieldDescribe | undefined): string | undefined {
  const name = `${object}.${need.name}`;
  if (!found) return `${name}: there is no such field, or the user can not see it`;
  if (need.types && !need.types.includes(found.type))
    return `${name}: is of type ${found.type}, expected ${need.types.join(' or ')}`;
  if (need.length !== undefined && found.length < need.length)
    return `${name}: holds ${found.length} characters, ${need.length} are needed`;
  return need.isWritten && !found.updateable ? `${name}: the user may not edit it` : undefined;
}

/**
 * Checks that the user may edit a sample of the records; a sentence for each object where not, empty when all can be edited.
 */
export async function accessProblems(org: Org): Promise<readonly string[]> {
  const user = await userIdOf(org);
  const problems: string[] = [];
  for (const object of ['Account', 'InsurancePolicy']) {
    const sample = await queryAll(org, `SELECT Id FROM ${object} LIMIT ${SAMPLE}`);
    if (sample.length === 0) continue;
    const ids = sample.map((record) => `'${String(record.Id)}'`).join(',');
    const access = await queryAll(
      org,
      `SELECT RecordId, HasEditAccess FROM UserRecordAccess WHERE UserId = '${user}' AND RecordId IN (${ids})`,
    );
    const denied = access.filter((record) => record.HasEditAccess !== true).length;
    if (denied > 0)
      problems.push(`${object}: the user may not edit ${denied} of ${sample.length} records looked at`);
  }
  return problems;
}
