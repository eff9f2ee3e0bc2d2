import canView from '@salesforce/customPermission/CuZo_View';
import deceased from '@salesforce/label/c.CuZo_QR_Deceased';
import headingLabel from '@salesforce/label/c.CuZo_QR_Title';
import justRegistered from '@salesforce/label/c.CuZo_Pill_Registered_Just_Now';
import languageLabel from '@salesforce/label/c.CuZo_QR_Language';
import loading from '@salesforce/label/c.CuZo_Loading';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import noContract from '@salesforce/label/c.CuZo_Pill_No_Contract';
import unfold from '@salesforce/label/c.CuZo_QR_Unfold';
import zoneLabel from '@salesforce/label/c.CuZo_QR_Zone';
import ACCOUNT from '@salesforce/schema/Account';
import POLICY from '@salesforce/schema/InsurancePolicy';
import type { SchemaField } from '@salesforce/schema';
import type { ChoiceOption } from 'c/cuzoChoice';
import { answerErrors, errorNotice } from 'c/cuzoErrors';
import { AGENT_LANGUAGE, fill, type Language } from 'c/cuzoFormat';
import {
  customerLanguage,
  isDeceased,
  landing,
  PORTALS,
  standing,
  zoneToShow,
  type Landing,
  type Standing,
} from 'c/cuzoInvitation';
import { Asking, newlyRegistered, tellPage, watchSight } from 'c/cuzoLive';
import type { Notice } from 'c/cuzoNotice';
import {
  activePolicies,
  NO_PAGES,
  pageVariables,
  policiesOf,
  withPage,
  type PolicyPages,
} from 'c/cuzoPolicies';
import { namedField, namedZones, propertyNotice } from 'c/cuzoProperties';
import { documentOf, queryOf, recordOf, rows, rowValue, type Row } from 'c/cuzoQuery';
import { registrationFields, registrationWords } from 'c/cuzoRegistration';
import { ZONES, type Zone } from 'c/cuzoZones';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { api, LightningElement, wire } from 'lwc';
import { landingNotice } from './landingNotice';
import { LANGUAGE_OPTIONS } from './languages';

/** Invites a customer to a zone: a QR code for one zone, in the customer's language. */
export default class CuzoInvite extends LightningElement {
  @api recordId: string | undefined;
  /** Code of the only zone to invite to; empty or BOTH lets the agent choose. */
  @api zone: string | undefined;
  /** API name of the account's field that holds the customer's language. */
  @api languageField: string | undefined;
  /** API name of the account field for a deceased customer: a date of death, or a checkbox. */
  @api deceasedField: string | undefined;
  /** API name of the account field with the customer's e-mail address, for the mail. */
  @api emailField: string | undefined;
  /** API name of the policy field with its brand, by which the zone that needs the invitation comes first. */
  @api brandField: string | undefined;
  /** false hides the component. It is shown when the page doesn't set this. */
  @api showInvite: boolean | undefined;

  /** false: the component doesn't ask again by itself. It does when the page doesn't set this. */
  @api askAgain: boolean | undefined;

  label = { languageLabel, unfold, zoneLabel };
  languageOptions = LANGUAGE_OPTIONS;
  private chosenZone: string | null = null;
  private chosenLanguage: Language | null = null;
  private isOpened = false;
  private answer: GraphqlResult | undefined;
  private pages: PolicyPages = NO_PAGES;
  private page: PageReference | undefined;
  private answered: string | undefined;
  /** The zone in which the customer registered while the page was open, and the record of which that is true. */
  private just: { readonly recordId: string | undefined; readonly zone: Zone } | undefined;
  private endSight: (() => void) | undefined;
  private isInSight = false;
  private readonly asking = new Asking({
    isOpen: () => this.isInSight && this.isUnfolded && this.address !== null && this.notice === null,
    isOn: () => this.askAgain !== false,
    ask: () => {
      this.answer?.refresh?.().catch(() => undefined);
    },
  });

  @wire(graphql, { query: '$query', variables: '$variables' })
  handleAnswer(answer: GraphqlResult): void {
    const zone = this.answered === this.recordId ? this.shownZone : undefined;
    const before = zone === undefined ? [] : [this.standingIn(zone)];
    this.answer = answer;
    this.pages = withPage(this.pages, this.recordId, answer.data);
    if (answer.data === undefined) return;
    this.answered = this.recordId;
    if (zone !== undefined && newlyRegistered(before, [this.standingIn(zone)]).length > 0) this.fold(zone);
  }

  override connectedCallback(): void {
    this.asking.connect();
  }

  override renderedCallback(): void {
    this.watchSight();
    this.asking.follow();
  }

  override disconnectedCallback(): void {
    this.endSight?.();
    this.endSight = undefined;
    this.asking.disconnect();
  }

  @wire(CurrentPageReference)
  handlePage(page: PageReference | null | undefined): void {
    this.page = page ?? undefined;
  }

  /** Without the permission nothing is queried. */
  get query(): GraphqlDocument | undefined {
    if (!this.isVisible || !this.recordId) return undefined;
    const named = [this.namedLanguage, this.namedDeceased, this.namedEmail].filter((field) => field !== null);
    const account = recordOf(ACCOUNT, [...ZONES.flatMap(registrationFields), ...named]);
    // Without brands, policies don't show which zone the customer belongs to.
    const policies = this.brand === null ? [] : [policiesOf(this.brand)];
    return documentOf(queryOf('CuzoInvite', [account, PORTALS, ...policies]));
  }

  get variables(): Readonly<Record<string, unknown>> {
    return this.brand === null ? { recordId: this.recordId } : pageVariables(this.pages, this.recordId);
  }

  get isVisible(): boolean {
    return canView === true && this.showInvite !== false;
  }

  /** What has just happened, in words; it is also announced. */
  get justNow(): string {
    const { just } = this;
    return just?.recordId === this.recordId && just?.zone === this.shownZone
      ? fill(justRegistered, this.zoneName)
      : '';
  }

  get settingNotice(): Notice | null {
    const fields = {
      'Language field': this.languageField,
      'Deceased field': this.deceasedField,
      'E-mail field': this.emailField,
      'Brand field': this.brandField,
    };
    return propertyNotice({ fields, zones: { Zone: this.zone } });
  }

  /** Shown instead of an invitation to any zone. */
  get notice(): Notice | null {
    const errors = answerErrors(this.answer);
    if (errors !== null) return errorNotice(errors);
    if (this.landing === null || this.isWaiting) return { kind: 'loading', message: loading };
    if (isDeceased(this.account, this.namedDeceased)) return { kind: 'info', message: deceased };
    return this.landing.kind === 'no-access' ? { kind: 'info', message: noAccess } : null;
  }

  /** Shown instead of this zone's code. */
  get addressNotice(): Notice | null {
    return this.landing === null ? null : landingNotice(this.landing, this.shownZone);
  }

  /** Why this zone needs no invitation, in words; null when it may need one. */
  get folded(): string | null {
    const { registration, hasContract } = this.standingIn(this.shownZone);
    if (registration.kind === 'registered') return registrationWords(registration);
    return hasContract === false ? noContract : null;
  }

  get isUnfolded(): boolean {
    return this.folded === null || this.isOpened;
  }

  get expanded(): 'true' | 'false' {
    return this.isOpened ? 'true' : 'false';
  }

  get address(): string | null {
    return this.landing?.kind === 'address' ? this.landing.address : null;
  }

  get otherLanguages(): readonly Language[] | null {
    return this.landing?.kind === 'address' ? this.landing.otherLanguages : null;
  }

  get email(): string {
    const { account, namedEmail: field } = this;
    const email = account === undefined || field === null ? null : rowValue(account, field);
    return typeof email === 'string' ? email : '';
  }

  get heading(): string {
    return fill(headingLabel, this.zoneName);
  }

  get zoneOptions(): readonly ChoiceOption[] {
    return ZONES.map(({ code, name }) => ({ value: code, label: name }));
  }

  get hasZoneChoice(): boolean {
    return namedZones(this.zone).length > 1;
  }

  get zoneCode(): string {
    return this.shownZone.code;
  }

  get zoneName(): string {
    return this.shownZone.name;
  }

  get language(): Language {
    const { account, namedLanguage: field } = this;
    const customers = account === undefined || field === null ? null : rowValue(account, field);
    return this.chosenLanguage ?? customerLanguage(customers) ?? AGENT_LANGUAGE;
  }

  handleZone(event: CustomEvent<string>): void {
    this.chosenZone = event.detail;
    this.isOpened = false;
  }

  handleLanguage(event: CustomEvent<Language>): void {
    this.chosenLanguage = event.detail;
  }

  handleUnfold(): void {
    this.isOpened = !this.isOpened;
  }

  /** The zone stays, although another one may need the invitation now: the agent has to see what happened. */
  private fold(zone: Zone): void {
    const { recordId } = this;
    if (recordId === undefined) return;
    this.just = { recordId, zone };
    this.chosenZone ??= zone.code;
    this.isOpened = false;
    this.asking.do(() => tellPage(this, recordId));
  }

  private watchSight(): void {
    const box = this.template?.querySelector('.invite');
    if (this.endSight !== undefined || !box) return;
    this.endSight = watchSight(box, (isInSight) => {
      this.isInSight = isInSight;
      this.asking.follow();
    });
  }

  private get namedLanguage(): SchemaField<'Account'> | null {
    return namedField(ACCOUNT, this.languageField);
  }

  private get namedDeceased(): SchemaField<'Account'> | null {
    return namedField(ACCOUNT, this.deceasedField);
  }

  private get namedEmail(): SchemaField<'Account'> | null {
    return namedField(ACCOUNT, this.emailField);
  }

  private get brand(): SchemaField<'InsurancePolicy'> | null {
    return namedField(POLICY, this.brandField);
  }

  /** A zone chosen before all policies have arrived could change while the agent is using it. */
  private get isWaiting(): boolean {
    return this.brand !== null && !this.pages.isComplete;
  }

  private standingIn(zone: Zone): Standing {
    const policies = this.brand === null ? null : activePolicies(this.pages, this.brand);
    return standing(this.account, zone, policies);
  }

  private get account(): Row | undefined {
    return rows(this.answer?.data, ACCOUNT)[0];
  }

  private get shownZone(): Zone {
    const standings = namedZones(this.zone).map((zone) => this.standingIn(zone));
    return zoneToShow(standings, this.chosenZone, this.page);
  }

  private get landing(): Landing | null {
    const data = this.answer?.data;
    return data === undefined ? null : landing(data, this.shownZone, this.language);
  }
}
