import type { z } from 'zod';
import { knownPath } from '../../feed/knownPath.ts';
import { valueAt } from '../../feed/valueAt.ts';

/** Why a line was rejected. docs/OPERATIONS.md tells what to do about each. */
export const REJECT_CODES = [
  'LINE_TOO_LONG',
  'NOT_UTF8',
  'NOT_JSON',
  'NOT_AN_OBJECT',
  'TOO_DEEP',
  'DUPLICATE_KEY',
  'INEXACT_NUMBER',
  'LONE_SURROGATE',
  'REGISTER_NUMBER',
  'UNKNOWN_TYPE',
  'UNKNOWN_SOURCE',
  'MISSING',
  'WRONG_TYPE',
  'INVALID_VALUE',
  'DAY_WITHOUT_REGISTRATION',
  'FUTURE_TIME',
  'VIEW_TOO_LONG',
] as const;

export type RejectCode = (typeof REJECT_CODES)[number];

/** A fault of a line. `path` is a JSON Pointer (RFC 6901), '' for the whole line; it never holds text of the line. */
export interface Reject {
  readonly code: RejectCode;
  readonly path: string;
  readonly message: string;
}

/** The JSON Pointer of a path in a line, cut before the first key that the contract doesn't know. */
export function pointer(path: readonly PropertyKey[], line: unknown): string {
  return knownPath(path, line)
    .map((key) => `/${String(key)}`)
    .join('');
}

type Issue = z.core.$ZodIssue;

/** The reject of a line that zod found faulty, for the first of its faults. `line` is the parsed line. */
export function rejectOf(error: z.ZodError, line: unknown): Reject {
  const [first] = error.issues;
  if (!first) throw new Error('a failed check without an issue');
  const { issue, path } = innermost(first, []);
  return { code: codeOf(issue, path, line), path: pointer(path, line), message: issue.message };
}

/** When a value fits none of several alternatives, the fault of the closest one: the one whose check got deepest. */
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
  if (valueAt(line, path) === undefined) return 'MISSING';
  if (path[0] === 'type') return 'UNKNOWN_TYPE';
  if (path[0] === 'source') return 'UNKNOWN_SOURCE';
  return issue.code === 'invalid_type' ? 'WRONG_TYPE' : 'INVALID_VALUE';
}
