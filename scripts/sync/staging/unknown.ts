import type { UnknownValue } from '../events/unknownValue.ts';
import type { Staging } from './staging.ts';

/** How often a value was met, in events. */
export interface UnknownCount extends UnknownValue {
  readonly count: number;
}

/** A field that was mapped wrongly may hold a value a record: of each kind no more are told apart. */
const MOST_VALUES = 20;
const MOST_LETTERS = 80;
const OTHERS = 'others';

/** Gives a function that counts what an event has met. Many of them belong in one transaction. */
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

/** Forgets what planning has met: it is done anew. */
export function forgetUnknownBrands(staging: Staging): void {
  staging.exec("DELETE FROM unknown WHERE what IN ('brand', 'no brand')");
}

/** What the run has met, by kind, the most frequent first. */
export const unknownValues = (staging: Staging): readonly UnknownCount[] =>
  staging
    .prepare('SELECT what, value, count FROM unknown ORDER BY what, count DESC, value')
    .all()
    .map((row) => ({ ...row }) as unknown as UnknownCount);

/** The same for people and logs, one phrase each. */
export function unknownText({ what, value, count }: UnknownCount): string {
  const name = what === 'no brand' ? 'policies without a brand' : `${what} ${value}`;
  return `${name}: ${count} ${count === 1 ? 'event' : 'events'}`;
}
