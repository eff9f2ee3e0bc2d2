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
    if (Math.floor(asked * share + 1e-9) <= given) return false;
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
