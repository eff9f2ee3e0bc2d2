import type { Config } from '../config/config.ts';
import { SyncError } from '../errors.ts';
import { fieldsWritten } from '../events/eventRules.ts';
import { licenceProblems } from '../org/licences.ts';
import type { Org } from '../org/org.ts';
import { organizationOf, type Organization } from '../org/organization.ts';
import { OrgRefusal } from '../org/orgRefusal.ts';
import { schemaProblems } from '../org/readiness.ts';

/** Logs in. `patient`: waits for an org that doesn't answer, unless told not to. */
export type OpenOrg = (patient?: boolean) => Promise<Org>;

/**
 * Logs in and checks that the org can take the job's data. Throws NOT_READY, with a line for each missing thing, and LOGIN
 * also when the org doesn't answer, as there is no run yet that could be resumed. `onLogin` is called with the org before
 * the check and may throw to refuse it; `onNotReady` is called before NOT_READY is thrown.
 */
export async function readyOrg(
  open: OpenOrg,
  config: Config,
  command: string,
  onLogin: (organization: Organization) => void = () => undefined,
  onNotReady: (org: Org) => Promise<void> = () => Promise.resolve(),
): Promise<Org> {
  let own: Org | undefined;
  try {
    const org = await open();
    onLogin(await organizationOf(org));
    own = org;
    const written = {
      Account: fieldsWritten('Account', config),
      InsurancePolicy: fieldsWritten('InsurancePolicy', config),
    };
    const problems = await schemaProblems(org, config, written);
    refuseIf(problems.length === 0 ? [] : [...problems, ...(await licenceProblems(org))]);
    return org;
  } catch (error) {
    if (error instanceof OrgRefusal)
      throw new SyncError(error.verdict === 'day' ? 'API_BUDGET' : 'LOGIN', error.message, undefined, error);
    if (!(error instanceof SyncError)) throw error;
    if (error.code === 'NOT_READY' && own) await onNotReady(own);
    if (error.code === 'STOPPED') throw error.with(`Start again with \`npm run -s sync -- ${command}\``);
    if (error.code === 'ORG_GONE' || error.code === 'SESSION_ENDED')
      throw new SyncError('LOGIN', error.message, undefined, error);
    throw error;
  }
}

/** Throws NOT_READY when there are problems. */
export function refuseIf(problems: readonly string[]): void {
  if (problems.length > 0) throw new SyncError('NOT_READY', problems.map((one) => `- ${one}`).join('\n'));
}
