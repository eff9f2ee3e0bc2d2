import noAddress from '@salesforce/label/c.CuZo_QR_No_Address';
import refusedAddress from '@salesforce/label/c.CuZo_QR_Refused_Address';
import { fill } from 'c/cuzoFormat';
import type { Landing } from 'c/cuzoInvitation';
import type { Notice } from 'c/cuzoNotice';
import type { Zone } from 'c/cuzoZones';

/** Why there is no code of the zone; null when there is one, or nothing may be told. */
export function landingNotice({ kind }: Landing, zone: Zone): Notice | null {
  switch (kind) {
    case 'missing':
      return { kind: 'warning', message: fill(noAddress, zone.name) };
    case 'refused':
      return { kind: 'error', message: fill(refusedAddress, zone.name) };
    case 'address':
    case 'no-access':
      return null;
  }
}
