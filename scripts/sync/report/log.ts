import { pino, type Logger } from 'pino';

export type Log = Logger;

const STDERR = 2;

/**
 * JSON lines on standard error. Nothing that is logged holds personal data: no names, addresses, e-mails, telephone
 * numbers or views, and customer numbers not at all. A terminal gets warnings only, its progress bar tells the rest.
 */
export function openLog(isTerminal: boolean, quiet: boolean): Log {
  const destination = pino.destination({ dest: STDERR, sync: true });
  // A log that nobody takes any more, or that has no space, ends no run.
  destination.on('error', () => undefined);
  return pino(
    { level: isTerminal || quiet ? 'warn' : 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  );
}
