/** How a part of a bar is drawn; css gives each its colour. */
export type Tone = 'main' | 'quiet' | 'second' | 'warning' | 'fault';

export interface Part {
  readonly tone: Tone;
  readonly value: number;
  /** Drawn to be seen however small it is. */
  readonly isAlwaysSeen?: boolean;
}

/** A bar of parts, the first of them at the bottom. */
export interface Bar {
  readonly key: string;
  readonly parts: readonly Part[];
}

/** A picture of stacked bars. */
export interface Chart {
  /** Text alternative. */
  readonly alt: string;
  readonly bars: readonly Bar[];
  readonly legend: readonly { readonly tone: Tone; readonly label: string }[];
  /** full: every bar is as high, its parts are shares. counts: the highest bar is full. */
  readonly scale: 'full' | 'counts';
  /** Below the first and the last bar. */
  readonly first: string;
  readonly last: string;
}

export interface Rectangle {
  readonly key: string;
  readonly className: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Units of the drawing, which is stretched to its place on the page. */
export const BAR_WIDTH = 10;
export const HEIGHT = 100;
const GAP = 2;
const LEAST_SEEN = 4;

/** The rectangles of the bars, from the left. */
export function rectangles({ bars, scale }: Pick<Chart, 'bars' | 'scale'>): readonly Rectangle[] {
  const highest = Math.max(1, ...bars.map(total));
  return bars.flatMap((bar, at) => barOf(bar, at, scale === 'full' ? Math.max(1, total(bar)) : highest));
}

const total = ({ parts }: Bar): number => parts.reduce((sum, { value }) => sum + value, 0);

function barOf({ key, parts }: Bar, at: number, whole: number): readonly Rectangle[] {
  const heights = parts.map(({ value, isAlwaysSeen }) => {
    const height = (value / whole) * HEIGHT;
    return value > 0 && isAlwaysSeen === true ? Math.max(height, LEAST_SEEN) : height;
  });
  // What was made higher is taken from the whole bar, so that no bar leaves the drawing.
  const shrink = Math.min(
    1,
    HEIGHT /
      Math.max(
        1,
        heights.reduce((sum, height) => sum + height, 0),
      ),
  );
  let y = HEIGHT;
  return parts.flatMap(({ tone, value }, part) => {
    const height = rounded((heights[part] ?? 0) * shrink);
    y = rounded(y - height);
    if (value === 0) return [];
    const x = at * BAR_WIDTH + GAP / 2;
    return [{ key: `${key} ${tone}`, className: `part ${tone}`, x, y, width: BAR_WIDTH - GAP, height }];
  });
}

const rounded = (number: number): number => Math.round(number * 100) / 100;
