import { EXIT, isDiskFault, SyncError } from '../errors.ts';
import { OrgRefusal } from '../org/orgRefusal.ts';
import type { Log } from './log.ts';

/** Says on standard error what happened, why and what to do next. Gives the exit code. */
export function reportError(error: unknown, log: Log, signal: AbortSignal): number {
  const known = asSyncError(error, signal);
  if (!known) {
    const stack = framesOf(error);
    log.fatal(
      { code: 'UNEXPECTED', stack },
      'An unexpected fault; continue with `npm run -s sync -- resume`.',
    );
    return EXIT.stopped;
  }
  if (process.stderr.isTTY) process.stderr.write(`${known.message}.\n${known.next}.\n`);
  else log.error({ code: known.code, next: known.next }, known.message);
  return known.exit;
}

/** Name and frames of an error, without its message: an error of a library may quote what it was given. */
function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [error.name, ...frames].join('\n');
}

function asSyncError(error: unknown, signal: AbortSignal): SyncError | undefined {
  if (error instanceof SyncError) return error;
  if (signal.aborted) return new SyncError('STOPPED', String(signal.reason), undefined, error);
  if (error instanceof OrgRefusal) return new SyncError('ORG_REFUSES', error.errorCode, undefined, error);
  return isDiskFault(error) ? new SyncError('DISK', (error as Error).message, undefined, error) : undefined;
}
