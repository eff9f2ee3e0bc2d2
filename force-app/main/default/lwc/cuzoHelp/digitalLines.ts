import digitalNot from '@salesforce/label/c.CuZo_Help_Digital_Not';
import digitalSince from '@salesforce/label/c.CuZo_Help_Digital_Since';
import digitalTypes from '@salesforce/label/c.CuZo_Help_Digital_Types';
import digitalUnknown from '@salesforce/label/c.CuZo_Help_Digital_Unknown';
import nothingKnown from '@salesforce/label/c.CuZo_Pill_Nothing_Known';
import { codeLabel } from 'c/cuzoCodeLabels';
import { dayText, fill } from 'c/cuzoFormat';
import type { Registration } from 'c/cuzoRegistration';

/** Documents that the zones have for life insurance, and those that they will have for non-life (FAQ 4.1). */
const THERE = ['premium-payment-proof', 'tax-certificate', 'annual-statement'];
const LATER = ['policy', 'green-card', 'claims-certificate'];

/** Whether and since when the customer gets documents digitally, and which ones (FAQ 1.1). */
export function digitalLines(registration: Registration, zoneName: string): readonly string[] {
  const names = (types: readonly string[]): string =>
    types.map((type) => codeLabel('document', type) ?? type).join(', ');
  return [sinceWhen(registration, zoneName), fill(digitalTypes, names(THERE), names(LATER))];
}

function sinceWhen(registration: Registration, zoneName: string): string {
  switch (registration.kind) {
    case 'registered':
      return registration.day === null
        ? fill(digitalUnknown, zoneName)
        : fill(digitalSince, zoneName, dayText(registration.day));
    case 'not-registered':
      return fill(digitalNot, zoneName);
    case 'nothing-known':
    case 'no-access':
      return nothingKnown;
  }
}
