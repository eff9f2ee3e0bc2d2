import { api, LightningElement } from 'lwc';

/** A label and its value, in the agent's language and formats. */
export interface ShownItem {
  readonly key: string;
  readonly label: string;
  /** For a cover the words that the check or cross stands for. */
  readonly text: string;
  readonly isCheck?: boolean;
  readonly isCross?: boolean;
  /** What Connect 360 holds instead, in words; left out when that is the same. */
  readonly difference?: string;
}

export interface ShownSection {
  readonly key: string;
  readonly heading: string;
  readonly items: readonly ShownItem[];
}

/**
 * A section of the view: labels and values in pairs, two columns where there is room. Fires `fold`, its detail: whether
 * it is open now.
 */
export default class CuzoViewSection extends LightningElement {
  @api section: ShownSection | null = null;
  @api open: boolean | undefined;

  handleFold({ detail }: CustomEvent<boolean>): void {
    this.dispatchEvent(new CustomEvent('fold', { detail }));
  }
}
