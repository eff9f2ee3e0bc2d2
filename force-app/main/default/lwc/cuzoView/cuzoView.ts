import empty from '@salesforce/label/c.CuZo_Empty_View';
import foundLabel from '@salesforce/label/c.CuZo_Tab_Found';
import printFailed from '@salesforce/label/c.CuZo_Tab_Print_Failed';
import { fill } from 'c/cuzoFormat';
import type { ShownSection } from 'c/cuzoViewSection';
import { api, LightningElement } from 'lwc';
import { findItems } from './findItems';
import { firstSections } from './firstSections';
import { printView } from './printView';
import type { ShownView } from './shownView';

export type { ShownView } from './shownView';

/** A section on the page. `target` is the key of the item to jump to, in an object of its own for each jump. */
interface Part {
  readonly section: ShownSection;
  readonly open: boolean;
  readonly target: Jump | null;
}

interface Jump {
  readonly section: string;
  readonly item: string;
}

/** As many items as fill a tall screen, and then as many as are drawn without the page standing still. */
const FIRST_ITEMS = 100;
const MORE_ITEMS = 200;

/** The view of a policy, section by section, to read, fold, find in and print. */
export default class CuzoView extends LightningElement {
  /** Sections are closed until the agent opens them. */
  @api startFolded = false;
  /** Line under the view on paper. */
  @api footer: string | null = null;

  label = { empty };
  wanted = '';
  printStatus = '';
  isWholeOpen = true;
  private shown: ShownView | null = null;
  /** Keys of the sections that aren't as they started. */
  private turned: readonly string[] = [];
  private jump: Jump | null = null;
  private drawnItems = FIRST_ITEMS;
  private timer: number | undefined;

  @api
  get view(): ShownView | null {
    return this.shown;
  }
  set view(view: ShownView | null) {
    this.shown = view;
    this.drawnItems = FIRST_ITEMS;
  }

  /** Opens what the item stands in, and takes the reader to what Connect 360 holds instead of it. */
  @api
  showItem(section: string, item: string): void {
    this.wanted = '';
    this.drawnItems = Infinity;
    if (!this.isOpen(section)) this.turn(section);
    this.isWholeOpen = true;
    this.jump = { section, item };
  }

  /** The first ones are there at once, the others come in turns of their own, so that the page answers meanwhile. */
  override renderedCallback(): void {
    if (this.timer !== undefined || this.parts.length === this.allParts.length) return;
    this.timer = inTurn(() => {
      this.timer = undefined;
      this.drawnItems += MORE_ITEMS;
    });
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  get parts(): readonly Part[] {
    return firstSections(this.allParts, this.drawnItems);
  }

  get isEmpty(): boolean {
    return this.sections.length === 0;
  }

  get foundText(): string {
    if (!this.isFinding) return '';
    const count = this.found.reduce((sum, { items }) => sum + items.length, 0);
    return fill(foundLabel, String(count));
  }

  handleFind({ detail }: CustomEvent<string>): void {
    this.wanted = detail;
    this.jump = null;
  }

  handleFoldAll({ detail: open }: CustomEvent<boolean>): void {
    const keys = this.sections.map(({ key }) => key);
    this.turned = open === this.startFolded ? keys : [];
  }

  handleWhole({ detail }: CustomEvent<boolean>): void {
    this.isWholeOpen = detail;
  }

  handleFold(event: CustomEvent<boolean>): void {
    const { key = '' } = (event.currentTarget as HTMLElement).dataset;
    // What is opened and closed among the finds says nothing about the whole view.
    if (!this.isFinding && event.detail !== this.isOpen(key)) this.turn(key);
  }

  async handlePrint(): Promise<void> {
    const { paper } = this.refs as { paper: HTMLElement };
    this.printStatus = '';
    try {
      if (this.view !== null) await printView(paper, this.view, this.footer);
    } catch {
      this.printStatus = printFailed;
    }
  }

  /** What is found is open: a match in a closed section would be no find. */
  private get allParts(): readonly Part[] {
    if (this.isFinding) return this.found.map((section) => ({ section, open: true, target: null }));
    return this.sections.map((section) => ({
      section,
      open: this.isOpen(section.key),
      target: this.jump?.section === section.key ? this.jump : null,
    }));
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

  private turn(key: string): void {
    const others = this.turned.filter((turned) => turned !== key);
    this.turned = others.length < this.turned.length ? others : [...this.turned, key];
  }
}

/** Runs that when the browser has drawn and answered what came before. */
function inTurn(work: () => void): number {
  // Cleared when the view goes away; Lightning Web Security changes nothing of a time-out that is given a function.
  // eslint-disable-next-line @lwc/lwc/no-async-operation, @locker/locker/distorted-window-set-timeout
  return window.setTimeout(work);
}
