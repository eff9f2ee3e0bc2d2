import canView from '@salesforce/customPermission/CuZo_View';
import explanation from '@salesforce/label/c.CuZo_Pill_Explanation';
import loading from '@salesforce/label/c.CuZo_Loading';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import noContract from '@salesforce/label/c.CuZo_Pill_No_Contract';
import pillsTitle from '@salesforce/label/c.CuZo_Pills_Title';
import separateZone from '@salesforce/label/c.CuZo_Pill_Separate_Zone';
import ACCOUNT from '@salesforce/schema/Account';
import POLICY from '@salesforce/schema/InsurancePolicy';
import type { SchemaField } from '@salesforce/schema';
import { answerErrors, errorNotice } from 'c/cuzoErrors';
import { fill } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import {
  activePolicies,
  hasContract,
  NO_PAGES,
  pageVariables,
  policiesOf,
  withPage,
  type PolicyPages,
} from 'c/cuzoPolicies';
import { namedField, namedZones, propertyNotice } from 'c/cuzoProperties';
import { documentOf, queryOf, recordOf, rows, rowValue } from 'c/cuzoQuery';
import { registration, registrationFields, registrationWords, type Registration } from 'c/cuzoRegistration';
import { MYPV, MYVIVIUM, ZONES, type Zone } from 'c/cuzoZones';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { api, LightningElement, wire } from 'lwc';

const ICONS: Readonly<Record<Registration['kind'], string>> = {
  registered: 'utility:success',
  'not-registered': 'utility:clear',
  'nothing-known': 'utility:question',
  'no-access': 'utility:lock',
};

/** What is known of the customer in one zone. `hasContract` is null when the org can't tell. */
interface Standing {
  readonly zone: Zone;
  readonly state: Registration;
  readonly hasContract: boolean | null;
}

/** A pill as the template draws it. */
interface Pill {
  readonly key: string;
  readonly name: string;
  readonly words: string;
  readonly icon: string;
  readonly className: string;
  readonly explanation: string;
}

/** Says in the header of an account whether the customer is registered, per zone, since when, and how fresh that is. */
export default class CuzoPills extends LightningElement {
  @api recordId: string | undefined;
  /** Code of the only zone to show; empty or BOTH for both. */
  @api zone: string | undefined;
  /** API name of the policy's field that holds its brand. */
  @api brandField: string | undefined;

  label = { pillsTitle };
  private answer: GraphqlResult | undefined;
  private pages: PolicyPages = NO_PAGES;

  @wire(graphql, { query: '$query', variables: '$variables' })
  handleAnswer(answer: GraphqlResult): void {
    this.answer = answer;
    this.pages = withPage(this.pages, this.recordId, answer.data);
  }

  /** Without the permission nothing is asked for either. */
  get query(): GraphqlDocument | undefined {
    if (canView !== true || !this.recordId) return undefined;
    const account = recordOf(ACCOUNT, ZONES.flatMap(registrationFields));
    return documentOf(queryOf('CuzoPills', [account, policiesOf(this.brand)]));
  }

  get variables(): Readonly<Record<string, unknown>> {
    return pageVariables(this.pages, this.recordId);
  }

  get isVisible(): boolean {
    return canView === true;
  }

  get notice(): Notice | null {
    const errors = answerErrors(this.answer);
    if (errors !== null) return errorNotice(errors);
    if (this.answer?.data === undefined) return { kind: 'loading', message: loading };
    return this.standings.every(({ state }) => state.kind === 'no-access')
      ? { kind: 'info', message: noAccess }
      : null;
  }

  get settingNotice(): Notice | null {
    return propertyNotice({ fields: { 'Brand field': this.brandField }, zones: { Zone: this.zone } });
  }

  get pills(): readonly Pill[] {
    return this.standings.filter(({ state }) => state.kind !== 'no-access').map(pill);
  }

  /** A customer of both brands who knows one zone has to be told of the other (FAQ 3.3). */
  get separateZone(): Notice | null {
    const of = (zone: Zone): Standing | undefined => this.standings.find((one) => one.zone === zone);
    const [mypv, myvivium] = [of(MYPV), of(MYVIVIUM)];
    const isOnlyThere = mypv?.state.kind === 'registered' && myvivium?.state.kind !== 'registered';
    return isOnlyThere && myvivium?.hasContract === true ? { kind: 'info', message: separateZone } : null;
  }

  get zoneCodes(): readonly string[] {
    return namedZones(this.zone).map(({ code }) => code);
  }

  private get brand(): SchemaField<'InsurancePolicy'> | null {
    return namedField(POLICY, this.brandField);
  }

  private get standings(): readonly Standing[] {
    const [account] = rows(this.answer?.data, ACCOUNT);
    if (account === undefined) return [];
    const policies = activePolicies(this.pages, this.brand);
    return namedZones(this.zone).map((zone) => ({
      zone,
      state: registration((field) => rowValue(account, field), zone),
      hasContract: this.brand === null ? null : hasContract(policies, zone),
    }));
  }
}

function pill({ zone, state, hasContract: isCustomer }: Standing): Pill {
  const isQuiet = isCustomer === false;
  return {
    key: zone.code,
    name: zone.pill,
    words: isQuiet ? `${registrationWords(state)} · ${noContract}` : registrationWords(state),
    icon: ICONS[state.kind],
    className: `pill ${isQuiet ? 'quiet' : state.kind}`,
    explanation: fill(explanation, zone.name),
  };
}
