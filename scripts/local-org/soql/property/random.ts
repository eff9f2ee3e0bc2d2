/** The value, or an error when it is undefined. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a value of the test is missing');
  return value;
}

/** A random generator that repeats itself for the same seed. */
export interface Random {
  /** An integer from 0 up to, but not including, `below`. */
  readonly below: (below: number) => number;
  /** True with that probability, 0 to 1. */
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** `count` different ones of them, in their order. */
  readonly some: <T>(from: readonly T[], count: number) => readonly T[];
}

/** The generator "mulberry32". */
export function randomFrom(seed: number): Random {
  let state = seed;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => present(from[below(from.length)]);
  return {
    below,
    chance: (share) => next() < share,
    pick,
    some: (from, count) => {
      const chosen = new Set<number>();
      while (chosen.size < Math.min(count, from.length)) chosen.add(below(from.length));
      return from.filter((_each, index) => chosen.has(index));
    },
  };
}
