import { isDiskFault, SyncError, UNEXPECTED } from '../errors.ts';
import { OrgRefusal } from '../org/orgRefusal.ts';
import type { Log } from './log.ts';

/** Prints on standard error what happened, why, and what to do next. Returns the exit code. */
export function reportError(error: unknown, log: Log, signal: AbortSignal): number {
  const known = asSyncError(error, signal);
  if (!known) {
    const stack = framesOf(error);
    const { code, next, what, exit } = UNEXPECTED;
    log.fatal({ code, next, stack }, what);
    if (process.stderr.isTTY) process.stderr.write(`${what}.\n${next}.\n`);
    return exit;
  }
  if (process.stderr.isTTY) process.stderr.write(`${known.message}.\n${known.next}.\n`);
  else log.error({ code: known.code, next: known.next }, known.message);
  return known.exit;
}

/** A line of a stack: `at name (file:///.../x.ts:1:2)`. */
const FRAME = /^\s+at (?:[\w.<>$# \[\]]+ \()?(?:file:|node:|\/|[A-Z]:\\)[^\s()]*:\d+:\d+\)?$/;
/** The form of an error's name. A library may put what it was given into the name, which then isn't shown. */
const NAME = /^[A-Z][A-Za-z]*Error$/;

/** Name and frames of an error without its message: a library's message may quote personal data. */
function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').replace(error.message, '').split('\n');
  return [NAME.test(error.name) ? error.name : 'Error', ...frames.filter((line) => FRAME.test(line))].join(
    '\n',
  );
}

/** The error of the catalogue that this one is, if any. */
export function asSyncError(error: unknown, signal: AbortSignal): SyncError | undefined {
  if (error instanceof SyncError) return error;
  if (signal.aborted) return new SyncError('STOPPED', String(signal.reason), undefined, error);
  if (error instanceof OrgRefusal) return refused(error);
  return isDiskFault(error) ? new SyncError('DISK', (error as Error).message, undefined, error) : undefined;
}

/** The error for what the org refused, by how long the refusal lasts. */
const refused = (error: OrgRefusal): SyncError =>
  new SyncError(error.verdict === 'day' ? 'API_SHORT' : 'ORG_REFUSES', error.message, undefined, error);
