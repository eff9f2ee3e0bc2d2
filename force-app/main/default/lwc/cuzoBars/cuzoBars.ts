import { api, LightningElement } from 'lwc';
import { BAR_WIDTH, HEIGHT, rectangles, type Chart, type Rectangle } from './drawing';

export type { Bar, Chart, Part, Tone } from './drawing';

/** A picture of stacked bars with its legend. What it shows has to stand in a table as well. */
export default class CuzoBars extends LightningElement {
  @api chart: Chart | null = null;

  get rectangles(): readonly Rectangle[] {
    return this.chart === null ? [] : rectangles(this.chart);
  }

  get viewBox(): string {
    return `0 0 ${Math.max(1, this.chart?.bars.length ?? 0) * BAR_WIDTH} ${HEIGHT}`;
  }

  get legend(): readonly { readonly label: string; readonly className: string }[] {
    return (this.chart?.legend ?? []).map(({ tone, label }) => ({ label, className: `swatch ${tone}` }));
  }
}
