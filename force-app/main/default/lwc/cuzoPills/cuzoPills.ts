import canView from '@salesforce/customPermission/CuZo_View';
import dayUnknown from '@salesforce/label/c.CuZo_Pill_Registered_Day_Unknown';
import loading from '@salesforce/label/c.CuZo_Loading';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import notRegistered from '@salesforce/label/c.CuZo_Pill_Not_Registered';
import nothingKnown from '@salesforce/label/c.CuZo_Pill_Nothing_Known';
import registeredOn from '@salesforce/label/c.CuZo_Pill_Registered_On';
import pillsTitle from '@salesforce/label/c.CuZo_Pills_Title';
import { errorNotice } from 'c/cuzoErrors';
import { dayText, fill } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import { ZONES, type Zone } from 'c/cuzoZones';
import { getRecord, type RecordData, type WireResult } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import { pillState, type PillState } from './pillState';

const FIELDS = ZONES.flatMap(({ onboarded, date, asOf }) => [onboarded, date, asOf]);

const ICONS: Readonly<Record<PillState['kind'], string>> = {
  registered: 'utility:success',
  'not-registered': 'utility:clear',
  'nothing-known': 'utility:question',
  'no-access': 'utility:lock',
};

/** A pill as the template draws it. */
interface Pill {
  readonly key: string;
  readonly name: string;
  readonly words: string;
  readonly icon: string;
  readonly className: string;
}

/** Says in the header of an account whether the customer is registered, per zone, and since when. */
export default class CuzoPills extends LightningElement {
  @api recordId: string | undefined;

  @wire(getRecord, { recordId: '$visibleRecordId', optionalFields: FIELDS })
  account: WireResult<RecordData> | undefined;

  label = { pillsTitle };

  /** Without the permission nothing is asked for either. */
  get visibleRecordId(): string | undefined {
    return canView ? this.recordId : undefined;
  }

  get isVisible(): boolean {
    return canView === true;
  }

  get notice(): Notice | null {
    if (this.account?.error) return errorNotice(this.account.error);
    if (this.account?.data === undefined) return { kind: 'loading', message: loading };
    return this.states.every(({ state }) => state.kind === 'no-access')
      ? { kind: 'info', message: noAccess }
      : null;
  }

  get pills(): readonly Pill[] {
    return this.states.filter(({ state }) => state.kind !== 'no-access').map(pill);
  }

  private get states(): readonly { zone: Zone; state: PillState }[] {
    const { data } = this.account ?? {};
    return data === undefined ? [] : ZONES.map((zone) => ({ zone, state: pillState(data, zone) }));
  }
}

function pill({ zone, state }: { zone: Zone; state: PillState }): Pill {
  return {
    key: zone.code,
    name: zone.pill,
    words: words(state),
    icon: ICONS[state.kind],
    className: `pill ${state.kind}`,
  };
}

function words(state: PillState): string {
  switch (state.kind) {
    case 'registered':
      return state.day === null ? dayUnknown : fill(registeredOn, dayText(state.day));
    case 'not-registered':
      return notRegistered;
    case 'nothing-known':
      return nothingKnown;
    case 'no-access':
      return noAccess;
  }
}
