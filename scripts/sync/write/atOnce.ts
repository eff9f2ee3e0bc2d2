/** Requests of which several are under way at a time. */
export interface Lanes {
  /** Starts `work` as soon as there is room. Throws what an earlier one has thrown, and starts nothing then. */
  readonly start: (work: () => Promise<void>) => Promise<void>;
  /** Waits until nothing is under way. Throws the first failure. */
  readonly idle: () => Promise<void>;
}

/**
 * Salesforce counts requests that run for 20 seconds or longer: 25 of them at once in a production org or a sandbox, 5 in a
 * Developer Edition (Salesforce Developer Limits and Allocations Quick Reference, Concurrent API Request Limits). An org that is
 * half as slow as that gets one request at a time.
 */
const SLOW_MS = 10_000;

/** `most`: how many at a time, while the org answers quickly. */
export function openLanes(most: number): Lanes {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let isSlow = false;

  function mustBeWell(): void {
    if (failures.length > 0) throw failures[0];
  }
  async function timed(work: () => Promise<void>): Promise<void> {
    const begun = performance.now();
    try {
      await work();
    } catch (error) {
      failures.push(error);
    }
    if (performance.now() - begun >= SLOW_MS) isSlow = true;
  }

  return {
    start: async (work) => {
      while (underWay.size >= (isSlow ? 1 : most)) await Promise.race(underWay);
      mustBeWell();
      const one = timed(work).then(() => {
        underWay.delete(one);
      });
      underWay.add(one);
    },
    idle: async () => {
      await Promise.all(underWay);
      mustBeWell();
    },
  };
}
