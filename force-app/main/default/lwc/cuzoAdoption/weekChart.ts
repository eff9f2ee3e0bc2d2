import alt from '@salesforce/label/c.CuZo_Adoption_Weeks_Alt';
import { countOfWeek, lastWeeks, zoneFigures } from 'c/cuzoAdoptionFigures';
import type { Chart, Tone } from 'c/cuzoBars';
import { dayText, fill, numberText } from 'c/cuzoFormat';
import { MYPV, MYVIVIUM, ZONES, type Zone } from 'c/cuzoZones';

/** New registrations of a week, by zone in the order of ZONES. */
export interface Week {
  readonly monday: string;
  readonly day: string;
  readonly counts: readonly { readonly key: string; readonly count: number; readonly text: string }[];
}

const TONES: ReadonlyMap<Zone, Tone> = new Map([
  [MYPV, 'main'],
  [MYVIVIUM, 'second'],
]);

/** The weeks of the last 30 days, the oldest first. `now` is epoch milliseconds. */
export function weeksOf(figures: unknown, now: number): readonly Week[] {
  return lastWeeks(now).map((monday) => ({
    monday,
    day: dayText(monday),
    counts: ZONES.map((zone) => {
      const count = countOfWeek(zoneFigures(figures, zone)?.newByDay ?? new Map<string, number>(), monday);
      return { key: zone.code, count, text: numberText(count) };
    }),
  }));
}

export const sumOf = (weeks: readonly Week[]): number =>
  weeks.flatMap(({ counts }) => counts).reduce((sum, { count }) => sum + count, 0);

export function weekChart(weeks: readonly Week[]): Chart {
  const tone = (zone: Zone | undefined): Tone => (zone && TONES.get(zone)) ?? 'main';
  return {
    alt: fill(alt, numberText(sumOf(weeks))),
    scale: 'counts',
    bars: weeks.map(({ monday, counts }) => ({
      key: monday,
      parts: counts.map(({ count }, at) => ({ tone: tone(ZONES[at]), value: count })),
    })),
    legend: ZONES.map((zone) => ({ tone: tone(zone), label: zone.name })),
    first: weeks[0]?.day ?? '',
    last: weeks.at(-1)?.day ?? '',
  };
}
