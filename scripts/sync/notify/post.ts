import { errorCode } from '../../feed/errorCode.ts';

/** A receiver that takes longer gets nothing: the job ends without it. */
const TIMEOUT_MS = 10_000;

/**
 * Posts a message, in one try: a second one could tell twice. Redirects aren't followed: the address was chosen, wherever it
 * leads was not. Returns why it wasn't taken (`HTTP 404`, `ECONNREFUSED`), never with the address, or undefined when it was.
 */
export async function post(address: URL, body: object, timeout = TIMEOUT_MS): Promise<string | undefined> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `HTTP ${response.status}`;
  } catch (error) {
    const { name, cause = error } = error as Error;
    return name === 'TimeoutError' ? 'no answer in time' : errorCode(cause) || 'not sent';
  }
}
