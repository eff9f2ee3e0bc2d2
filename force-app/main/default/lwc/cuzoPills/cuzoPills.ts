import canView from '@salesforce/customPermission/CuZo_View';
import explanation from '@salesforce/label/c.CuZo_Pill_Explanation';
import help from '@salesforce/label/c.CuZo_Pill_Help';
import loading from '@salesforce/label/c.CuZo_Loading';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import justRegistered from '@salesforce/label/c.CuZo_Pill_Registered_Just_Now';
import noContract from '@salesforce/label/c.CuZo_Pill_No_Contract';
import pillsTitle from '@salesforce/label/c.CuZo_Pills_Title';
import separateZone from '@salesforce/label/c.CuZo_Pill_Separate_Zone';
import ACCOUNT from '@salesforce/schema/Account';
import POLICY from '@salesforce/schema/InsurancePolicy';
import type { SchemaField } from '@salesforce/schema';
import { answerErrors, errorNotice } from 'c/cuzoErrors';
import { AGENT_LANGUAGE, fill, type Language } from 'c/cuzoFormat';
import {
  customerLanguage,
  customerTexts,
  isDeceased,
  landing,
  needsInvitation,
  PORTALS,
  standing,
  zoneToInvite,
  type Standing,
} from 'c/cuzoInvitation';
import { Asking, newlyRegistered, tellPage } from 'c/cuzoLive';
import type { Notice } from 'c/cuzoNotice';
import {
  activePolicies,
  NO_PAGES,
  pageVariables,
  policiesOf,
  withPage,
  type PolicyPages,
} from 'c/cuzoPolicies';
import type { Presented } from 'c/cuzoPresent';
import { namedField, namedZones, propertyNotice } from 'c/cuzoProperties';
import { documentOf, queryOf, recordOf, rows, rowValue, type Row } from 'c/cuzoQuery';
import { registrationFields, registrationWords, type Registration } from 'c/cuzoRegistration';
import { MYPV, MYVIVIUM, ZONES, type Zone } from 'c/cuzoZones';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { api, LightningElement, wire } from 'lwc';

const ICONS: Readonly<Record<Registration['kind'], string>> = {
  registered: 'utility:success',
  'not-registered': 'utility:clear',
  'nothing-known': 'utility:question',
  'no-access': 'utility:lock',
};

const NOBODY = { recordId: undefined, zones: [] };

/** A pill, ready for the template. */
interface Pill {
  readonly key: string;
  readonly name: string;
  readonly words: string;
  readonly icon: string;
  readonly className: string;
  /** Name of the button with the explanation. */
  readonly help: string;
  readonly explanation: string;
}

/**
 * Shows in the header of an account, per zone, whether and since when the customer is registered, and how recent that data
 * is.
 */
export default class CuzoPills extends LightningElement {
  @api recordId: string | undefined;
  /** Code of the only zone to show; empty or BOTH for both. */
  @api zone: string | undefined;
  /** API name of the policy's field that holds its brand. */
  @api brandField: string | undefined;
  /** API name of the account's field that holds the customer's language. */
  @api languageField: string | undefined;
  /** API name of the account field for a deceased customer: a date of death, or a checkbox. */
  @api deceasedField: string | undefined;
  /** false hides the button that shows the code. It is shown when the page doesn't set this. */
  @api showInvite: boolean | undefined;

  /** false: the page doesn't ask again by itself. It does when the page doesn't set this. */
  @api askAgain: boolean | undefined;

  label = { pillsTitle };
  private answer: GraphqlResult | undefined;
  private pages: PolicyPages = NO_PAGES;
  private answered: string | undefined;
  private isShown = false;
  /** Zones in which the customer registered while the page was open, and the record of which that is true. */
  private just: { readonly recordId: string | undefined; readonly zones: readonly Zone[] } = NOBODY;
  private readonly asking = new Asking({
    isOpen: () => this.isShown && this.presented !== null,
    isOn: () => this.askAgain !== false,
    ask: () => {
      this.answer?.refresh?.().catch(() => undefined);
    },
  });

  @wire(graphql, { query: '$query', variables: '$variables' })
  handleAnswer(answer: GraphqlResult): void {
    const before = this.answered === this.recordId ? this.standings : [];
    this.answer = answer;
    this.pages = withPage(this.pages, this.recordId, answer.data);
    if (answer.data === undefined) return;
    this.answered = this.recordId;
    this.noticeNew(newlyRegistered(before, this.standings));
  }

  override connectedCallback(): void {
    this.asking.connect();
  }

  override renderedCallback(): void {
    this.asking.follow();
  }

  override disconnectedCallback(): void {
    this.asking.disconnect();
  }

  handleShow({ detail }: CustomEvent<boolean>): void {
    this.isShown = detail;
    this.asking.follow();
  }

  /** Without the permission nothing is queried. */
  get query(): GraphqlDocument | undefined {
    if (canView !== true || !this.recordId) return undefined;
    const named = [this.namedLanguage, this.namedDeceased].filter((field) => field !== null);
    const account = recordOf(ACCOUNT, [...ZONES.flatMap(registrationFields), ...named]);
    const portals = this.showInvite === false ? [] : [PORTALS];
    return documentOf(queryOf('CuzoPills', [account, policiesOf(this.brand), ...portals]));
  }

  get variables(): Readonly<Record<string, unknown>> {
    return pageVariables(this.pages, this.recordId);
  }

  get isVisible(): boolean {
    return canView === true;
  }

  /** What has just happened, in words; it is also announced. */
  get justNow(): string {
    const zones = this.just.recordId === this.recordId ? this.just.zones : [];
    return zones.map(({ name }) => fill(justRegistered, name)).join(' ');
  }

  get notice(): Notice | null {
    const errors = answerErrors(this.answer);
    if (errors !== null) return errorNotice(errors);
    if (this.answer?.data === undefined) return { kind: 'loading', message: loading };
    return this.standings.every(({ registration }) => registration.kind === 'no-access')
      ? { kind: 'info', message: noAccess }
      : null;
  }

  get settingNotice(): Notice | null {
    const fields = {
      'Brand field': this.brandField,
      'Language field': this.languageField,
      'Deceased field': this.deceasedField,
    };
    return propertyNotice({ fields, zones: { Zone: this.zone } });
  }

  get pills(): readonly Pill[] {
    return this.standings.filter(({ registration }) => registration.kind !== 'no-access').map(pill);
  }

  /** A customer with contracts of both brands who is registered in one zone should hear of the other (FAQ 3.3). */
  get separateZone(): Notice | null {
    const of = (zone: Zone): Standing | undefined => this.standings.find((one) => one.zone === zone);
    const [mypv, myvivium] = [of(MYPV), of(MYVIVIUM)];
    const isOnlyThere =
      mypv?.registration.kind === 'registered' && myvivium?.registration.kind !== 'registered';
    return isOnlyThere && myvivium?.hasContract === true ? { kind: 'info', message: separateZone } : null;
  }

  /** The code of the zone that needs an invitation; null when none does. */
  get presented(): Presented | null {
    const { account } = this;
    if (this.showInvite === false || account === undefined || isDeceased(account, this.namedDeceased))
      return null;
    const zone = zoneToInvite(this.standings);
    const needed = this.standings.find((one) => one.zone === zone && needsInvitation(one));
    return needed === undefined || !this.pages.isComplete
      ? null
      : presentedOf(this.answer?.data, needed.zone, this.languageOf(account));
  }

  get zoneCodes(): readonly string[] {
    return namedZones(this.zone).map(({ code }) => code);
  }

  private noticeNew(zones: readonly Zone[]): void {
    const { recordId } = this;
    if (zones.length === 0 || recordId === undefined) return;
    this.just = { recordId, zones };
    this.asking.do(() => tellPage(this, recordId));
  }

  private get brand(): SchemaField<'InsurancePolicy'> | null {
    return namedField(POLICY, this.brandField);
  }

  private get namedLanguage(): SchemaField<'Account'> | null {
    return namedField(ACCOUNT, this.languageField);
  }

  private get namedDeceased(): SchemaField<'Account'> | null {
    return namedField(ACCOUNT, this.deceasedField);
  }

  private get account(): Row | undefined {
    return rows(this.answer?.data, ACCOUNT)[0];
  }

  private languageOf(account: Row): Language {
    const customers = this.namedLanguage === null ? null : rowValue(account, this.namedLanguage);
    return customerLanguage(customers) ?? AGENT_LANGUAGE;
  }

  private get standings(): readonly Standing[] {
    const { account } = this;
    if (account === undefined) return [];
    const policies = this.brand === null ? null : activePolicies(this.pages, this.brand);
    return namedZones(this.zone).map((zone) => standing(account, zone, policies));
  }
}

/** What the customer is shown of the zone, in their language; null when the zone has no safe address. */
function presentedOf(data: unknown, zone: Zone, language: Language): Presented | null {
  const place = landing(data, zone, language);
  if (place.kind !== 'address') return null;
  const { address, otherLanguages } = place;
  const { sentence } = customerTexts(zone.name, address, language, otherLanguages);
  return { zoneName: zone.name, address, alt: address, sentence, language };
}

function pill({ zone, registration, hasContract: isCustomer }: Standing): Pill {
  const isQuiet = isCustomer === false;
  return {
    key: zone.code,
    name: zone.pill,
    words: isQuiet ? `${registrationWords(registration)} · ${noContract}` : registrationWords(registration),
    icon: ICONS[registration.kind],
    className: `pill ${isQuiet ? 'quiet' : registration.kind}`,
    help: fill(help, zone.pill),
    explanation: fill(explanation, zone.name),
  };
}
