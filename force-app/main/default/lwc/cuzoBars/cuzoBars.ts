import { api, LightningElement } from 'lwc';
import { BAR_WIDTH, HEIGHT, rectangles, type Chart, type Rectangle } from './drawing';

export type { Bar, Chart, Part, Tone } from './drawing';

/** Fewer bars leave room on the right: one alone would be a wall. */
const LEAST_BARS = 5;

/** A picture of stacked bars with its legend. What it shows has to stand in a table as well. */
export default class CuzoBars extends LightningElement {
  @api chart: Chart | null = null;

  get rectangles(): readonly Rectangle[] {
    return this.chart === null ? [] : rectangles(this.chart);
  }

  get viewBox(): string {
    return `0 0 ${Math.max(LEAST_BARS, this.chart?.bars.length ?? 0) * BAR_WIDTH} ${HEIGHT}`;
  }

  /** Below the last bar, where that is at the right. */
  get last(): string {
    return this.chart !== null && this.chart.bars.length >= LEAST_BARS ? this.chart.last : '';
  }

  get legend(): readonly { readonly label: string; readonly className: string }[] {
    return (this.chart?.legend ?? []).map(({ tone, label }) => ({ label, className: `swatch ${tone}` }));
  }
}
