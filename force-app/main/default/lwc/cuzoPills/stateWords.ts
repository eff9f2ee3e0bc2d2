import dayUnknown from '@salesforce/label/c.CuZo_Pill_Registered_Day_Unknown';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import notRegistered from '@salesforce/label/c.CuZo_Pill_Not_Registered';
import nothingKnown from '@salesforce/label/c.CuZo_Pill_Nothing_Known';
import registeredOn from '@salesforce/label/c.CuZo_Pill_Registered_On';
import { dayText, fill } from 'c/cuzoFormat';
import type { PillState } from './pillState';

/** What a pill says of that state. */
export function stateWords(state: PillState): string {
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
