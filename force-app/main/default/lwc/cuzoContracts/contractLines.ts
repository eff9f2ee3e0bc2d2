import documentsNone from '@salesforce/label/c.CuZo_Contracts_Without_Documents';
import documentsSome from '@salesforce/label/c.CuZo_Contracts_With_Documents';
import hidden from '@salesforce/label/c.CuZo_Contracts_Hidden';
import hiddenPlain from '@salesforce/label/c.CuZo_Contracts_Hidden_No_Reason';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import shown from '@salesforce/label/c.CuZo_Contracts_Shown';
import unknown from '@salesforce/label/c.CuZo_Contracts_Unknown';
import unreadable from '@salesforce/label/c.CuZo_Contracts_Unreadable';
import whyBicycle from '@salesforce/label/c.CuZo_Why_bicycle';
import whyEnded from '@salesforce/label/c.CuZo_Why_ended';
import whyGroup from '@salesforce/label/c.CuZo_Why_group_insurance_site';
import whyLegacy from '@salesforce/label/c.CuZo_Why_legacy_car';
import whyNiche from '@salesforce/label/c.CuZo_Why_niche';
import whyProfessional from '@salesforce/label/c.CuZo_Why_professional_non_life';
import whyStandalone from '@salesforce/label/c.CuZo_Why_standalone_life_cover';
import whyUnknown from '@salesforce/label/c.CuZo_Why_unknown_product';
import REASON from '@salesforce/schema/InsurancePolicy.CuZo_Hidden_Reason__c';
import VIEW from '@salesforce/schema/InsurancePolicy.CuZo_View__c';
import VISIBILITY from '@salesforce/schema/InsurancePolicy.CuZo_Visibility__c';
import { fill } from 'c/cuzoFormat';
import type { ActivePolicy } from 'c/cuzoPolicies';
import { rowValue, type Row } from 'c/cuzoQuery';
import { ZONES } from 'c/cuzoZones';

/** What the list asks of a policy. Views are long: they come apart, for the policies on the screen alone. */
export const LINE_FIELDS = [VISIBILITY, REASON];

/** A contract as the list tells it. */
export interface ContractLine {
  readonly id: string;
  readonly name: string;
  /** Name of its zone; '' where its brand isn't known. */
  readonly zone: string;
  readonly icon: string;
  /** Shown or hidden, and why, in a word. */
  readonly words: string;
  /** Documents there or not; '' where that isn't known. */
  readonly documents: string;
}

const WHY: ReadonlyMap<string, string> = new Map([
  ['ended', whyEnded],
  ['group-insurance-site', whyGroup],
  ['standalone-life-cover', whyStandalone],
  ['legacy-car', whyLegacy],
  ['bicycle', whyBicycle],
  ['niche', whyNiche],
  ['professional-non-life', whyProfessional],
  ['unknown-product', whyUnknown],
]);

/** `view` is the policy's row with CuZo_View__c; undefined while it isn't there. */
export function contractLine(
  { id, number, name, brand, row }: ActivePolicy,
  view: Row | undefined,
): ContractLine {
  const line = {
    id,
    name: name === null ? number : `${name} · ${number}`,
    zone: ZONES.find((zone) => zone.brand === brand)?.name ?? '',
  };
  const visibility = rowValue(row, VISIBILITY);
  if (visibility === undefined) return { ...line, icon: 'utility:lock', words: noAccess, documents: '' };
  if (visibility === null) return { ...line, icon: 'utility:question', words: unknown, documents: '' };
  if (visibility === 'Hidden') {
    return { ...line, icon: 'utility:hide', words: hiddenWords(rowValue(row, REASON) ?? ''), documents: '' };
  }
  const documents = view === undefined ? null : documentsOf(rowValue(view, VIEW));
  return documents === 'unreadable'
    ? { ...line, icon: 'utility:warning', words: unreadable, documents: '' }
    : { ...line, icon: 'utility:preview', words: shown, documents: documents ?? '' };
}

/** A reason that has no word yet is told by its code. */
function hiddenWords(reason: string): string {
  return reason === '' ? hiddenPlain : fill(hidden, WHY.get(reason) ?? reason);
}

/** null: not known, as the agent has no access to the view. */
function documentsOf(text: string | null | undefined): string | null {
  if (text === undefined) return null;
  let view: unknown;
  try {
    view = JSON.parse(text ?? '');
  } catch {
    return 'unreadable';
  }
  if (typeof view !== 'object' || view === null) return 'unreadable';
  const { documents = [] } = view as { readonly documents?: unknown };
  if (!Array.isArray(documents)) return 'unreadable';
  return documents.length === 0 ? documentsNone : fill(documentsSome, String(documents.length));
}
