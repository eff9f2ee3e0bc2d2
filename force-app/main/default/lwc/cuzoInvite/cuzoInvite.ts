import canView from '@salesforce/customPermission/CuZo_View';
import addressLabel from '@salesforce/label/c.CuZo_QR_Address';
import alt from '@salesforce/label/c.CuZo_QR_Alt';
import instruction from '@salesforce/label/c.CuZo_QR_Instruction';
import languageDe from '@salesforce/label/c.CuZo_Language_de';
import languageEn from '@salesforce/label/c.CuZo_Language_en';
import languageFr from '@salesforce/label/c.CuZo_Language_fr';
import languageLabel from '@salesforce/label/c.CuZo_QR_Language';
import languageNl from '@salesforce/label/c.CuZo_Language_nl';
import loading from '@salesforce/label/c.CuZo_Loading';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import noAddress from '@salesforce/label/c.CuZo_QR_No_Address';
import refusedAddress from '@salesforce/label/c.CuZo_QR_Refused_Address';
import headingLabel from '@salesforce/label/c.CuZo_QR_Title';
import zoneLabel from '@salesforce/label/c.CuZo_QR_Zone';
import ACCOUNT from '@salesforce/schema/Account';
import type { ChoiceOption } from 'c/cuzoChoice';
import { errorNotice } from 'c/cuzoErrors';
import { AGENT_LANGUAGE, fill, LANGUAGES, type Language } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import { DEFAULT_ZONE, ZONES, type Zone } from 'c/cuzoZones';
import { gql, graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { getFieldValue, getRecord, type RecordData, type WireResult } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import { customerLanguage } from './customerLanguage';
import { landing, PORTALS_QUERY, type Landing } from './landing';

const PORTALS = gql`
  ${PORTALS_QUERY}
`;
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  nl: languageNl,
  fr: languageFr,
  de: languageDe,
  en: languageEn,
};
/** The one name that a field of an object may have: what an admin types is never more than that. */
const FIELD_NAME = /^\w+$/;

/** Lets a customer scan the way to the zone's landing page from the agent's screen. */
export default class CuzoInvite extends LightningElement {
  @api recordId: string | undefined;
  /** Code of the only zone to invite to; with any other text the agent chooses. */
  @api zone: string | undefined;
  /** API name of the account's field that holds the customer's language. */
  @api languageField: string | undefined;

  @wire(graphql, { query: '$query' })
  portals: GraphqlResult | undefined;

  @wire(getRecord, { recordId: '$languageRecordId', optionalFields: '$languageFields' })
  account: WireResult<RecordData> | undefined;

  label = { addressLabel, instruction, languageLabel, zoneLabel };
  private chosenZone: string | null = null;
  private chosenLanguage: Language | null = null;

  /** Without the permission nothing is asked for either. */
  get query(): GraphqlDocument | undefined {
    return canView ? PORTALS : undefined;
  }

  get languageRecordId(): string | undefined {
    return canView && this.languageFields.length > 0 ? this.recordId : undefined;
  }

  get languageFields(): string[] {
    const field = this.languageField?.trim() ?? '';
    return FIELD_NAME.test(field) ? [`${ACCOUNT.objectApiName}.${field}`] : [];
  }

  get isVisible(): boolean {
    return canView === true;
  }

  get notice(): Notice | null {
    if (this.portals?.errors) return errorNotice(this.portals.errors);
    return this.landing === null
      ? { kind: 'loading', message: loading }
      : landingNotice(this.landing, this.shownZone);
  }

  get address(): string | null {
    return this.landing?.kind === 'address' ? this.landing.address : null;
  }

  get alt(): string {
    return fill(alt, this.address ?? '');
  }

  get heading(): string {
    return fill(headingLabel, this.shownZone.name);
  }

  get zoneOptions(): readonly ChoiceOption[] {
    return ZONES.map(({ code, name }) => ({ value: code, label: name }));
  }

  get hasZoneChoice(): boolean {
    return !ZONES.some(({ code }) => code === this.zone);
  }

  get languageOptions(): readonly ChoiceOption[] {
    return LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }));
  }

  get zoneCode(): string {
    return this.shownZone.code;
  }

  get language(): Language {
    const [field] = this.languageFields;
    const customers = field === undefined ? undefined : getFieldValue(this.account?.data, field);
    return this.chosenLanguage ?? customerLanguage(customers) ?? AGENT_LANGUAGE;
  }

  handleZone(event: CustomEvent<string>): void {
    this.chosenZone = event.detail;
  }

  handleLanguage(event: CustomEvent<Language>): void {
    this.chosenLanguage = event.detail;
  }

  private get shownZone(): Zone {
    const code = this.hasZoneChoice ? this.chosenZone : this.zone;
    return ZONES.find((zone) => zone.code === code) ?? DEFAULT_ZONE;
  }

  private get landing(): Landing | null {
    const data = this.portals?.data;
    return data === undefined ? null : landing(data, this.shownZone, this.language);
  }
}

function landingNotice({ kind }: Landing, zone: Zone): Notice | null {
  switch (kind) {
    case 'address':
      return null;
    case 'missing':
      return { kind: 'warning', message: fill(noAddress, zone.name) };
    case 'refused':
      return { kind: 'error', message: fill(refusedAddress, zone.name) };
    case 'no-access':
      return { kind: 'info', message: noAccess };
  }
}
