import { api, LightningElement } from 'lwc';

/** A label and its value, in the agent's language and formats. */
export interface ShownItem {
  readonly key: string;
  readonly label: string;
  /** For a cover the words that the check or cross stands for. */
  readonly text: string;
  /** `utility:check` or `utility:close`, for a cover. */
  readonly icon?: string;
}

export interface ShownSection {
  readonly key: string;
  readonly heading: string;
  readonly items: readonly ShownItem[];
}

/** A section of the view: labels and values in pairs, two columns where there is room. */
export default class CuzoViewSection extends LightningElement {
  @api section: ShownSection | null = null;
}
