import canView from '@salesforce/customPermission/CuZo_View';
import before from '@salesforce/label/c.CuZo_Help_Before';
import blockersLabel from '@salesforce/label/c.CuZo_Help_Blockers';
import contractNumbers from '@salesforce/label/c.CuZo_Help_Contract_Numbers';
import copyFailed from '@salesforce/label/c.CuZo_Help_Copy_Failed';
import copyNumber from '@salesforce/label/c.CuZo_Help_Copy_Number';
import digital from '@salesforce/label/c.CuZo_Help_Digital';
import loading from '@salesforce/label/c.CuZo_Loading';
import newsLabel from '@salesforce/label/c.CuZo_Help_News';
import numberCopied from '@salesforce/label/c.CuZo_Help_Number_Copied';
import questionsLabel from '@salesforce/label/c.CuZo_Help_Questions';
import title from '@salesforce/label/c.CuZo_Help_Title';
import waysUnknown from '@salesforce/label/c.CuZo_Help_Ways_Unknown';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import zoneLabel from '@salesforce/label/c.CuZo_QR_Zone';
import PRODUCT from '@salesforce/schema/InsurancePolicy.CuZo_Product__c';
import NAME from '@salesforce/schema/Account.Name';
import ACCOUNT from '@salesforce/schema/Account';
import POLICY from '@salesforce/schema/InsurancePolicy';
import type { ChoiceOption } from 'c/cuzoChoice';
import { answerErrors, errorNotice } from 'c/cuzoErrors';
import { AGENT_LANGUAGE, fill } from 'c/cuzoFormat';
import { landing, PORTALS, standing, zoneToShow } from 'c/cuzoInvitation';
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
import { namedField, namedZones, propertyNotice } from 'c/cuzoProperties';
import { documentOf, queryOf, recordOf, rows, type Row } from 'c/cuzoQuery';
import { registrationFields } from 'c/cuzoRegistration';
import { ZONES, type Zone } from 'c/cuzoZones';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { api, LightningElement, wire } from 'lwc';
import { blockerLines, type BlockerLine } from './blockerLines';
import { blockers } from './blockers';
import { contactLines } from './contactLines';
import {
  blockerFacts,
  fieldsOf,
  namesakesQuery,
  sameEmailQuery,
  valueOf,
  type NamedFields,
} from './customerFacts';
import { digitalLines } from './digitalLines';
import { PORTAL_FACTS, portalFacts, type PortalFacts } from './portalFacts';
import { questions, type Question } from './questions';

/** More policy numbers than this are not listed. */
const NUMBERS_SHOWN = 10;

interface CopyButton {
  readonly number: string;
  readonly label: string;
}

/**
 * Helps an agent whose customer can't register, has a question or wants something else (FAQ I to VI). Queries nothing while
 * it is folded.
 */
export default class CuzoHelp extends LightningElement {
  @api recordId: string | undefined;
  /** Code of the only zone to help with; empty or BOTH lets the agent choose. */
  @api zone: string | undefined;
  /** API name of the policy's field that holds its brand. */
  @api brandField: string | undefined;
  /** API names of account fields; what no field is named for isn't checked. */
  @api customerNumberField: string | undefined;
  @api emailField: string | undefined;
  @api mobileField: string | undefined;
  @api birthDateField: string | undefined;
  @api deceasedField: string | undefined;
  /** API name of the account's checkbox field for private persons. */
  @api personField: string | undefined;

  label = { before, blockersLabel, digital, questionsLabel, waysUnknown, zoneLabel };
  status = '';
  isOpen = false;
  private chosenZone: string | null = null;
  private answer: GraphqlResult | undefined;
  private pages: PolicyPages = NO_PAGES;
  private sameEmail: unknown = null;
  private namesakes: unknown = null;
  private page: PageReference | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  handleAnswer(answer: GraphqlResult): void {
    this.answer = answer;
    this.pages = withPage(this.pages, this.recordId, answer.data);
  }

  @wire(graphql, { query: '$sameEmailQuery', variables: '$recordVariables' })
  handleSameEmail(answer: GraphqlResult): void {
    this.sameEmail = answerErrors(answer) === null ? answer.data : null;
  }

  @wire(graphql, { query: '$namesakesQuery', variables: '$recordVariables' })
  handleNamesakes(answer: GraphqlResult): void {
    this.namesakes = answerErrors(answer) === null ? answer.data : null;
  }

  @wire(CurrentPageReference)
  handlePage(page: PageReference | null | undefined): void {
    this.page = page ?? undefined;
  }

  get isVisible(): boolean {
    return canView === true;
  }

  get query(): GraphqlDocument | undefined {
    if (!this.isVisible || !this.isOpen || !this.recordId) return undefined;
    const account = recordOf(ACCOUNT, [NAME, ...ZONES.flatMap(registrationFields), ...fieldsOf(this.fields)]);
    const policies = policiesOf(namedField(POLICY, this.brandField), [PRODUCT]);
    return documentOf(queryOf('CuzoHelp', [account, PORTALS, PORTAL_FACTS, policies]));
  }

  get variables(): Readonly<Record<string, unknown>> {
    return pageVariables(this.pages, this.recordId);
  }

  get sameEmailQuery(): GraphqlDocument | undefined {
    const text = this.isOpen ? sameEmailQuery(this.account, this.fields) : null;
    return text === null ? undefined : documentOf(text);
  }

  get namesakesQuery(): GraphqlDocument | undefined {
    const text = this.isOpen ? namesakesQuery(this.account, this.fields) : null;
    return text === null ? undefined : documentOf(text);
  }

  get recordVariables(): Readonly<Record<string, unknown>> {
    return { recordId: this.recordId };
  }

  get heading(): string {
    return fill(title, this.hasZoneChoice ? ZONES.map(({ name }) => name).join(' / ') : this.zoneName);
  }

  get settingNotice(): Notice | null {
    const fields = {
      'Brand field': this.brandField,
      'Customer number field': this.customerNumberField,
      'E-mail field': this.emailField,
      'Mobile field': this.mobileField,
      'Birth date field': this.birthDateField,
      'Deceased field': this.deceasedField,
      'Person field': this.personField,
    };
    return propertyNotice({ fields, zones: { Zone: this.zone } });
  }

  get notice(): Notice | null {
    const errors = answerErrors(this.answer);
    if (errors !== null) return errorNotice(errors);
    if (this.answer?.data === undefined || !this.pages.isComplete)
      return { kind: 'loading', message: loading };
    return this.account === undefined ? { kind: 'info', message: noAccess } : null;
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

  get portal(): PortalFacts | null {
    return portalFacts(this.answer?.data, this.shownZone, Date.now());
  }

  get ways(): readonly string[] {
    const ways = this.portal?.ways ?? [];
    return ways.length > 0 ? ways : [fill(waysUnknown, this.zoneName)];
  }

  get contactLines(): readonly string[] {
    return this.account === undefined ? [] : contactLines(this.account, this.fields);
  }

  get contractNumbers(): string {
    return fill(contractNumbers, this.zoneName);
  }

  get copyButtons(): readonly CopyButton[] {
    return (this.policies ?? [])
      .filter(({ brand }) => brand === this.shownZone.brand)
      .slice(0, NUMBERS_SHOWN)
      .map(({ number }) => ({ number, label: fill(copyNumber, number) }));
  }

  get blockerLines(): readonly BlockerLine[] {
    const { account, fields, shownZone, policies, sameEmail, namesakes } = this;
    if (account === undefined) return [];
    const usesSms = this.portal?.usesCodes ?? false;
    const facts = blockerFacts(account, fields, shownZone, policies, { sameEmail, namesakes }, usesSms);
    return blockerLines(blockers(facts), this.zoneName);
  }

  get questions(): readonly Question[] {
    return questions(this.zoneName, this.portal?.usesCodes ?? false);
  }

  get address(): string | null {
    const place = landing(this.answer?.data, this.shownZone, AGENT_LANGUAGE);
    return place.kind === 'address' ? place.address : null;
  }

  get phoneLink(): string | null {
    const phone = this.portal?.phone ?? '';
    return phone === '' ? null : `tel:${phone.replace(/[^\d+]/g, '')}`;
  }

  get customerNumber(): string {
    const { account, fields } = this;
    const number = account === undefined ? undefined : valueOf(account, fields.customerNumber);
    return typeof number === 'string' ? number : '';
  }

  get digitalLines(): readonly string[] {
    return digitalLines(standing(this.account, this.shownZone, null).registration, this.zoneName);
  }

  /** An org may have no record for a zone, and then there is no news either. */
  get news(): PortalFacts['news'] {
    return this.portal?.news ?? null;
  }

  get newsHeading(): string {
    return fill(newsLabel, this.zoneName, this.news?.day ?? '');
  }

  handleFold(event: CustomEvent<boolean>): void {
    this.isOpen = event.detail;
  }

  handleZone(event: CustomEvent<string>): void {
    this.chosenZone = event.detail;
    this.status = '';
  }

  async handleCopy(event: Event): Promise<void> {
    const { number = '' } = (event.currentTarget as HTMLElement).dataset;
    try {
      await navigator.clipboard.writeText(number);
      this.status = fill(numberCopied, number);
    } catch {
      this.status = fill(copyFailed, number);
    }
  }

  private get fields(): NamedFields {
    return {
      email: namedField(ACCOUNT, this.emailField),
      mobile: namedField(ACCOUNT, this.mobileField),
      birthDate: namedField(ACCOUNT, this.birthDateField),
      deceased: namedField(ACCOUNT, this.deceasedField),
      person: namedField(ACCOUNT, this.personField),
      customerNumber: namedField(ACCOUNT, this.customerNumberField),
    };
  }

  private get account(): Row | undefined {
    return rows(this.answer?.data, ACCOUNT)[0];
  }

  private get policies(): readonly ActivePolicy[] | null {
    const brand = namedField(POLICY, this.brandField);
    return brand === null ? null : activePolicies(this.pages, brand);
  }

  private get shownZone(): Zone {
    const standings = namedZones(this.zone).map((zone) => standing(this.account, zone, this.policies));
    return zoneToShow(standings, this.chosenZone, this.page);
  }
}
