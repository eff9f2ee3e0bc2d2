import { NotNow, NoWay } from './notNow.ts';

/** Codes of certificates that a client doesn't take (Node.js TLS documentation, X509 certificate error codes). */
const CERTIFICATE =
  /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|ERR_TLS_|HOSTNAME_MISMATCH)/;
/** getaddrinfo's codes of a name without an address (Node.js DNS documentation, Error codes). */
const UNKNOWN_HOST: readonly string[] = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME'];
/** A redirect leads away from the API, to a login page for one; the address to give is the one behind it. */
const REDIRECT = 'the address leads to another one: give the address of the org itself (its My Domain)';

/** Sends a request by `fetch`. NotNow when it didn't get there or its answer didn't come, NoWay when it never will. */
export async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw keptFrom(error, url);
  }
}

/** The whole body of an answer, as text. NotNow when it is cut. */
export async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw keptFrom(error, response.url);
  }
}

/** The body of an answer as it comes. NotNow when it is cut. */
export async function* bytesOf(response: Response): AsyncGenerator<Uint8Array> {
  if (!response.body) return;
  try {
    yield* response.body;
  } catch (error) {
    throw keptFrom(error, response.url);
  }
}

/** An error by its shape: one of `fetch` may come from another realm than ours. */
interface Fault {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly code?: unknown;
  readonly hostname?: unknown;
}

const faultOf = (value: unknown): Fault => (typeof value === 'object' && value !== null ? value : {});

/** What went wrong on the way, as `fetch` tells it: the reason is a code in the cause. */
function keptFrom(error: unknown, url: string): unknown {
  const { name, cause } = faultOf(error);
  if (name === 'TimeoutError') return new NotNow('no answer in time');
  if (name !== 'TypeError') return error;
  const { code: said = '', message, hostname = new URL(url).hostname } = faultOf(cause);
  const code = String(said);
  if (UNKNOWN_HOST.includes(code))
    return new NotNow(`the host ${String(hostname)} is not known (${code})`, code, String(hostname));
  if (CERTIFICATE.test(code)) return new NoWay(`its certificate is not taken: ${code}`);
  if (message === 'unexpected redirect') return new NoWay(REDIRECT);
  return new NotNow(code === '' ? 'the connection was cut' : code, code);
}
