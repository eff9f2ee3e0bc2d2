import type { z } from 'zod';

/** Why a line was rejected. */
export type RejectCode =
  | 'LINE_TOO_LONG'
  | 'NOT_UTF8'
  | 'NOT_JSON'
  | 'NOT_AN_OBJECT'
  | 'TOO_DEEP'
  | 'LONE_SURROGATE'
  | 'REGISTER_NUMBER'
  | 'UNKNOWN_TYPE'
  | 'UNKNOWN_SOURCE'
  | 'MISSING'
  | 'WRONG_TYPE'
  | 'INVALID_VALUE'
  | 'DAY_WITHOUT_REGISTRATION'
  | 'FUTURE_TIME'
  | 'VIEW_TOO_LONG';

/** A fault of a line: `path` is a JSON Pointer (RFC 6901), '' for the line; no text of the line is in it. */
export interface Reject {
  readonly code: RejectCode;
  readonly path: string;
  readonly message: string;
}

/** A key that could itself be somebody's data is not repeated in a path. */
const PLAIN_KEY = /^(?!.*\d{6})[A-Za-z0-9_-]{1,40}$/;

/** The JSON Pointer of a path, cut before the first key that isn't a plain name. */
export function pointer(path: readonly PropertyKey[]): string {
  const end = path.findIndex((key) => !PLAIN_KEY.test(String(key)));
  return path
    .slice(0, end < 0 ? undefined : end)
    .map((key) => `/${String(key)}`)
    .join('');
}

type Issue = z.core.$ZodIssue;

/** The reject of a line that zod found faulty, for the first of its faults. `line` is the parsed line. */
export function rejectOf(error: z.ZodError, line: unknown): Reject {
  const [first] = error.issues;
  if (!first) throw new Error('a failed check without an issue');
  const { issue, path } = innermost(first, []);
  return { code: codeOf(issue, path, line), path: pointer(path), message: issue.message };
}

/** Of a value that fits no alternative, the fault of the alternative that fits best: the one that got deepest. */
function innermost(
  issue: Issue,
  outer: readonly PropertyKey[],
): { issue: Issue; path: readonly PropertyKey[] } {
  const path = [...outer, ...issue.path];
  if (issue.code !== 'invalid_union') return { issue, path };
  const candidates = issue.errors
    .flatMap(([first]) => (first ? [innermost(first, path)] : []))
    .filter((one) => one.issue.code !== 'invalid_union')
    .sort((a, b) => b.path.length - a.path.length);
  return candidates[0] ?? { issue, path };
}

function codeOf(issue: Issue, path: readonly PropertyKey[], line: unknown): RejectCode {
  if (issue.code === 'custom' && issue.params?.code === 'DAY_WITHOUT_REGISTRATION')
    return 'DAY_WITHOUT_REGISTRATION';
  const value = valueAt(line, path);
  if (value === undefined) return 'MISSING';
  if (pointer(path) === '/type') return 'UNKNOWN_TYPE';
  if (pointer(path) === '/source') return 'UNKNOWN_SOURCE';
  return issue.code === 'invalid_type' ? 'WRONG_TYPE' : 'INVALID_VALUE';
}

function valueAt(line: unknown, path: readonly PropertyKey[]): unknown {
  let value = line;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
