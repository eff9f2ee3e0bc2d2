/** The `code` of a system error (`ENOENT`, `Z_BUF_ERROR`), or '' when the error has none. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
