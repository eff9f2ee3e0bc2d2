import differencesLabel from '@salesforce/label/c.CuZo_Differences';
import POLICY from '@salesforce/schema/InsurancePolicy';
import { fill } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import { namedField } from 'c/cuzoProperties';
import type { ShownView } from 'c/cuzoView';
import { ZONES, type Zone } from 'c/cuzoZones';
import { getFieldValue, type RecordData } from 'lightning/uiRecordApi';
import { customerId, customerRegistration, zoneOfBrand } from './customerZone';
import { comparedFields, difference } from './differences';
import { policyWord, type PolicyWord } from './policyWord';
import { documentSection, missingDocuments, shownView } from './shownView';
import type { ViewItem } from './viewDocument';
import { registrationNotice, wordNotice } from './wordNotices';

/** What an admin chose for the tab. */
export interface TabChoices {
  readonly brandField: string | undefined;
  readonly comparedFields: string | undefined;
  readonly showDifferences: boolean;
  readonly showDocuments: boolean;
}

/** All that the tab says of a policy. */
export interface PolicySituation {
  readonly kind: PolicyWord['kind'];
  /** From what answers the agent's question to what is good to know. */
  readonly notices: readonly Notice[];
  /** Codes of the policy's zone, or of all where that isn't known. */
  readonly zones: readonly string[];
  /** Id of the account of a customer who has still to register. */
  readonly customerToInvite: string | null;
  /** null when the customer doesn't see the policy. */
  readonly view: ShownView | null;
  /** The usual documents that the customer doesn't find, in words. */
  readonly missing: string | null;
  /** ISO date-time of the zone's word. */
  readonly asOf: string | null;
}

export function policySituation(policy: RecordData, choices: TabChoices): PolicySituation {
  const word = policyWord(policy);
  const zone = zoneOf(policy, choices);
  const registered = registrationNotice(
    zone,
    ZONES.map((each) => [each, customerRegistration(policy, each)]),
  );
  const view = word.kind === 'shown' ? viewOf(policy, word, choices) : null;
  const notices = [
    wordNotice(word, zone),
    word.kind === 'no-access' ? null : registered,
    differencesNotice(view),
  ];
  return {
    kind: word.kind,
    notices: notices.filter((notice) => notice !== null),
    zones: (zone === null ? ZONES : [zone]).map(({ code }) => code),
    customerToInvite: registered?.kind === 'warning' ? customerId(policy) : null,
    view,
    missing:
      word.kind === 'shown' && choices.showDocuments ? missingDocuments(word.view, word.product) : null,
    asOf: 'asOf' in word ? word.asOf : null,
  };
}

function zoneOf(policy: RecordData, { brandField }: TabChoices): Zone | null {
  const field = namedField(POLICY, brandField);
  return field === null ? null : zoneOfBrand(getFieldValue(policy, field));
}

function viewOf(
  policy: RecordData,
  { view, product }: PolicyWord & { kind: 'shown' },
  { comparedFields: setting, showDifferences, showDocuments }: TabChoices,
): ShownView {
  const compared = comparedFields(setting);
  const differing = showDifferences ? (item: ViewItem) => difference(policy, item, compared) : noDifference;
  const shown = shownView(view, product, differing);
  const documents = showDocuments ? documentSection(view) : null;
  return documents === null ? shown : { ...shown, sections: [...shown.sections, documents] };
}

const noDifference = (): undefined => undefined;

function differencesNotice(view: ShownView | null): Notice | null {
  const items = view?.sections.flatMap((section) => section.items) ?? [];
  const count = items.filter((item) => item.difference !== undefined).length;
  return count === 0 ? null : { kind: 'warning', message: fill(differencesLabel, String(count)) };
}
