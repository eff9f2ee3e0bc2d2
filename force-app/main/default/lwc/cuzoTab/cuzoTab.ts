import canView from '@salesforce/customPermission/CuZo_View';
import invite from '@salesforce/label/c.CuZo_Tab_Invite';
import loading from '@salesforce/label/c.CuZo_Loading';
import ACCOUNT from '@salesforce/schema/Account';
import POLICY from '@salesforce/schema/InsurancePolicy';
import type { SchemaField } from '@salesforce/schema';
import { comparedFields, fieldsToCompare } from 'c/cuzoDifferences';
import { errorNotice } from 'c/cuzoErrors';
import { NEWEST_QUERY } from 'c/cuzoNewest';
import type { Notice } from 'c/cuzoNotice';
import { namedField, propertyNotice } from 'c/cuzoProperties';
import type CuzoView from 'c/cuzoView';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { getRecord, type RecordData, type WireResult } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import { customerFields } from './customerZone';
import { qualified } from './differences';
import { freshnessLine, staleNotices } from './freshness';
import { policySituation, type PolicySituation } from './policySituation';
import { POLICY_FIELDS } from './policyVisibility';

/** Shows exactly what the customer sees of a policy in the zone, or why they don't see it. */
export default class CuzoTab extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;
  /** Sections are closed until the agent opens them. */
  @api startFolded = false;
  /** API name of the policy's field that holds its brand. */
  @api brandField: string | undefined;
  /** API name of the account field for a deceased customer: a date of death, or a checkbox. */
  @api deceasedField: string | undefined;
  /** Fields to compare besides the standard ones: `start-date=EffectiveFromDate; ...`. */
  @api comparedFields: string | undefined;

  @wire(graphql, { query: '$newestQuery' })
  newest: GraphqlResult | undefined;

  label = { invite };
  customerUrl: string | null = null;
  situation: PolicySituation | null = null;
  private error: unknown;
  private areDifferencesShown = true;
  private areDocumentsShown = true;

  /** Whether differences from Connect 360 are marked. */
  @api
  get showDifferences(): boolean {
    return this.areDifferencesShown;
  }
  set showDifferences(show: boolean | undefined) {
    this.areDifferencesShown = show !== false;
  }

  /** Whether the customer's documents and the missing usual ones are listed. */
  @api
  get showDocuments(): boolean {
    return this.areDocumentsShown;
  }
  set showDocuments(show: boolean | undefined) {
    this.areDocumentsShown = show !== false;
  }

  @wire(getRecord, { recordId: '$visibleRecordId', optionalFields: '$fields' })
  handlePolicy({ data, error }: WireResult<RecordData>): void {
    this.error = error;
    this.situation = data === undefined ? null : policySituation(data, this);
    this.customerUrl = null;
    const customer = this.situation?.customerToInvite ?? null;
    if (customer !== null) this.linkTo(customer);
  }

  /** Without the permission nothing is queried. */
  get visibleRecordId(): string | undefined {
    return canView ? this.recordId : undefined;
  }

  get newestQuery(): GraphqlDocument | undefined {
    return canView ? NEWEST_QUERY : undefined;
  }

  get fields(): readonly (string | SchemaField)[] {
    const brand = namedField(POLICY, this.brandField);
    const deceased = namedField(ACCOUNT, this.deceasedField);
    const compared = fieldsToCompare(comparedFields(this.comparedFields).fields).map(qualified);
    return [
      ...POLICY_FIELDS,
      ...customerFields(deceased),
      ...(this.areDifferencesShown ? compared : []),
      ...(brand === null ? [] : [brand]),
    ];
  }

  get isVisible(): boolean {
    return canView === true;
  }

  get notices(): readonly Notice[] {
    const property = propertyNotice({
      fields: { 'Brand field': this.brandField, 'Deceased field': this.deceasedField },
      malformed: { 'Fields to compare': comparedFields(this.comparedFields).malformed },
    });
    return [...(property === null ? [] : [property]), ...this.stateNotices];
  }

  get isHidden(): boolean {
    return this.situation?.kind === 'hidden';
  }

  get zones(): readonly string[] {
    return this.situation?.zones.map(({ code }) => code) ?? [];
  }

  get freshness(): string | null {
    return this.situation === null ? null : freshnessLine(this.situation, this.newest?.data);
  }

  handleJump(event: Event): void {
    const { section = '', item = '' } = (event.currentTarget as HTMLElement).dataset;
    const { view } = this.refs as { view?: CuzoView };
    view?.showItem(section, item);
  }

  private get stateNotices(): readonly Notice[] {
    if (this.error) return [errorNotice(this.error)];
    if (this.situation === null) return [{ kind: 'loading', message: loading }];
    return [...this.situation.notices, ...staleNotices(this.situation, this.newest?.data)];
  }

  private linkTo(customer: string): void {
    const attributes = { recordId: customer, objectApiName: 'Account', actionName: 'view' };
    // Makes the invitation on the account page open on the policy's zone.
    const [zone, ...more] = this.zones;
    const state = zone === undefined || more.length > 0 ? {} : { c__zone: zone };
    const page = { type: 'standard__recordPage', attributes, state };
    this[NavigationMixin.GenerateUrl](page).then(
      (url) => {
        this.customerUrl = url;
      },
      (error: unknown) => {
        this.error = error;
      },
    );
  }
}
