/** A stream of random numbers that depends on the seed and on its purpose, never on what was drawn before. */
export interface Random {
  /** Starts the stream of one thing: `of` separates customers from policies, `index` one from the next. */
  readonly start: (of: number, index: number) => void;
  /** From 0 up to, but not including, 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
}

const GOLDEN = 0x9e3779b9;

/** The finalizer of MurmurHash3, which turns neighbouring numbers into unrelated ones. */
function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Returns a seeded random stream (Mulberry32: fast, and good enough for sample data). */
export function openRandom(seed: number): Random {
  let state = mixed(seed);

  function start(of: number, index: number): void {
    state = mixed(mixed(mixed(seed + GOLDEN) ^ of) ^ index);
  }
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  return { start, next, int, pick, chance: (share) => next() < share };
}
