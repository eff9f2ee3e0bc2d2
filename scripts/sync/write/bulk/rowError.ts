const ERROR = /^([A-Z_]+):(.*):[^:]*--$/s;

/** `CODE:message:fields --` of a failed row (Bulk API 2.0 Developer Guide, Get Failed Record Results). */
export function errorOf(text: string): { readonly errorCode: string; readonly message: string } {
  const [, errorCode, message] = ERROR.exec(text) ?? [];
  if (errorCode !== undefined && message !== undefined) return { errorCode, message };
  return { errorCode: 'UNKNOWN_EXCEPTION', message: 'the org gave a reason that can not be read' };
}
