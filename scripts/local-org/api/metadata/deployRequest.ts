import { type DeployOptions, OrgError } from '../../org.ts';
import { type Resource, ok } from '../resource.ts';
import { deployStatus, refuseQuickDeploy } from './deployments.ts';

/** A parsed multipart body: part name -> bytes. */
export type Parts = ReadonlyMap<string, Uint8Array>;

function partOf(body: unknown, name: string): Uint8Array {
  const part = body instanceof Map ? (body as Parts).get(name) : undefined;
  if (part) return part;
  throw new OrgError(400, 'INVALID_MULTIPART_REQUEST', `The multipart request has no part named ${name}.`);
}

function contentOf(body: unknown): { readonly deployOptions?: DeployOptions } {
  try {
    return JSON.parse(Buffer.from(partOf(body, 'entity_content')).toString('utf8')) as object;
  } catch (error) {
    if (error instanceof OrgError) throw error;
    throw new OrgError(400, 'JSON_PARSER_ERROR', 'The part entity_content is no JSON.');
  }
}

/** The id of the validation that a request without files asks to deploy. */
function validationOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('validatedDeployRequestId' in body)) return undefined;
  return String(body.validatedDeployRequestId);
}

/** `metadata/deployRequest` (Metadata API Developer Guide, Deploying with REST). */
export const DEPLOY_REQUEST_RESOURCES: readonly Resource[] = [
  {
    path: '/metadata/deployRequest',
    handlers: {
      POST: ({ body, caller }, { deployments }) => {
        const validation = validationOf(body);
        if (validation !== undefined) refuseQuickDeploy(validation);
        const content = contentOf(body);
        const deployment = deployments.run(partOf(body, 'file'), content.deployOptions ?? {}, caller);
        const { id } = deployment;
        return {
          status: 201,
          body: {
            id,
            deployOptions: content.deployOptions,
            deployResult: { id, done: false, status: 'Pending', success: false },
          },
        };
      },
    },
  },
  {
    path: '/metadata/deployRequest/:id',
    handlers: {
      GET: ({ param, query }, { deployments }) => {
        const deployment = deployments.find(param('id'));
        return ok({
          id: deployment.id,
          deployResult: deployStatus(deployment, query.get('includeDetails') === 'true'),
        });
      },
    },
  },
];
