/** Shares of the snapshot's events, 0 to 1 each and in sum; the rest is the same as yesterday. */
export interface Shares {
  /** Events that change something in the org. */
  readonly changed: number;
  /** Rejected lines. */
  readonly bad: number;
  /** Events that end as duplicate, superseded, late, foreign, unmatched, ambiguous or failed. */
  readonly edgeCases: number;
}

const SHARE_NAMES = ['changed', 'bad', 'edgeCases'] as const satisfies readonly (keyof Shares)[];

/** A share that isn't given, as far as the given ones leave room for it. */
const DEFAULT_SHARE = 0.01;

/** More than the binary rounding of decimals such as 0.1 adds up to. */
const ROUNDING = 1e-9;

/**
 * Parses a share: `1%`, or a fraction such as `0.01`. Throws RangeError for anything else. `1` means all events and not one
 * percent, so numbers above 1 need the percent sign.
 */
export function parseShare(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  if (!match) throw new RangeError('Give a share such as 1% or 0.01.');
  const number = Number(match[1]);
  const share = match[2] === '%' ? number / 100 : number;
  if (share <= 1) return share;
  throw new RangeError(
    match[2] === '%'
      ? 'That is more than all events (100%).'
      : `That is more than all events (1). Give ${text}% for ${text} in a hundred.`,
  );
}

/**
 * Completes the given shares: each of the others is 1 %, or an equal part of what the given ones leave. Throws RangeError
 * when the given ones add up to more than all events.
 */
export function allShares(given: Readonly<Partial<Shares>>): Shares {
  const rest = SHARE_NAMES.reduce((left, name) => left - (given[name] ?? 0), 1);
  if (rest < -ROUNDING) throw new RangeError(`together they are ${percent(1 - rest)} of the events`);
  const missing = SHARE_NAMES.filter((name) => given[name] === undefined).length;
  const other = Math.min(DEFAULT_SHARE, Math.max(0, rest) / missing);
  const { changed = other, bad = other, edgeCases = other } = given;
  return { changed, bad, edgeCases };
}

/** A share as a percentage, for people. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(4))} %`;

/**
 * Returns a function that returns true for a share (0 to 1) of its calls, evenly spread and exact to one: ten times in 1,000
 * calls for 0.01.
 */
export function everyShare(share: number): () => boolean {
  let asked = 0;
  let given = 0;
  return () => {
    asked += 1;
    // The product may be just below a whole number through rounding alone.
    if (Math.floor(asked * share + ROUNDING) <= given) return false;
    given += 1;
    return true;
  };
}

/** Returns a function that returns the elements of a list in turn. */
export function inTurn<T>(list: readonly T[]): () => T {
  let taken = 0;
  return () => {
    const one = list[taken % list.length] as T;
    taken += 1;
    return one;
  };
}
