import type { CheckedEvent } from '../events/event.ts';
import type { Staging } from './staging.ts';

/** Checks a line that was checked before and must be faultless. */
export type CheckAgain = (bytes: Uint8Array) => CheckedEvent;

/** A known line as it came, and the hash of its view document. */
export interface KeptLine {
  readonly bytes: Uint8Array;
  readonly view: string | null;
}

/** Returns a function that sets or removes the view document of an event. */
export function viewSetter(staging: Staging): (n: number, document: string | null) => void {
  const set = staging.prepare('INSERT OR REPLACE INTO view (n, document) VALUES (?, ?)');
  const remove = staging.prepare('DELETE FROM view WHERE n = ?');
  return (n, document) => {
    if (document === null) remove.run(n);
    else set.run(n, document);
  };
}

/** Returns a function that reads the known line of an event. */
export function lineReader(staging: Staging): (n: number) => KeptLine {
  const find = staging.prepare('SELECT bytes, view FROM line WHERE n = ?');
  return (n) => find.get(n) as unknown as KeptLine;
}

/**
 * Returns a function that stages the data and the view of an event whose line is known, as if the line had been read for the
 * first time.
 */
export function dataReader(staging: Staging, check: CheckAgain): (n: number) => void {
  const read = lineReader(staging);
  const save = staging.prepare('UPDATE event SET data = ? WHERE n = ?');
  const drop = staging.prepare('DELETE FROM line WHERE n = ?');
  const setView = viewSetter(staging);
  return (n) => {
    const { data, view } = check(read(n).bytes);
    save.run(JSON.stringify(data), n);
    setView(n, view);
    drop.run(n);
  };
}
