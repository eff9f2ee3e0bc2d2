import empty from '@salesforce/label/c.CuZo_Empty_View';
import foundLabel from '@salesforce/label/c.CuZo_Tab_Found';
import printFailed from '@salesforce/label/c.CuZo_Tab_Print_Failed';
import { fill } from 'c/cuzoFormat';
import type { ShownSection } from 'c/cuzoViewSection';
import { api, LightningElement } from 'lwc';
import { printView } from './printView';
import { findItems, firstSections, type ShownView } from './shownView';

export type { ShownView } from './shownView';

/**
 * A section on the page. `target` has the key of the item to jump to; it is a new object for each jump, so that the section
 * notices.
 */
interface Part {
  readonly section: ShownSection;
  readonly open: boolean;
  readonly target: Jump | null;
}

interface Jump {
  readonly section: string;
  readonly item: string;
}

/** Items drawn at first, enough for a tall screen, and then as many per step as don't block the page. */
const FIRST_ITEMS = 100;
const MORE_ITEMS = 200;

/** The view of a policy, section by section, to read, fold, search and print. */
export default class CuzoView extends LightningElement {
  /** Sections are closed until the agent opens them. */
  @api startFolded = false;
  /** Line below the printed view. */
  @api footer: string | null = null;

  label = { empty };
  wanted = '';
  printStatus = '';
  isWholeOpen = true;
  private shown: ShownView | null = null;
  /** Keys of the sections whose fold state was changed. */
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

  /** Opens the item's section and moves the focus to its difference. */
  @api
  showItem(section: string, item: string): void {
    this.wanted = '';
    this.drawnItems = Infinity;
    if (!this.isOpen(section)) this.turn(section);
    this.isWholeOpen = true;
    this.jump = { section, item };
  }

  /** The first sections are drawn at once and the others step by step, so that the page stays responsive. */
  override renderedCallback(): void {
    clearTimeout(this.timer);
    const all = this.allParts;
    if (firstSections(all, this.drawnItems).length === all.length) return;
    this.timer = inTurn(() => {
      this.drawnItems += MORE_ITEMS;
    });
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  get parts(): readonly Part[] {
    return firstSections(this.allParts, this.drawnItems);
  }

  get isEmpty(): boolean {
    return this.sections.length === 0;
  }

  get foundText(): string {
    if (!this.isFinding) return '';
    return fill(foundLabel, String(this.found.flatMap(({ items }) => items).length));
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
    // Folding among search results doesn't concern the whole view.
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

  /** Search results are open: a match in a closed section couldn't be seen. */
  private get allParts(): readonly Part[] {
    if (this.isFinding) return this.found.map((section) => ({ section, open: true, target: null }));
    const { jump } = this;
    return this.sections.map((section) => ({
      section,
      open: this.isOpen(section.key),
      target: jump?.section === section.key ? jump : null,
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

/** Runs `work` once the browser has drawn and handled what came before. */
function inTurn(work: () => void): number {
  // Cleared when the view goes away; Lightning Web Security changes nothing of a time-out that is given a function.
  // eslint-disable-next-line @lwc/lwc/no-async-operation, @locker/locker/distorted-window-set-timeout
  return window.setTimeout(work);
}
