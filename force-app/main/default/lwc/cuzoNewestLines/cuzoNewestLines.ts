import asOf from '@salesforce/label/c.CuZo_Freshness';
import stale from '@salesforce/label/c.CuZo_Freshness_Stale';
import { fill, momentText } from 'c/cuzoFormat';
import { isStale, newestOf } from 'c/cuzoNewest';
import { ZONES } from 'c/cuzoZones';

/** How recent a zone's data is, in words. */
export interface NewestLine {
  readonly key: string;
  readonly words: string;
  readonly isStale: boolean;
}

/** A line for each of the zones with these codes of which the newest event is known. */
export function newestLines(data: unknown, codes: readonly string[]): readonly NewestLine[] {
  return ZONES.filter(({ code }) => codes.includes(code)).flatMap((zone) => {
    const newest = newestOf(data, zone);
    if (newest === null) return [];
    const words = fill(isStale(newest) ? stale : asOf, zone.name, momentText(newest));
    return [{ key: zone.code, words, isStale: isStale(newest) }];
  });
}
