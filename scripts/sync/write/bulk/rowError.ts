import type { OrgError } from '../../org/keptError.ts';

const ERROR = /^([A-Z][A-Z0-9_]*):(.*?)(?::([^:]*)--)?$/s;

/** `CODE:message:fields --` of a failed row (Bulk API 2.0 Developer Guide, Get Failed Record Results). */
export function errorOf(text: string): OrgError {
  const [, statusCode = '', message = text, fields = ''] = ERROR.exec(text.trim()) ?? [];
  return { statusCode, message, fields: fields.match(/[^,\s]+/g) ?? [] };
}
