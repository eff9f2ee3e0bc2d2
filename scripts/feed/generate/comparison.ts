import {
  codesText,
  comparedFields,
  differences,
  type Held,
} from '../../../force-app/main/default/lwc/cuzoDifferences/cuzoDifferences.ts';
import type { View } from '../view.ts';

const { fields } = comparedFields('');
/** Length of CuZo_Difference_Fields__c. */
const CODES_LENGTH = 255;

/** In how many items the view and what Connect 360 holds differ, and their codes, as the job writes them. */
export function comparison(
  view: View,
  held: Readonly<Record<string, Held['value']>>,
): { readonly count: number; readonly codes: string | null } {
  const found = differences(view, (name) => ({ value: held[name] }), fields);
  const codes = codesText(
    found.map(({ code }) => code),
    CODES_LENGTH,
  );
  return { count: found.length, codes: codes === '' ? null : codes };
}
