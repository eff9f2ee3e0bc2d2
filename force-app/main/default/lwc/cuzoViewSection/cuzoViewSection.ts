import emptySection from '@salesforce/label/c.CuZo_Empty_Section';
import { api, LightningElement } from 'lwc';

/** A label and its value, in the agent's language and formats. */
export interface ShownItem {
  readonly key: string;
  readonly label: string;
  /** For a cover, the text beside the sign. */
  readonly text: string;
  readonly sign?: 'check' | 'cross';
  /** For the agent only: the customer doesn't see it, so it isn't printed. */
  readonly isAdvice?: boolean;
  /** What Connect 360 holds instead, in words; left out when it is the same. */
  readonly difference?: string;
}

export interface ShownSection {
  readonly key: string;
  readonly heading: string;
  readonly items: readonly ShownItem[];
  /** The text for a section without items, when not the usual one. */
  readonly empty?: string;
}

interface Target {
  readonly item: string;
}

/**
 * A section of the view: labels and values in pairs, in two columns where there is room. Fires `fold` with whether it is
 * open now as its detail.
 */
export default class CuzoViewSection extends LightningElement {
  @api section: ShownSection | null = null;
  @api open: boolean | undefined;
  private goal: Target | null = null;

  /** The item whose difference gets the focus; a new object for each jump, so that the setter runs. */
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

  get hasDifferences(): boolean | undefined {
    return this.section?.items.some(({ difference }) => difference);
  }

  handleFold({ detail }: CustomEvent<boolean>): void {
    this.dispatchEvent(new CustomEvent('fold', { detail }));
  }

  /** A fold that is being opened draws its content only after this. */
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
