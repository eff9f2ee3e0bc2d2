import {
  type Caller,
  type DeployMessage,
  type DeployOptions,
  type DeployResult,
  type Org,
  OrgError,
} from '../../org.ts';
import { recordId } from '../recordId.ts';

/** A deploy that has run: it is done before its first status is asked for. */
export interface Deployment {
  readonly id: string;
  readonly options: DeployOptions;
  readonly result: DeployResult;
  readonly caller: Caller & { readonly name: string };
  readonly startedAt: string;
  readonly completedAt: string;
}

export interface Deployments {
  readonly run: (zip: Uint8Array, options: DeployOptions, caller: Caller) => Deployment;
  /** INVALID_CROSS_REFERENCE_KEY when there was no such deploy. */
  readonly find: (id: string) => Deployment;
}

export function createDeployments(org: Org): Deployments {
  const all = new Map<string, Deployment>();
  return {
    run: (zip, options, caller) => {
      const startedAt = new Date().toISOString();
      const result = org.deploy(zip, options, caller);
      const id = recordId('0Af', all.size + 1);
      const name = String(org.user(caller.userId).Name);
      const completedAt = new Date().toISOString();
      const deployment = { id, options, result, caller: { ...caller, name }, startedAt, completedAt };
      all.set(id.slice(0, 15), deployment);
      return deployment;
    },
    find: (id) => {
      const deployment = all.get(id.slice(0, 15));
      if (deployment) return deployment;
      throw new OrgError(404, 'INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: no deploy ${id}`);
    },
  };
}

const message = (
  {
    componentType,
    fullName,
    fileName,
    created,
    changed,
    deleted,
    problem,
    problemType,
    lineNumber,
    columnNumber,
  }: DeployMessage,
  createdDate: string,
): Record<string, unknown> => ({
  changed,
  ...(columnNumber === undefined ? {} : { columnNumber }),
  componentType,
  created,
  createdDate,
  deleted,
  fileName,
  fullName,
  ...(lineNumber === undefined ? {} : { lineNumber }),
  ...(problem === undefined ? {} : { problem, problemType: problemType ?? 'Error' }),
  success: problem === undefined || problemType === 'Warning',
  ...(problemType === 'Warning' ? { warning: true } : {}),
});

/** The DeployResult of the Metadata API (Metadata API Developer Guide, DeployResult), the same over SOAP and REST. */
export function deployStatus(deployment: Deployment, includeDetails: boolean): Record<string, unknown> {
  const { id, options, result, caller, startedAt, completedAt } = deployment;
  const failures = result.messages.filter(
    ({ problem, problemType }) => problem !== undefined && problemType !== 'Warning',
  );
  const successes = result.messages.filter((one) => !failures.includes(one));
  return {
    checkOnly: options.checkOnly ?? false,
    completedDate: completedAt,
    createdBy: caller.userId,
    createdByName: caller.name,
    createdDate: startedAt,
    ...(includeDetails
      ? {
          details: {
            componentFailures: failures.map((one) => message(one, completedAt)),
            componentSuccesses: successes.map((one) => message(one, completedAt)),
            runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 },
          },
        }
      : {}),
    done: true,
    id,
    ignoreWarnings: options.ignoreWarnings ?? false,
    lastModifiedDate: completedAt,
    numberComponentErrors: failures.length,
    numberComponentsDeployed: result.success || options.rollbackOnError === false ? successes.length : 0,
    numberComponentsTotal: result.messages.length,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    rollbackOnError: options.rollbackOnError ?? false,
    runTestsEnabled: false,
    startDate: startedAt,
    status: result.success ? 'Succeeded' : 'Failed',
    success: result.success,
  };
}
