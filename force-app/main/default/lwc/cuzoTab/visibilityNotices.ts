import hidden from '@salesforce/label/c.CuZo_Tab_Hidden';
import hiddenIn from '@salesforce/label/c.CuZo_Tab_Hidden_In';
import laterVersion from '@salesforce/label/c.CuZo_Tab_Later_Version';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import notRegistered from '@salesforce/label/c.CuZo_Tab_Not_Registered';
import notRegisteredAny from '@salesforce/label/c.CuZo_Tab_Not_Registered_Any';
import nothingKnown from '@salesforce/label/c.CuZo_Tab_Nothing_Known';
import nothingKnownIn from '@salesforce/label/c.CuZo_Tab_Nothing_Known_In';
import reasonNone from '@salesforce/label/c.CuZo_Tab_Reason_None';
import reasonOther from '@salesforce/label/c.CuZo_Reason_Other';
import registered from '@salesforce/label/c.CuZo_Tab_Registered';
import registeredOn from '@salesforce/label/c.CuZo_Tab_Registered_On';
import separateZone from '@salesforce/label/c.CuZo_Tab_Separate_Zone';
import unreadable from '@salesforce/label/c.CuZo_Tab_Unreadable';
import { codeLabel } from 'c/cuzoCodeLabels';
import { dayText, fill } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import type { Registration } from 'c/cuzoRegistration';
import { ZONES, type Zone } from 'c/cuzoZones';
import type { PolicyVisibility } from './policyVisibility';

/** Where the customer has an account, in order of ZONES. */
export type Registrations = readonly (readonly [Zone, Registration])[];

/** Why there is no view, in plain words; null when there is one. `zone` is the policy's, null when it isn't known. */
export function visibilityNotice(word: PolicyVisibility, zone: Zone | null): Notice | null {
  switch (word.kind) {
    case 'shown':
      return null;
    case 'hidden': {
      const message = zone === null ? hidden : fill(hiddenIn, zone.name);
      return { kind: 'info', message, hint: reasonText(word.reason) };
    }
    case 'unreadable':
      return { kind: 'warning', message: unreadable };
    case 'later-version':
      return { kind: 'warning', message: laterVersion };
    case 'nothing-known':
      return { kind: 'info', message: zone === null ? nothingKnown : fill(nothingKnownIn, zone.name) };
    case 'no-access':
      return { kind: 'info', message: noAccess };
  }
}

function reasonText(code: string | null): string {
  return code === null ? reasonNone : (codeLabel('reason', code) ?? fill(reasonOther, code));
}

/**
 * Whether the customer can log in to the policy's zone at all, which explains most of 'I don't see it'. A warning when not;
 * null when the zones haven't reported anything. Without the policy's zone, only a customer who is registered nowhere gets a
 * warning.
 */
export function registrationNotice(zone: Zone | null, registrations: Registrations): Notice | null {
  if (zone === null) {
    const isNowhere = registrations.every(([, { kind }]) => kind === 'not-registered');
    return isNowhere ? { kind: 'warning', message: notRegisteredAny } : null;
  }
  const [, own] = registrations.find(([{ code }]) => code === zone.code) ?? [];
  if (own?.kind === 'registered') {
    const message =
      own.day === null ? fill(registered, zone.name) : fill(registeredOn, zone.name, dayText(own.day));
    return { kind: 'info', message };
  }
  if (own?.kind !== 'not-registered') return null;
  const message = fill(notRegistered, zone.name);
  const other = ZONES.find(({ code }) =>
    registrations.some(([{ code: at }, { kind }]) => at === code && kind === 'registered'),
  );
  return other === undefined
    ? { kind: 'warning', message }
    : { kind: 'warning', message, hint: fill(separateZone, zone.name, other.name) };
}
