import type { Answer } from '../settleRow.ts';

const ERROR = /^([A-Z][A-Z0-9_]*):(.*?)(?::[^:]*--)?$/s;

/** `CODE:message:fields --` of a failed row (Bulk API 2.0 Developer Guide, Get Failed Record Results). */
export function errorOf(text: string): Answer {
  const [, errorCode, message] = ERROR.exec(text.trim()) ?? [];
  if (errorCode !== undefined && message !== undefined) return { errorCode, message };
  return { errorCode: 'UNKNOWN_EXCEPTION', message: text };
}
