/** A figure of the bench: what was measured, in several tries, and its upper or lower limit. */
export interface Figure {
  readonly name: string;
  /** `ms`, `s`, `MB`, `rows/s`, `calls`; `times` of a ratio. */
  readonly unit: string;
  readonly tries: readonly number[];
  readonly aim?: Aim;
}

export type Aim = { readonly atMost: number } | { readonly atLeast: number };

/** Figures that belong together: `npm run bench -- <name>` measures them alone. */
export interface Section {
  readonly name: string;
  /** About what the full size takes on two idle cores, its data included. */
  readonly minutes: number;
  readonly gb: number;
  /** `scale`: 1 for the full size; less for a quick try. `tries`: how often what takes long is measured. */
  readonly measure: (scale: number, tries: number) => Promise<readonly Figure[]>;
}

/** How often a figure is measured unless the user says otherwise. */
export const TRIES = 3;

/** Measures the milliseconds that `work` returns, three times; they should be at most `aimMs`. */
export async function measure(name: string, work: () => Promise<number>, aimMs?: number): Promise<Figure> {
  const tries: number[] = [];
  for (let count = 0; count < TRIES; count += 1) tries.push(await work());
  return { name, unit: 'ms', tries, ...(aimMs === undefined ? {} : { aim: { atMost: aimMs } }) };
}

/** The median of the tries. */
export const median = ({ tries }: Pick<Figure, 'tries'>): number =>
  [...tries].sort((a, b) => a - b)[Math.floor(tries.length / 2)] ?? Number.NaN;

/** Whether the median meets the aim; true without one. */
export function isMet(figure: Figure): boolean {
  const { aim } = figure;
  if (aim === undefined) return true;
  return 'atMost' in aim ? median(figure) <= aim.atMost : median(figure) >= aim.atLeast;
}

const DECIMALS: Readonly<Record<string, number>> = { times: 2, s: 1 };

/** Ratios with two decimals, seconds with one, everything else rounded. */
const shown = (value: number, unit: string): string => `${value.toFixed(DECIMALS[unit] ?? 0)} ${unit}`;

function aimText({ aim, unit }: Figure): string {
  if (aim === undefined) return '';
  return 'atMost' in aim ? `at most ${shown(aim.atMost, unit)}` : `at least ${shown(aim.atLeast, unit)}`;
}

/** The figures as text: median, minimum and maximum, aim, and whether it is missed. */
export function table(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures
    .map((figure) => {
      const { name, unit, tries } = figure;
      const spread =
        tries.length > 1 ? `(${shown(Math.min(...tries), unit)} to ${shown(Math.max(...tries), unit)})` : '';
      const columns = [
        name.padEnd(width),
        shown(median(figure), unit).padStart(14),
        spread.padEnd(28),
        aimText(figure),
        isMet(figure) ? '' : 'MISSED',
      ];
      return columns.join('  ').trimEnd();
    })
    .join('\n');
}
