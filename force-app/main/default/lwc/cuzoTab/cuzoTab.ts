import canView from '@salesforce/customPermission/CuZo_View';
import asOfLabel from '@salesforce/label/c.CuZo_As_Of';
import invite from '@salesforce/label/c.CuZo_Tab_Invite';
import loading from '@salesforce/label/c.CuZo_Loading';
import POLICY from '@salesforce/schema/InsurancePolicy';
import type { SchemaField } from '@salesforce/schema';
import { errorNotice } from 'c/cuzoErrors';
import { fill, momentText } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import { namedField, propertyNotice } from 'c/cuzoProperties';
import type { ShownView } from 'c/cuzoView';
import { NavigationMixin } from 'lightning/navigation';
import { getRecord, type RecordData, type WireResult } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import { CUSTOMER_FIELDS } from './customerZone';
import { comparedFields, fieldsToCompare } from './differences';
import { policySituation, type PolicySituation } from './policySituation';
import { POLICY_FIELDS } from './policyWord';

/** Shows of a policy exactly what the customer reads in the zone, or why they don't see it. */
export default class CuzoTab extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;
  /** Sections are closed until the agent opens them. */
  @api startFolded = false;
  /** API name of the policy's field that holds its brand. */
  @api brandField: string | undefined;
  /** Fields to compare besides the standard ones: `start-date=EffectiveFromDate; ...`. */
  @api comparedFields: string | undefined;

  label = { invite };
  customerUrl: string | null = null;
  private situation: PolicySituation | null = null;
  private error: unknown;
  private areDifferencesShown = true;
  private areDocumentsShown = true;

  /** Marks what Connect 360 holds differently. */
  @api
  get showDifferences(): boolean {
    return this.areDifferencesShown;
  }
  set showDifferences(show: boolean | undefined) {
    this.areDifferencesShown = show !== false;
  }

  /** Lists the customer's documents and the usual ones that aren't there. */
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

  /** Without the permission nothing is asked for either. */
  get visibleRecordId(): string | undefined {
    return canView ? this.recordId : undefined;
  }

  get fields(): readonly (string | SchemaField)[] {
    const brand = namedField(POLICY, this.brandField);
    return [
      ...POLICY_FIELDS,
      ...CUSTOMER_FIELDS,
      ...(this.areDifferencesShown ? fieldsToCompare(comparedFields(this.comparedFields)) : []),
      ...(brand === null ? [] : [brand]),
    ];
  }

  get isVisible(): boolean {
    return canView === true;
  }

  get notices(): readonly Notice[] {
    const property = propertyNotice({ fields: { 'Brand field': this.brandField } });
    return [...(property === null ? [] : [property]), ...this.stateNotices];
  }

  get view(): ShownView | null {
    return this.situation?.view ?? null;
  }

  get missing(): string | null {
    return this.situation?.missing ?? null;
  }

  get isHidden(): boolean {
    return this.situation?.kind === 'hidden';
  }

  get isNothingKnown(): boolean {
    return this.situation?.kind === 'nothing-known';
  }

  get zones(): readonly string[] {
    return this.situation?.zones ?? [];
  }

  get asOf(): string | null {
    const asOf = this.situation?.asOf ?? null;
    return asOf === null ? null : fill(asOfLabel, momentText(asOf));
  }

  private get stateNotices(): readonly Notice[] {
    if (this.error) return [errorNotice(this.error)];
    return this.situation?.notices ?? [{ kind: 'loading', message: loading }];
  }

  private linkTo(customer: string): void {
    const attributes = { recordId: customer, objectApiName: 'Account', actionName: 'view' };
    const page = { type: 'standard__recordPage', attributes };
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
