import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Frees what nothing refers to any more. */
export const collectGarbage = runInNewContext('gc') as () => void;

const TRIES = 100;

/**
 * Collects garbage until `measure` gives less than `limit` bytes, and gives the last measure. One collection doesn't
 * do: V8 frees the memory of buffers on a thread of its own, which a busy machine lets wait.
 */
export async function leastHeld(measure: () => number, limit: number): Promise<number> {
  for (let count = 1; count < TRIES; count += 1) {
    collectGarbage();
    if (measure() < limit) break;
    await delay(50);
  }
  return measure();
}
