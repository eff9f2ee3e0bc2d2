import canView from '@salesforce/customPermission/CuZo_View';
import changed from '@salesforce/label/c.CuZo_Contact_Changed';
import contracts from '@salesforce/label/c.CuZo_Contact_Contracts';
import eitherZone from '@salesforce/label/c.CuZo_Contact_Either_Zone';
import policiesLabel from '@salesforce/label/c.CuZo_Contact_Policies';
import ACCOUNT from '@salesforce/schema/Account';
import CHANGED_ON from '@salesforce/schema/Account.CuZo_Contact_Changed_On__c';
import CHANGED_IN from '@salesforce/schema/Account.CuZo_Contact_Zone__c';
import { dayText, fill } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import {
  activePolicies,
  NO_PAGES,
  pageVariables,
  policiesOf,
  policyTitle,
  withPage,
  type ActivePolicy,
  type PolicyPages,
} from 'c/cuzoPolicies';
import { documentOf, queryOf, recordOf, rows, rowValue, type Row } from 'c/cuzoQuery';
import { MYPV, MYVIVIUM, ZONES } from 'c/cuzoZones';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { api, LightningElement, wire } from 'lwc';

/** How long agents are reminded that the contracts may still have the old address. */
const SHOWN_DAYS = 30;
const DAY = 86_400_000;

const FIELDS = [CHANGED_ON, CHANGED_IN, ...ZONES.map(({ onboarded }) => onboarded)];
const QUERY = queryOf('CuzoContactNotice', [recordOf(ACCOUNT, FIELDS), policiesOf(null)]);

interface PolicyLink {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** Shows that the customer changed their contact data in a zone: the contracts aren't updated by that (FAQ 5.2). */
export default class CuzoContactNotice extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;

  links: readonly PolicyLink[] = [];
  label = { policiesLabel };
  private changedOn: string | null = null;
  private place = '';
  private pages: PolicyPages = NO_PAGES;

  /** Shows nothing for missing or failed data: the details on the page are complete without this notice. */
  @wire(graphql, { query: '$query', variables: '$variables' })
  async handleAnswer({ data }: GraphqlResult): Promise<void> {
    const [account] = rows(data, ACCOUNT);
    this.changedOn = account === undefined ? null : (rowValue(account, CHANGED_ON) ?? null);
    this.place = account === undefined ? '' : placeOfChange(account);
    this.pages = withPage(this.pages, this.recordId, data);
    this.links = [];
    if (this.notice === null) return;
    this.links = await Promise.all(
      (activePolicies(this.pages, null) ?? []).map((policy) => this.link(policy)),
    );
  }

  get query(): GraphqlDocument | undefined {
    return canView === true && this.recordId ? documentOf(QUERY) : undefined;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return pageVariables(this.pages, this.recordId);
  }

  get notice(): Notice | null {
    if (this.changedOn === null || !isRecent(this.changedOn)) return null;
    return { kind: 'warning', message: fill(changed, dayText(this.changedOn), this.place), hint: contracts };
  }

  get hasLinks(): boolean {
    return this.links.length > 0;
  }

  private async link(policy: ActivePolicy): Promise<PolicyLink> {
    const page = {
      type: 'standard__recordPage',
      attributes: { recordId: policy.id, objectApiName: 'InsurancePolicy', actionName: 'view' },
    };
    const url = await this[NavigationMixin.GenerateUrl](page);
    return { id: policy.id, title: policyTitle(policy), url };
  }
}

const isRecent = (day: string): boolean => Date.now() - Date.parse(day) <= SHOWN_DAYS * DAY;

/**
 * The zone that the job wrote with the change. Without one (written before the job kept it, or no access) it follows from the
 * registrations: only a registered customer can have changed something in a zone, and one of both may have done it in either.
 */
function placeOfChange(account: Row): string {
  const written = ZONES.find(({ code }) => code === rowValue(account, CHANGED_IN));
  if (written !== undefined) return written.name;
  const [only, ...more] = ZONES.filter(({ onboarded }) => rowValue(account, onboarded) === true);
  return only === undefined || more.length > 0 ? fill(eitherZone, MYPV.name, MYVIVIUM.name) : only.name;
}
