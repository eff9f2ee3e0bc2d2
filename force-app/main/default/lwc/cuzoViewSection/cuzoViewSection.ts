import emptySection from '@salesforce/label/c.CuZo_Empty_Section';
import { api, LightningElement } from 'lwc';

/** A label and its value, in the agent's language and formats. */
export interface ShownItem {
  readonly key: string;
  readonly label: string;
  /** For a cover the words beside the check or cross. */
  readonly text: string;
  readonly isCheck?: boolean;
  readonly isCross?: boolean;
  /** Said to the agent: the customer doesn't see it, so it isn't printed. */
  readonly isAdvice?: boolean;
  /** What Connect 360 holds instead, in words; left out when that is the same. */
  readonly difference?: string;
}

export interface ShownSection {
  readonly key: string;
  readonly heading: string;
  readonly items: readonly ShownItem[];
  /** What to say when there are no items, other than that. */
  readonly empty?: string;
}

interface Target {
  readonly item: string;
}

/**
 * A section of the view: labels and values in pairs, two columns where there is room. Fires `fold`, its detail: whether
 * it is open now.
 */
export default class CuzoViewSection extends LightningElement {
  @api section: ShownSection | null = null;
  @api open: boolean | undefined;
  private goal: Target | null = null;

  /** The item whose difference is to be read, in an object of its own for each time. */
  @api
  get target(): Target | null {
    return this.goal;
  }
  set target(target: Target | null) {
    this.goal = target;
    this.reachGoal();
  }

  override renderedCallback(): void {
    this.reachGoal();
  }

  get empty(): string | null {
    if (this.section === null || this.section.items.length > 0) return null;
    return this.section.empty ?? emptySection;
  }

  handleFold({ detail }: CustomEvent<boolean>): void {
    this.dispatchEvent(new CustomEvent('fold', { detail }));
  }

  /** A fold that has just been told to open draws what is in it after this. */
  private reachGoal(): void {
    if (this.goal === null) return;
    queueMicrotask(() => {
      const marks = [...(this.template?.querySelectorAll<HTMLElement>('.difference') ?? [])];
      const mark = marks.find(({ dataset }) => dataset.key === this.goal?.item);
      if (mark === undefined) return;
      this.goal = null;
      mark.focus();
      mark.scrollIntoView({ block: 'center' });
    });
  }
}
