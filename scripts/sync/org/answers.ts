import { TransientError } from './transientError.ts';
import { OrgRefusal, type Asked } from './orgRefusal.ts';
import { keptCode, type OnOrgMessage } from './keptError.ts';
import { verdictOf } from './refusals.ts';

/** The org's answer to one request. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

const GOOD = 300;

/**
 * Throws when the org refused the request: TransientError when the same request may succeed later, else OrgRefusal. The org's
 * message goes to `onOrgMessage` only.
 */
export function mustBeGood(asked: Asked, { status, body }: Answer, onOrgMessage: OnOrgMessage): void {
  if (status < GOOD) return;
  const said = saidIn(body);
  onOrgMessage(`HTTP ${status} ${said.code}: ${said.words}`);
  const verdict = verdictOf({ status, ...said });
  const code = said.code === '' ? '' : keptCode(said.code);
  if (verdict === 'passing') throw new TransientError(`HTTP ${status} ${code}`.trim(), code);
  const what = `HTTP ${status} to ${asked.method} ${asked.path.replace(/\?.*/s, '')}`;
  throw new OrgRefusal(code === '' ? `HTTP_${status}` : code, verdict, what);
}

interface Said {
  readonly code: string;
  readonly words: string;
}

/** Code and message of a failed request: a list of errors (REST API guide), an OAuth error (RFC 6749), XML, or any text. */
function saidIn(body: string): Said {
  try {
    const parsed = JSON.parse(body) as unknown;
    const first = (Array.isArray(parsed) ? parsed[0] : parsed) as Readonly<Record<string, unknown>> | null;
    const text = (...keys: readonly string[]): string =>
      keys.map((key) => first?.[key]).find((value) => typeof value === 'string') ?? '';
    return {
      code: text('errorCode', 'error', 'exceptionCode'),
      words: text('message', 'error_description', 'exceptionMessage'),
    };
  } catch {
    const code = /<(?:\w+:)?(?:errorCode|exceptionCode)>([^<]*)</.exec(body)?.[1] ?? '';
    return { code, words: body };
  }
}
