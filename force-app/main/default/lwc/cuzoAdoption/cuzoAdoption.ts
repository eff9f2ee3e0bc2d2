import canView from '@salesforce/customPermission/CuZo_View';
import asTable from '@salesforce/label/c.CuZo_As_Table';
import hint from '@salesforce/label/c.CuZo_Adoption_Hint';
import loading from '@salesforce/label/c.CuZo_Loading';
import none from '@salesforce/label/c.CuZo_Adoption_None';
import noneNext from '@salesforce/label/c.CuZo_Adoption_None_Next';
import title from '@salesforce/label/c.CuZo_Adoption_Title';
import unknown from '@salesforce/label/c.CuZo_Adoption_Unknown';
import week from '@salesforce/label/c.CuZo_Adoption_Week';
import weeksLabel from '@salesforce/label/c.CuZo_Adoption_Weeks';
import weeksNone from '@salesforce/label/c.CuZo_Adoption_Weeks_None';
import ACCOUNT from '@salesforce/schema/Account';
import { FIGURES_QUERY, GAPS_QUERY, unknownCount } from 'c/cuzoAdoptionFigures';
import type { Chart } from 'c/cuzoBars';
import { answerErrors, errorNotice } from 'c/cuzoErrors';
import { fill, numberText } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import { ZONES } from 'c/cuzoZones';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, wire } from 'lwc';
import { sumOf, weekChart, weeksOf, type Week } from './weekChart';
import { listsOf, zoneCard, type NumberLink, type ZoneCard } from './zoneCard';

/** A card with the state of its gap. */
interface ShownCard extends Omit<ZoneCard, 'links'> {
  readonly links: readonly (NumberLink & { readonly url: string })[];
  readonly isOpen: boolean;
  readonly expanded: 'true' | 'false';
}

const UNKNOWN_LIST = 'CuZo_Nothing_Known';

/** How many of the agent's customers are registered, who is missing and who is new. Each number opens its list. */
export default class CuzoAdoption extends NavigationMixin(LightningElement) {
  label = { asTable, hint, title, week, weeksLabel, weeksNone };
  zoneNames = ZONES.map(({ name }) => name);

  figuresQuery: GraphqlDocument | undefined = canView === true ? FIGURES_QUERY : undefined;
  gapsQuery: GraphqlDocument | undefined = canView === true ? GAPS_QUERY : undefined;
  private figures: GraphqlResult | undefined;
  private gaps: GraphqlResult | undefined;
  /** Codes of the zones whose gap is listed. */
  private opened: readonly string[] = [];

  /** Name of a list view -> its address. */
  private urls: Readonly<Record<string, string>> = {};

  override connectedCallback(): void {
    const lists = [...ZONES.flatMap(listsOf), UNKNOWN_LIST];
    Promise.all(lists.map((list) => this.listUrl(list))).then(
      (urls) => {
        this.urls = Object.fromEntries(lists.map((list, at) => [list, urls[at] ?? '']));
      },
      () => undefined,
    );
  }

  @wire(graphql, { query: '$figuresQuery' })
  handleFigures(answer: GraphqlResult): void {
    if (isAnswer(answer)) this.figures = answer;
  }

  @wire(graphql, { query: '$gapsQuery' })
  handleGaps(answer: GraphqlResult): void {
    if (isAnswer(answer)) this.gaps = answer;
  }

  get isVisible(): boolean {
    return canView === true;
  }

  get notice(): Notice | null {
    const errors = answerErrors(this.figures);
    if (errors !== null) return errorNotice(errors);
    if (this.figures === undefined) return { kind: 'loading', message: loading };
    const isEmpty = this.cards.every((card) => card.share === null);
    return isEmpty ? { kind: 'info', message: none, hint: noneNext } : null;
  }

  /** What could not be counted, beside what could. */
  get gapsNotice(): Notice | null {
    const errors = answerErrors(this.gaps);
    return errors === null ? null : errorNotice(errors);
  }

  get cards(): readonly ShownCard[] {
    return ZONES.flatMap((zone) => {
      const card = zoneCard(zone, this.figures?.data, this.gaps?.data);
      if (card === null) return [];
      // An opened gap may be empty, or not be known any more, once it is counted again.
      const isOpen = this.opened.includes(zone.code) && (card.gap?.count ?? 0) > 0;
      const links = card.links.map((link) => ({ ...link, url: this.urls[link.list] ?? '' }));
      return [{ ...card, links, isOpen, expanded: isOpen ? ('true' as const) : ('false' as const) }];
    });
  }

  get unknownWords(): string | null {
    const count = unknownCount(this.figures?.data) ?? 0;
    return count === 0 ? null : fill(unknown, numberText(count));
  }

  get unknownUrl(): string {
    return this.urls[UNKNOWN_LIST] ?? '';
  }

  get weeks(): readonly Week[] {
    return weeksOf(this.figures?.data, Date.now());
  }

  get hasNew(): boolean {
    return sumOf(this.weeks) > 0;
  }

  get chart(): Chart {
    return weekChart(this.weeks);
  }

  handleGap(event: Event): void {
    const { zone = '' } = (event.currentTarget as HTMLElement).dataset;
    const others = this.opened.filter((code) => code !== zone);
    this.opened = others.length < this.opened.length ? others : [...this.opened, zone];
  }

  private listUrl(filterName: string): Promise<string> {
    return this[NavigationMixin.GenerateUrl]({
      type: 'standard__objectPage',
      attributes: { objectApiName: ACCOUNT.objectApiName, actionName: 'list' },
      state: { filterName },
    });
  }
}

/** A wire first emits a result with neither data nor errors. */
const isAnswer = (answer: GraphqlResult): boolean =>
  answer.data !== undefined || answerErrors(answer) !== null;
