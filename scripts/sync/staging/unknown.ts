import type { UnknownValue } from '../events/unknownValue.ts';
import type { Staging } from './staging.ts';

/** How many events have a value. */
export interface UnknownCount extends UnknownValue {
  readonly count: number;
}

/**
 * A field that was mapped wrongly may have another value on every record: no more values of a kind than these are told
 * apart.
 */
const MOST_VALUES = 20;
const MOST_LETTERS = 80;
const OTHERS = 'others';

/** Returns a function that counts an unknown value. Call it many times within one transaction. */
export function unknownCounter(staging: Staging): (met: UnknownValue, count?: number) => void {
  const isKnown = staging.prepare('SELECT 1 FROM unknown WHERE what = ? AND value = ?');
  const values = staging.prepare('SELECT count(*) AS count FROM unknown WHERE what = ?');
  const add = staging.prepare(
    `INSERT INTO unknown VALUES (?, ?, ?) ON CONFLICT (what, value) DO UPDATE SET count = count + excluded.count`,
  );
  return ({ what, value }, count = 1) => {
    const told = value.slice(0, MOST_LETTERS);
    const isFull = !isKnown.get(what, told) && Number(values.get(what)?.count) >= MOST_VALUES;
    add.run(what, isFull ? OTHERS : told, count);
  };
}

/** Deletes the counts that come from planning, before planning again. */
export function forgetUnknownBrands(staging: Staging): void {
  staging.exec("DELETE FROM unknown WHERE what IN ('brand', 'no brand')");
}

/** The unknown values of the run, by kind, the most frequent first. */
export const unknownValues = (staging: Staging): readonly UnknownCount[] =>
  staging
    .prepare('SELECT what, value, count FROM unknown ORDER BY what, count DESC, value')
    .all()
    .map((row) => ({ ...row }) as unknown as UnknownCount);

/** An unknown value for people and logs, as a phrase. */
export function unknownText({ what, value, count }: UnknownCount): string {
  const name = what === 'no brand' ? 'policies without a brand' : `${what} ${value}`;
  return `${name}: ${count} ${count === 1 ? 'event' : 'events'}`;
}
