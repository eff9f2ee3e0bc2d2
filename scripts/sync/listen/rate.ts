const MINUTE_MS = 60_000;
/** The requests of so many seconds may come at once. */
const BURST_SECONDS = 10;

/**
 * Counts requests against a rate, as a bucket that fills evenly. `take` returns the seconds until the next request is taken;
 * 0 when this one is. `now`: milliseconds, of any clock.
 */
export function rateLimit(perMinute: number, now: () => number): { readonly take: () => number } {
  const [perMs, size] = [perMinute / MINUTE_MS, Math.max(1, (perMinute / 60) * BURST_SECONDS)];
  let [held, at] = [size, now()];
  return {
    take: () => {
      const time = now();
      held = Math.min(size, held + (time - at) * perMs);
      at = time;
      if (held < 1) return (1 - held) / perMs / 1000;
      held -= 1;
      return 0;
    },
  };
}
