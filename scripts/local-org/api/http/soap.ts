import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Api } from '../api.ts';
import { metadataSoap, soapFault } from '../metadata/soap.ts';

const textOf = ({ body }: FastifyRequest): string => (typeof body === 'string' ? body : '');

/** The error of a login by password, which no user of the local org has (SOAP API Developer Guide, login()). */
const INVALID_LOGIN = 'Invalid username, password, security token; or user locked out.';

/** `/services/Soap/**`: the Metadata API. The other SOAP APIs answer with a fault. */
export function registerSoap(app: FastifyInstance, api: Api): void {
  app.post('/services/Soap/m/*', (request, reply) => {
    const { status, xml } = metadataSoap(textOf(request), api);
    return reply.code(status).type('text/xml;charset=UTF-8').send(xml);
  });

  app.post('/services/Soap/*', (request, reply) => {
    const { status, xml } = /<(?:\w+:)?login[\s/>]/.test(textOf(request))
      ? soapFault('INVALID_LOGIN', INVALID_LOGIN)
      : soapFault('FUNCTIONALITY_NOT_ENABLED', 'The SOAP API is not enabled for this organization');
    return reply.code(status).type('text/xml;charset=UTF-8').send(xml);
  });
}
