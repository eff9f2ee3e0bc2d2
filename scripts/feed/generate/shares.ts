/** Shares of the snapshot's events, 0 to 1 each and together; the rest is the same as yesterday. */
export interface Shares {
  /** Events that change something in the org. */
  readonly changed: number;
  /** Lines that break the contract. */
  readonly bad: number;
  /** Events that end as duplicate, superseded, late, foreign, unmatched, ambiguous or failed. */
  readonly edgeCases: number;
}

const SHARE_NAMES = ['changed', 'bad', 'edgeCases'] as const satisfies readonly (keyof Shares)[];

/** A share that isn't given, where the given ones leave room for it. */
const DEFAULT_SHARE = 0.01;

/** What 0.1 and its like lack to their decimal value. */
const ROUNDING = 1e-9;

/**
 * A share as it is given: `1%`, or a part of one such as `0.01`. Throws RangeError when it is none: `1` is all events and not
 * one percent, so that a number above 1 needs its sign.
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
 * All shares when some are given: each other one is 1 %, or an equal part of what the given ones leave. Throws RangeError when
 * the given ones are more than all events.
 */
export function allShares(given: Readonly<Partial<Shares>>): Shares {
  const rest = SHARE_NAMES.reduce((left, name) => left - (given[name] ?? 0), 1);
  if (rest < -ROUNDING) throw new RangeError(`together they are ${percent(1 - rest)} of the events`);
  const missing = SHARE_NAMES.filter((name) => given[name] === undefined).length;
  const other = Math.min(DEFAULT_SHARE, Math.max(0, rest) / missing);
  const { changed = other, bad = other, edgeCases = other } = given;
  return { changed, bad, edgeCases };
}

/** A share in percent, as people read it. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(4))} %`;

/**
 * Gives a function that says yes to a share (0 to 1) of those who ask, evenly spread and exact to one: of 1,000 calls
 * with 0.01 ten get a yes.
 */
export function everyShare(share: number): () => boolean {
  let asked = 0;
  let given = 0;
  return () => {
    asked += 1;
    // What the product lacks to a whole number through rounding alone must not cost a yes.
    if (Math.floor(asked * share + ROUNDING) <= given) return false;
    given += 1;
    return true;
  };
}

/** Gives a function that takes the things of a list in turn. */
export function inTurn<T>(list: readonly T[]): () => T {
  let taken = 0;
  return () => {
    const one = list[taken % list.length] as T;
    taken += 1;
    return one;
  };
}
