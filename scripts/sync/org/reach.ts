import { TransientError, PermanentError } from './transientError.ts';

/** Error codes of certificates that Node rejects (Node.js TLS documentation, X509 certificate error codes). */
const CERTIFICATE =
  /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|ERR_TLS_|HOSTNAME_MISMATCH)/;
/** getaddrinfo's error codes for a name that can't be resolved (Node.js DNS documentation, Error codes). */
const UNKNOWN_HOST: readonly string[] = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME'];
/** A redirect leads away from the API, for instance to a login page. The setting should name the address behind it. */
const REDIRECT = 'the address leads to another one: give the address of the org itself (its My Domain)';

/** Sends a request by `fetch`. Throws TransientError when the request or its answer didn't arrive, PermanentError when a retry can't help. */
export async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw connectionError(error, url);
  }
}

/** The whole body of an answer, as text. Throws TransientError when it is cut off. */
export async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw connectionError(error, response.url);
  }
}

/** The body of an answer as it arrives. Throws TransientError when it is cut off. */
export async function* bytesOf(response: Response): AsyncGenerator<Uint8Array> {
  if (!response.body) return;
  try {
    yield* response.body;
  } catch (error) {
    throw connectionError(error, response.url);
  }
}

/** An error known by its shape: those of `fetch` may come from another realm, where `instanceof` fails. */
interface Fault {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly code?: unknown;
  readonly hostname?: unknown;
}

const faultOf = (value: unknown): Fault => (typeof value === 'object' && value !== null ? value : {});

/** What failed on the way, from an error of `fetch`: its cause holds the system's code. */
function connectionError(error: unknown, url: string): unknown {
  const { name, cause } = faultOf(error);
  if (name === 'TimeoutError') return new TransientError('no answer in time');
  if (name !== 'TypeError') return error;
  const { code: said = '', message, hostname = new URL(url).hostname } = faultOf(cause);
  const code = String(said);
  if (UNKNOWN_HOST.includes(code))
    return new TransientError(`the host ${String(hostname)} is not known (${code})`, code, String(hostname));
  if (CERTIFICATE.test(code)) return new PermanentError(`its certificate is not taken: ${code}`);
  if (message === 'unexpected redirect') return new PermanentError(REDIRECT);
  return new TransientError(code === '' ? 'the connection was cut' : code, code);
}
