import { pino, type Logger } from 'pino';

export type Log = Logger;

const STDERR = 2;

/**
 * Logs JSON lines on standard error. Nothing logged holds personal data: no names, addresses, e-mails, telephone numbers,
 * views or customer numbers. A terminal gets warnings only, as it has the progress bar.
 */
export function openLog(isTerminal: boolean, quiet: boolean): Log {
  const destination = pino.destination({ dest: STDERR, sync: true });
  // A closed or full log must not end the run.
  destination.on('error', () => undefined);
  return pino(
    { level: isTerminal || quiet ? 'warn' : 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  );
}
