/** A figure of the bench: what was measured, in milliseconds, over several tries, and the aim where there is one. */
export interface Figure {
  readonly name: string;
  readonly aimMs?: number;
  readonly triesMs: readonly number[];
}

const TRIES = 3;

/** Measures what `work` answers (milliseconds) three times. */
export async function measure(name: string, work: () => Promise<number>, aimMs?: number): Promise<Figure> {
  const triesMs: number[] = [];
  for (let count = 0; count < TRIES; count += 1) triesMs.push(await work());
  return { name, triesMs, ...(aimMs === undefined ? {} : { aimMs }) };
}

/** The middle one of the tries. */
export const median = ({ triesMs }: Figure): number =>
  [...triesMs].sort((a, b) => a - b)[Math.floor(triesMs.length / 2)] ?? Number.NaN;

const rounded = (value: number): string => `${Math.round(value)} ms`;

/** The figures as lines of text: median, least and most of the tries, aim. */
export function table(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures
    .map((figure) => {
      const [least, most] = [Math.min(...figure.triesMs), Math.max(...figure.triesMs)];
      const spread = `${rounded(median(figure)).padStart(8)}  (${rounded(least)} to ${rounded(most)})`;
      return `${figure.name.padEnd(width)}  ${spread}${figure.aimMs === undefined ? '' : `  aim ${rounded(figure.aimMs)}`}`;
    })
    .join('\n');
}
