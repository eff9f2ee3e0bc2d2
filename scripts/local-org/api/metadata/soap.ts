import { XMLParser } from 'fast-xml-parser';
import { type Caller, type DeployOptions, OrgError } from '../../org.ts';
import type { Api } from '../api.ts';
import { deployStatus, refuseQuickDeploy } from './deployments.ts';
import { listMetadata, mayRetrieve, retrieveStatus } from './fileProperties.ts';
import { describeMetadata } from './types.ts';
import { element } from './xml.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Entities could read files of the server or expand without end, so a DOCTYPE is refused, with Xerces' message. */
const DOCTYPE =
  'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.';

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreAttributes: true });

/** A SOAP answer; Salesforce sends faults with status 500. */
export interface SoapAnswer {
  readonly status: number;
  readonly xml: string;
}

type Element = Readonly<Record<string, unknown>>;

const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ` +
  `xmlns:sf="${NAMESPACE}" xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
  `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

export const soapFault = (code: string, message: string): SoapAnswer => ({
  status: 500,
  xml: envelope(element('soapenv:Fault', { faultcode: `sf:${code}`, faultstring: `${code}: ${message}` })),
});

const answer = (operation: string, result: unknown): SoapAnswer => ({
  status: 200,
  xml: envelope(element(`${operation}Response`, { result })),
});

const child = (parent: unknown, name: string): unknown =>
  typeof parent === 'object' && parent !== null ? (parent as Element)[name] : undefined;

function text(parent: unknown, name: string): string {
  const value = child(parent, name);
  return typeof value === 'string' ? value.trim() : '';
}

const flag = (parent: unknown, name: string): boolean => text(parent, name) === 'true';

const deployOptions = (options: unknown): DeployOptions => ({
  checkOnly: flag(options, 'checkOnly'),
  rollbackOnError: flag(options, 'rollbackOnError'),
  ignoreWarnings: flag(options, 'ignoreWarnings'),
});

type Operation = (body: unknown, caller: Caller, api: Api) => unknown;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  deploy: (body, caller, { deployments }) => {
    const zip = Buffer.from(text(body, 'ZipFile'), 'base64');
    const { id } = deployments.run(zip, deployOptions(child(body, 'DeployOptions')), caller);
    return { done: false, id, state: 'Queued' };
  },
  checkDeployStatus: (body, _, { deployments }) =>
    deployStatus(deployments.find(text(body, 'asyncProcessId')), flag(body, 'includeDetails')),
  deployRecentValidation: (body) => refuseQuickDeploy(text(body, 'validationId')),
  describeMetadata: () => describeMetadata(),
  listMetadata: (body, _, { org }) =>
    ([child(body, 'queries') ?? []].flat() as readonly unknown[]).flatMap((query) =>
      listMetadata(org, text(query, 'type')),
    ),
  retrieve: (body, caller, { org, retrievals }) => {
    // jsforce names the element `request`, which an org accepts too.
    const request = child(body, 'retrieveRequest') ?? child(body, 'request');
    const unpackaged = child(request, 'unpackaged');
    const types = [child(unpackaged, 'types') ?? []].flat() as readonly unknown[];
    const wanted = new Map(
      types.map((type) => {
        const members = [child(type, 'members') ?? []].flat() as readonly unknown[];
        return [text(type, 'name'), members.map((name) => String(name).trim())] as const;
      }),
    );
    mayRetrieve(org, caller);
    const { id } = retrievals.run(wanted, text(unpackaged, 'version') || text(request, 'apiVersion'));
    return { done: false, id, state: 'Queued' };
  },
  checkRetrieveStatus: (body, _, { org, retrievals }) =>
    retrieveStatus(org, retrievals.find(text(body, 'asyncProcessId'))),
};

/**
 * The Metadata API over SOAP: deploy, checkDeployStatus, retrieve, checkRetrieveStatus, describeMetadata, listMetadata. Any
 * other operation is refused with a fault.
 */
export function metadataSoap(xml: string, api: Api): SoapAnswer {
  if (/<!DOCTYPE/i.test(xml)) return soapFault('INVALID_OPERATION', DOCTYPE);
  let message: unknown;
  try {
    message = child(parser.parse(xml), 'Envelope');
  } catch {
    return soapFault('INVALID_OPERATION', 'The request is no SOAP message');
  }
  const caller = api.sessions.caller(text(child(child(message, 'Header'), 'SessionHeader'), 'sessionId'));
  if (!caller) {
    return soapFault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session');
  }
  const [name = '', body] = Object.entries((child(message, 'Body') ?? {}) as Element)[0] ?? [];
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation)
    return soapFault(
      'FUNCTIONALITY_NOT_ENABLED',
      `The operation ${name} is not enabled for this organization`,
    );
  try {
    return answer(name, operation(body, caller, api));
  } catch (error) {
    if (error instanceof OrgError) return soapFault(error.errorCode, error.message);
    throw error;
  }
}
