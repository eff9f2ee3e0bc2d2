import documentsNone from '@salesforce/label/c.CuZo_Contracts_Without_Documents';
import differencesLabel from '@salesforce/label/c.CuZo_Differences';
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
import POLICY from '@salesforce/schema/InsurancePolicy';
import REASON from '@salesforce/schema/InsurancePolicy.CuZo_Hidden_Reason__c';
import VIEW from '@salesforce/schema/InsurancePolicy.CuZo_View__c';
import VISIBILITY from '@salesforce/schema/InsurancePolicy.CuZo_Visibility__c';
import { differences, type ComparedFields } from 'c/cuzoDifferences';
import { fill } from 'c/cuzoFormat';
import { policyTitle, type ActivePolicy } from 'c/cuzoPolicies';
import { namedField } from 'c/cuzoProperties';
import { rowText, rowValue, type Row } from 'c/cuzoQuery';
import { readView } from 'c/cuzoViewDocument';
import { ZONES } from 'c/cuzoZones';

/**
 * The fields that the list queries of every policy. Views are long, so they are queried separately, for the policies on the
 * screen only.
 */
export const LINE_FIELDS = [VISIBILITY, REASON];

/** A policy as the list shows it. */
export interface ContractLine {
  readonly id: string;
  readonly name: string;
  /** Name of its zone; '' when the zone of its brand isn't known. */
  readonly zone: string;
  readonly icon: string;
  /** Whether it is shown or hidden, and why. */
  readonly words: string;
  /** Whether there are documents; '' when that isn't known. */
  readonly documents: string;
  /** The number of values that differ in Connect 360, in words; '' when there are none or that isn't known. */
  readonly differences: string;
}

/** What is queried separately for a policy; undefined until it has arrived. */
export interface ContractParts {
  /** Row with CuZo_View__c. */
  readonly view: Row | undefined;
  /** Row with the compared fields. */
  readonly held: Row | undefined;
  readonly compared: ComparedFields;
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

export function contractLine(policy: ActivePolicy, parts: ContractParts): ContractLine {
  const { id, brand, row } = policy;
  const line = {
    id,
    name: policyTitle(policy),
    documents: '',
    differences: '',
    zone: ZONES.find((zone) => zone.brand === brand)?.name ?? '',
  };
  const visibility = rowValue(row, VISIBILITY);
  if (visibility === undefined) return { ...line, icon: 'utility:lock', words: noAccess };
  if (visibility === null) return { ...line, icon: 'utility:question', words: unknown };
  if (visibility === 'Hidden') {
    return { ...line, icon: 'utility:hide', words: hiddenWords(rowValue(row, REASON) ?? '') };
  }
  return { ...line, ...shownWords(parts) };
}

/** A reason without a label is shown as its code. */
function hiddenWords(reason: string): string {
  return reason === '' ? hiddenPlain : fill(hidden, WHY.get(reason) ?? reason);
}

type ShownWords = Pick<ContractLine, 'icon' | 'words'> & Partial<ContractLine>;

/** Reads the view as the tab does, so that the list counts what the tab shows. */
function shownWords({ view: row, held, compared }: ContractParts): ShownWords {
  const seen = { icon: 'utility:preview', words: shown };
  const text = row === undefined ? undefined : rowValue(row, VIEW);
  if (text === undefined) return seen;
  const view = readView(text ?? '');
  if (typeof view === 'string') return { icon: 'utility:warning', words: unreadable };
  const documents = view.documents.length;
  const differing = held === undefined ? 0 : differences(view, heldIn(held), compared).length;
  return {
    ...seen,
    documents: documents === 0 ? documentsNone : fill(documentsSome, String(documents)),
    differences: differing === 0 ? '' : fill(differencesLabel, String(differing)),
  };
}

function heldIn(row: Row): Parameters<typeof differences>[1] {
  return (fieldApiName) => {
    const field = namedField(POLICY, fieldApiName);
    return field === null ? undefined : { value: rowValue(row, field), display: rowText(row, field) };
  };
}
