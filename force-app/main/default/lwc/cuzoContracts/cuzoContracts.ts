import canView from '@salesforce/customPermission/CuZo_View';
import count from '@salesforce/label/c.CuZo_Contracts_Count';
import loading from '@salesforce/label/c.CuZo_Loading';
import more from '@salesforce/label/c.CuZo_Contracts_More';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import none from '@salesforce/label/c.CuZo_Contracts_None';
import title from '@salesforce/label/c.CuZo_Contracts_Title';
import VIEW from '@salesforce/schema/InsurancePolicy.CuZo_View__c';
import POLICY from '@salesforce/schema/InsurancePolicy';
import type { SchemaField } from '@salesforce/schema';
import { comparedFields, fieldsToCompare } from 'c/cuzoDifferences';
import { answerErrors, errorNotice } from 'c/cuzoErrors';
import { fill } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import {
  activePolicies,
  NO_PAGES,
  pageVariables,
  policiesOf,
  withPage,
  type ActivePolicy,
  type PolicyPages,
} from 'c/cuzoPolicies';
import { namedField, propertyNotice } from 'c/cuzoProperties';
import { documentOf, queryOf, rows, rowsOf, VALUE_AND_TEXT, type Row } from 'c/cuzoQuery';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { api, LightningElement, wire } from 'lwc';
import { contractLine, LINE_FIELDS, type ContractLine } from './contractLines';

/** Policies per screen; a button shows more. */
const STEP = 20;

/** The customer's active policies: whether the customer sees each, its documents and its differences. */
export default class CuzoContracts extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;
  /** API name of the policy's field that holds its brand. */
  @api brandField: string | undefined;

  /** Fields to compare besides the standard ones, as the tab has them: `start-date=EffectiveFromDate; ...`. */
  @api comparedFields: string | undefined;

  label = { title };
  private shownCount = STEP;
  private answer: GraphqlResult | undefined;
  private pages: PolicyPages = NO_PAGES;
  private views: ReadonlyMap<string, Row> = new Map();
  private held: ReadonlyMap<string, Row> = new Map();
  private urls: ReadonlyMap<string, string> = new Map();

  @wire(graphql, { query: '$query', variables: '$variables' })
  async handleAnswer(answer: GraphqlResult): Promise<void> {
    this.answer = answer;
    this.pages = withPage(this.pages, this.recordId, answer.data);
    await this.makeUrls();
  }

  /** When this fails, the list still shows everything but documents and differences. */
  @wire(graphql, { query: '$viewQuery' })
  handleViews({ data }: GraphqlResult): void {
    this.views = withRows(this.views, data);
  }

  /** A separate query, because it fails as a whole when a field that an admin named doesn't exist. */
  @wire(graphql, { query: '$heldQuery' })
  handleHeld({ data }: GraphqlResult): void {
    this.held = withRows(this.held, data);
  }

  get isVisible(): boolean {
    return canView === true;
  }

  get query(): GraphqlDocument | undefined {
    if (!this.isVisible || !this.recordId) return undefined;
    return documentOf(queryOf('CuzoContracts', [policiesOf(this.brand, LINE_FIELDS)]));
  }

  get variables(): Readonly<Record<string, unknown>> {
    return pageVariables(this.pages, this.recordId);
  }

  get viewQuery(): GraphqlDocument | undefined {
    const selection = this.missingFrom(this.views);
    if (selection === null) return undefined;
    return documentOf(queryOf('CuzoContractViews', [rowsOf(POLICY, [VIEW], selection)]));
  }

  get heldQuery(): GraphqlDocument | undefined {
    const selection = this.missingFrom(this.held);
    const fields = fieldsToCompare(this.compared.fields)
      .map((name) => namedField(POLICY, name))
      .filter((field) => field !== null);
    if (selection === null) return undefined;
    const rowsPart = rowsOf(POLICY, fields, selection, undefined, VALUE_AND_TEXT);
    return documentOf(queryOf('CuzoContractHeld', [rowsPart]));
  }

  get settingNotice(): Notice | null {
    return propertyNotice({
      fields: { 'Brand field': this.brandField },
      malformed: { 'Fields to compare': this.compared.malformed },
    });
  }

  get notice(): Notice | null {
    const errors = answerErrors(this.answer);
    if (errors !== null) return errorNotice(errors);
    if (this.answer?.data === undefined || !this.pages.isComplete)
      return { kind: 'loading', message: loading };
    if (this.policies === null) return { kind: 'info', message: noAccess };
    return this.policies.length === 0 ? { kind: 'info', message: none } : null;
  }

  get count(): string {
    return fill(count, String(this.policies?.length ?? 0));
  }

  get lines(): readonly (ContractLine & { readonly url: string | undefined })[] {
    return this.shown.map((policy) => ({
      ...contractLine(policy, {
        view: this.views.get(policy.id),
        held: this.held.get(policy.id),
        compared: this.compared.fields,
      }),
      url: this.urls.get(policy.id),
    }));
  }

  get more(): string | null {
    const left = (this.policies?.length ?? 0) - this.shownCount;
    return left <= 0 ? null : fill(more, String(Math.min(left, STEP)));
  }

  async handleMore(): Promise<void> {
    this.shownCount += STEP;
    await this.makeUrls();
  }

  private get brand(): SchemaField<'InsurancePolicy'> | null {
    return namedField(POLICY, this.brandField);
  }

  private get compared(): ReturnType<typeof comparedFields> {
    return comparedFields(this.comparedFields);
  }

  /** Selects the policies on the screen whose row hasn't been loaded; null when all have. */
  private missingFrom(known: ReadonlyMap<string, Row>): string | null {
    const wanted = this.shown.filter(({ id }) => !known.has(id)).slice(0, STEP);
    const ids = wanted.map(({ id }) => JSON.stringify(id)).join(', ');
    return ids === '' ? null : `first: ${STEP}, where: { Id: { in: [${ids}] } }`;
  }

  private get policies(): readonly ActivePolicy[] | null {
    return activePolicies(this.pages, this.brand);
  }

  private get shown(): readonly ActivePolicy[] {
    return (this.policies ?? []).slice(0, this.shownCount);
  }

  private async makeUrls(): Promise<void> {
    const made = await Promise.all(
      this.shown.map(async ({ id }) => {
        const attributes = { recordId: id, objectApiName: 'InsurancePolicy', actionName: 'view' };
        const url = await this[NavigationMixin.GenerateUrl]({ type: 'standard__recordPage', attributes });
        return [id, url] as const;
      }),
    );
    this.urls = new Map(made);
  }
}

function withRows(known: ReadonlyMap<string, Row>, data: unknown): ReadonlyMap<string, Row> {
  return new Map([...known, ...rows(data, POLICY).map((row) => [row.Id, row] as const)]);
}
