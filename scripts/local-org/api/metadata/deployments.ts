import {
  type Caller,
  type DeployMessage,
  type DeployOptions,
  type DeployResult,
  type Org,
  OrgError,
} from '../../org.ts';
import { recordId } from '../recordId.ts';

/** A deploy. It has ended before its status is first asked for, unless its bundles are still being compiled. */
export interface Deployment {
  readonly id: string;
  readonly options: DeployOptions;
  /** undefined while it runs. */
  readonly result: DeployResult | undefined;
  readonly caller: Caller & { readonly name: string };
  readonly startedAt: string;
  readonly completedAt: string | undefined;
}

export interface Deployments {
  readonly run: (zip: Uint8Array, options: DeployOptions, caller: Caller) => Deployment;
  /** Throws INVALID_CROSS_REFERENCE_KEY when there is no such deploy. */
  readonly find: (id: string) => Deployment;
}

/** The result of a deploy that failed by an error of the org itself. */
const unexpected = (error: unknown): DeployResult => ({
  success: false,
  messages: [
    {
      componentType: '',
      fullName: 'package.xml',
      fileName: 'package.xml',
      created: false,
      changed: false,
      deleted: false,
      problem: `UNKNOWN_EXCEPTION: ${error instanceof Error ? error.message : String(error)}`,
      problemType: 'Error',
    },
  ],
});

export function createDeployments(org: Org): Deployments {
  const all = new Map<string, Deployment>();
  return {
    run: (zip, options, caller) => {
      const id = recordId('0Af', all.size + 1);
      const name = String(org.user(caller.userId).Name);
      const waiting: Deployment = {
        id,
        options,
        result: undefined,
        caller: { ...caller, name },
        startedAt: new Date().toISOString(),
        completedAt: undefined,
      };
      function settle(result: DeployResult): Deployment {
        const done = { ...waiting, result, completedAt: new Date().toISOString() };
        all.set(id.slice(0, 15), done);
        return done;
      }
      const preparing = org.prepareDeploy(zip, caller);
      if (preparing === undefined) return settle(org.deploy(zip, options, caller));
      all.set(id.slice(0, 15), waiting);
      preparing
        .then(() => settle(org.deploy(zip, options, caller)))
        .catch((error: unknown) => settle(unexpected(error)));
      return waiting;
    },
    find: (id) => {
      const deployment = all.get(id.slice(0, 15));
      if (deployment) return deployment;
      throw new OrgError(404, 'INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: no deploy ${id}`);
    },
  };
}

/**
 * Refuses a quick deploy: it needs a validation whose Apex tests have passed (Metadata API Developer Guide,
 * deployRecentValidation()), and no Apex runs here. By this code the CLI recognizes a validation that can't be deployed
 * (npm, @salesforce/plugin-deploy-retrieve 4.1, project deploy quick).
 */
export function refuseQuickDeploy(id: string): never {
  throw new OrgError(
    400,
    'INVALID_ID_FIELD',
    `The validation ${id} can not be deployed: no Apex tests have passed in it`,
  );
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

/** The DeployResult of the Metadata API, the same over SOAP and REST (Metadata API Developer Guide, DeployResult). */
export function deployStatus(deployment: Deployment, includeDetails: boolean): Record<string, unknown> {
  const { id, options, result, caller, startedAt, completedAt } = deployment;
  if (result === undefined || completedAt === undefined)
    return {
      checkOnly: options.checkOnly ?? false,
      createdBy: caller.userId,
      createdByName: caller.name,
      createdDate: startedAt,
      done: false,
      id,
      ignoreWarnings: options.ignoreWarnings ?? false,
      lastModifiedDate: startedAt,
      numberComponentErrors: 0,
      numberComponentsDeployed: 0,
      numberComponentsTotal: 0,
      numberTestErrors: 0,
      numberTestsCompleted: 0,
      numberTestsTotal: 0,
      rollbackOnError: options.rollbackOnError ?? false,
      runTestsEnabled: false,
      startDate: startedAt,
      status: 'InProgress',
      success: false,
    };
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
