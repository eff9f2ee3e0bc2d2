import loading from '@salesforce/label/c.CuZo_Loading';
import more from '@salesforce/label/c.CuZo_Adoption_Gap_More';
import unnamed from '@salesforce/label/c.CuZo_Unnamed';
import ACCOUNT from '@salesforce/schema/Account';
import NAME from '@salesforce/schema/Account.Name';
import { isGapIn } from 'c/cuzoAdoptionFigures';
import { answerErrors, errorNotice } from 'c/cuzoErrors';
import { fill, numberText } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import { documentOf, nextPage, queryOf, rows, rowsOf, rowValue } from 'c/cuzoQuery';
import { ZONES } from 'c/cuzoZones';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { api, LightningElement, wire } from 'lwc';

interface Customer {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

/** As many as a screen holds. */
const PAGE = 50;

/**
 * The customers of a zone's gap by name. A list view can't filter accounts by their policies (Salesforce Help, "List view
 * filters": fields of the record only), so this list is the component's own.
 */
export default class CuzoGapList extends NavigationMixin(LightningElement) {
  /** Code of the zone. */
  @api zone = '';
  /** How many customers the gap has. */
  @api total = 0;
  /** Name of the list for screen readers. */
  @api heading = '';

  customers: readonly Customer[] = [];
  private answer: GraphqlResult | undefined;
  private after: string | null = null;
  private next: string | null = null;

  @wire(graphql, { query: '$query', variables: '$variables' })
  async handleAnswer(answer: GraphqlResult): Promise<void> {
    this.answer = answer;
    if (answer.data === undefined) return;
    this.next = nextPage(answer.data, ACCOUNT);
    const page = await Promise.all(
      rows(answer.data, ACCOUNT).map((row) => this.customer(row.Id, rowValue(row, NAME) ?? unnamed)),
    );
    // A page that arrives again, as after a change of a record, replaces its earlier rows.
    this.customers = [...new Map([...this.customers, ...page].map((one) => [one.id, one])).values()];
  }

  get query(): GraphqlDocument | undefined {
    const zone = ZONES.find(({ code }) => code === this.zone);
    if (zone === undefined) return undefined;
    const selection = `first: ${PAGE}, after: $after, where: { ${isGapIn(zone)} }, orderBy: { ${NAME.fieldApiName}: { order: ASC } }`;
    return documentOf(queryOf('CuzoGapList', [rowsOf(ACCOUNT, [NAME], selection)]));
  }

  get variables(): Readonly<Record<string, unknown>> {
    return { after: this.after };
  }

  get notice(): Notice | null {
    const errors = answerErrors(this.answer);
    if (errors !== null) return errorNotice(errors);
    return this.answer?.data === undefined && this.customers.length === 0
      ? { kind: 'loading', message: loading }
      : null;
  }

  get moreText(): string | null {
    if (this.next === null) return null;
    return fill(more, numberText(this.customers.length), numberText(this.total));
  }

  handleMore(): void {
    this.after = this.next;
  }

  private async customer(id: string, name: string): Promise<Customer> {
    const url = await this[NavigationMixin.GenerateUrl]({
      type: 'standard__recordPage',
      attributes: { recordId: id, objectApiName: ACCOUNT.objectApiName, actionName: 'view' },
    });
    return { id, name, url };
  }
}
