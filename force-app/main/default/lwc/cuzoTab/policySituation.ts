import deceased from '@salesforce/label/c.CuZo_Tab_Customer_Deceased';
import differencesLabel from '@salesforce/label/c.CuZo_Differences';
import ACCOUNT from '@salesforce/schema/Account';
import POLICY from '@salesforce/schema/InsurancePolicy';
import { comparedFields, difference } from 'c/cuzoDifferences';
import { fill } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import { namedField } from 'c/cuzoProperties';
import type { ShownView } from 'c/cuzoView';
import { asIs } from 'c/cuzoViewDocument';
import type { FactsCustomer } from 'c/cuzoZoneFacts';
import { ZONES, type Zone } from 'c/cuzoZones';
import { getFieldValue, type RecordData } from 'lightning/uiRecordApi';
import { customerId, customerOf, customerRegistration, zoneOfBrand } from './customerZone';
import { heldBy, heldText } from './differences';
import { documentSection } from './documentSection';
import { policyVisibility, type PolicyVisibility } from './policyVisibility';
import { shownView } from './shownView';
import { registrationNotice, visibilityNotice } from './visibilityNotices';

/** The tab's design properties. */
export interface TabChoices {
  readonly brandField: string | undefined;
  readonly deceasedField: string | undefined;
  readonly comparedFields: string | undefined;
  readonly showDifferences: boolean;
  readonly showDocuments: boolean;
}

/** An item that differs in Connect 360, by its keys in the view. */
interface ShownDifference {
  readonly key: string;
  readonly section: string;
  readonly item: string;
  readonly words: string;
}

/** Everything that the tab shows of a policy. */
export interface PolicySituation {
  readonly kind: PolicyVisibility['kind'];
  /** Sorted from the answer to the agent's question to what is good to know. */
  readonly notices: readonly Notice[];
  /** Shown after the notices, above the view; null when nothing differs. */
  readonly differencesNotice: Notice | null;
  readonly differences: readonly ShownDifference[];
  /** The policy's zone, or all zones when it isn't known. */
  readonly zones: readonly Zone[];
  readonly customer: FactsCustomer;
  /** Account id of a customer who has yet to register. */
  readonly customerToInvite: string | null;
  /** null when the customer doesn't see the policy. */
  readonly view: ShownView | null;
  /** ISO date-time of the zone's last change to the policy. */
  readonly asOf: string | null;
}

export function policySituation(policy: RecordData, choices: TabChoices): PolicySituation {
  const word = policyVisibility(policy);
  const zone = zoneOf(policy, choices);
  const deceasedField = namedField(ACCOUNT, choices.deceasedField);
  const customer = customerOf(policy, zone, deceasedField);
  const view = word.kind === 'shown' ? viewOf(policy, word, choices) : null;
  const differences = differencesOf(view);
  const account = accountNotice(policy, zone, customer);
  const notices = [visibilityNotice(word, zone), word.kind === 'no-access' ? null : account];
  return {
    kind: word.kind,
    notices: notices.filter((notice) => notice !== null),
    differencesNotice:
      differences.length === 0
        ? null
        : { kind: 'warning', message: fill(differencesLabel, String(differences.length)) },
    differences,
    zones: zone === null ? ZONES : [zone],
    customer,
    customerToInvite: account?.kind === 'warning' && word.kind !== 'no-access' ? customerId(policy) : null,
    view,
    asOf: 'asOf' in word ? word.asOf : null,
  };
}

/** A deceased customer isn't invited, whatever the zones say. */
function accountNotice(policy: RecordData, zone: Zone | null, { isDeceased }: FactsCustomer): Notice | null {
  if (isDeceased) return { kind: 'info', message: deceased };
  return registrationNotice(
    zone,
    ZONES.map((each) => [each, customerRegistration(policy, each)]),
  );
}

function zoneOf(policy: RecordData, { brandField }: TabChoices): Zone | null {
  const field = namedField(POLICY, brandField);
  return field === null ? null : zoneOfBrand(getFieldValue(policy, field));
}

function viewOf(
  policy: RecordData,
  { view, product }: PolicyVisibility & { kind: 'shown' },
  { comparedFields: setting, showDifferences, showDocuments }: TabChoices,
): ShownView {
  const { fields } = comparedFields(setting);
  const held = heldBy(policy);
  const shown = shownView(view, product, (item) => {
    const found = showDifferences ? difference(item, held, fields) : undefined;
    return found === undefined ? undefined : heldText(found);
  });
  const documents = showDocuments ? [documentSection(view, product)] : [];
  return asIs({ ...shown, sections: [...shown.sections, ...documents].map(asIs) });
}

function differencesOf(view: ShownView | null): readonly ShownDifference[] {
  return (view?.sections ?? []).flatMap((section) =>
    section.items.flatMap(({ key, label, difference: words }) => {
      if (words === undefined) return [];
      return [
        { key: `${section.key}/${key}`, section: section.key, item: key, words: `${label} · ${words}` },
      ];
    }),
  );
}
