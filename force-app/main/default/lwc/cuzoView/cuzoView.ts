import foundLabel from '@salesforce/label/c.CuZo_Tab_Found';
import { fill } from 'c/cuzoFormat';
import type { ShownSection } from 'c/cuzoViewSection';
import { api, LightningElement } from 'lwc';
import { findItems } from './findItems';
import { printView } from './printView';

/** A view in the agent's language and formats, in the zone's own order. */
export interface ShownView {
  readonly title: string;
  readonly product: string | null;
  readonly sections: readonly ShownSection[];
}

/** A section on the page. */
interface Part {
  readonly section: ShownSection;
  readonly open: boolean;
}

/** The view of a policy, section by section, to read, fold, find in and print. */
export default class CuzoView extends LightningElement {
  @api view: ShownView | null = null;
  /** Sections are closed until the agent opens them. */
  @api startFolded = false;
  /** Line under the view on paper. */
  @api footer: string | null = null;

  private wanted = '';
  /** Keys of the sections that aren't as they started. */
  private turned: readonly string[] = [];

  /** What is found is open: a match in a closed section would be no find. */
  get parts(): readonly Part[] {
    if (this.isFinding) return this.found.map((section) => ({ section, open: true }));
    return this.sections.map((section) => ({ section, open: this.isOpen(section.key) }));
  }

  get foundText(): string {
    if (!this.isFinding) return '';
    const count = this.found.reduce((sum, { items }) => sum + items.length, 0);
    return fill(foundLabel, String(count));
  }

  handleFind({ detail }: CustomEvent<string>): void {
    this.wanted = detail;
  }

  handleFoldAll({ detail: open }: CustomEvent<boolean>): void {
    const keys = this.sections.map(({ key }) => key);
    this.turned = open === this.startFolded ? keys : [];
  }

  handleFold(event: CustomEvent<boolean>): void {
    const { key = '' } = (event.currentTarget as HTMLElement).dataset;
    const others = this.turned.filter((turned) => turned !== key);
    // What is opened and closed among the finds says nothing about the whole view.
    if (!this.isFinding) this.turned = event.detail === this.startFolded ? [...others, key] : others;
  }

  handlePrint(): void {
    const { paper } = this.refs as { paper: HTMLElement };
    if (this.view !== null) printView(paper, this.view, this.footer);
  }

  private get isFinding(): boolean {
    return this.wanted.trim() !== '';
  }

  private get found(): readonly ShownSection[] {
    return findItems(this.sections, this.wanted);
  }

  private get sections(): readonly ShownSection[] {
    return this.view?.sections ?? [];
  }

  private isOpen(key: string): boolean {
    return this.turned.includes(key) === this.startFolded;
  }
}
