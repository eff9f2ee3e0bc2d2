import type { Answer } from '../retry.ts';

const ERROR = /^([A-Z][A-Z0-9_]*):(.*?)(?::[^:]*--)?$/s;

/** Such a text may hold anything, a value of the record too: none of it is kept. */
const UNREADABLE: Answer = {
  errorCode: 'UNKNOWN_EXCEPTION',
  message: 'the org gave a reason that can not be read',
};

/** `CODE:message:fields --` of a failed row (Bulk API 2.0 Developer Guide, Get Failed Record Results). */
export function errorOf(text: string): Answer {
  const [, errorCode, message] = ERROR.exec(text.trim()) ?? [];
  if (errorCode !== undefined && message !== undefined) return { errorCode, message };
  return UNREADABLE;
}
