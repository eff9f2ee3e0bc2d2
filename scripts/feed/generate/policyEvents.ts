import type { Zone } from '../contract.ts';
import type { View } from '../view.ts';
import { momentBefore } from './calendar.ts';
import { unknownCustomerNumber, unknownPolicyNumber, type Customer } from './customer.ts';
import type { Scenario } from './scenarios.ts';
import type { DrawnPolicy } from './drawnPolicies.ts';
import type { HiddenReason, Product } from './products.ts';
import type { Random } from './random.ts';
import { LATE_AS_OF, LATE_MOMENT, type OrgState } from './registrationEvents.ts';
import type { EventDraft, EventWriter } from './eventWriter.ts';
import { inTurn } from './shares.ts';
import { withOtherCover, withoutLastDocument, withOtherPremium } from './otherViews.ts';

/** What the org holds of a policy from its zone; null when there is nothing yet. */
export interface PolicyState {
  readonly asOf: number;
  readonly product: Product;
  /** The view, or the reason why it is hidden. */
  readonly content: View | HiddenReason;
  /** The premium that Connect 360 has got since yesterday's run; the policy's when left out. */
  readonly premiumSince?: string;
}

type Content = PolicyState['content'];

const CHANGES_OF_SHOWN = [
  ...(['premium', 'cover', 'document', 'first-event', 'appears', 'erased'] as const),
  // The zone says the same, Connect 360 another premium.
  'connect360',
] as const;
const CHANGES_OF_HIDDEN = ['disappears', 'first-event', 'other-reason', 'erased'] as const;
type Change = (typeof CHANGES_OF_SHOWN)[number] | (typeof CHANGES_OF_HIDDEN)[number];

/** Returns a function that writes the events of a policy for a scenario and returns what the org held before. */
export function openPolicyEvents(
  random: Random,
  { write, repeat }: EventWriter,
): (drawn: DrawnPolicy, owner: Customer, scenario: Exclude<Scenario, 'bad'>) => OrgState<PolicyState | null> {
  const nextOfShown = inTurn(CHANGES_OF_SHOWN);
  const nextOfHidden = inTurn(CHANGES_OF_HIDDEN);
  let unknown = 0;

  return ({ policy, view }, owner, scenario) => {
    const { zone, number, product, hidden } = policy;
    const asOf = momentBefore(random.int(2, 300), 2 * 3600 + random.int(0, 3600));
    const now: Content = hidden ?? view;
    const draft = (
      content: Content,
      subject = number,
      customer = owner.number,
    ): EventDraft<'be.pv.cuzo.policy-view.v1'> => ({
      type: 'be.pv.cuzo.policy-view.v1',
      subject,
      data: isReason(content)
        ? { shown: false, product, reason: content, customer }
        : { shown: true, product, view: content, customer },
    });
    const held = (content: Content, since = asOf): PolicyState => ({ asOf: since, product, content });

    if (scenario === 'changed') {
      const kind = hidden === null ? nextOfShown() : nextOfHidden();
      if (kind === 'erased')
        write(zone, { type: 'be.pv.cuzo.erased.v1', subject: number, data: { kind: 'policy' } }, 'changed');
      else write(zone, draft(now), 'changed');
      if (kind === 'first-event') return { before: null, isChanged: true };
      const premiumSince = kind === 'connect360' ? { premiumSince: raised(policy.premium) } : {};
      return { before: { ...held(contentBefore(kind, now, view)), ...premiumSince }, isChanged: true };
    }
    const other = (): Content => (hidden === null ? withOtherPremium(view) : view);
    if (scenario === 'late') {
      write(zone, { ...draft(other()), at: LATE_MOMENT }, 'late');
      return { before: held(now, LATE_AS_OF), isChanged: false };
    }
    if (scenario === 'ambiguous') {
      write(zone, draft(other(), number, unknownCustomerNumber(0)), 'ambiguous');
      return { before: held(now), isChanged: false };
    }
    const line = write(zone, draft(now), 'unchanged');
    if (scenario === 'duplicate') repeat(zone, line, 'duplicate');
    if (scenario === 'superseded') write(zone, { ...draft(other()), at: LATE_MOMENT }, 'superseded');
    if (scenario === 'foreign') write(otherZone(zone), draft('unknown-product'), 'foreign');
    if (scenario === 'unmatched') {
      write(zone, draft(now, unknownPolicyNumber(zone, unknown)), 'unmatched');
      unknown += 1;
    }
    return { before: held(now), isChanged: false };
  };
}

const raised = (premium: string): string => (Number(premium) * 1.02 + 1).toFixed(2);

const isReason = (content: Content): content is HiddenReason => typeof content === 'string';

const otherZone = (zone: Zone): Zone => (zone === 'mypv' ? 'myvivium' : 'mypv');

/** What the zone showed before `now`. */
function contentBefore(kind: Exclude<Change, 'first-event'>, now: Content, view: View): Content {
  switch (kind) {
    case 'premium':
      return withOtherPremium(view);
    case 'cover':
      return withOtherCover(view);
    case 'document':
      return withoutLastDocument(view);
    case 'appears':
      return 'unknown-product';
    case 'disappears':
      return view;
    case 'other-reason':
      return now === 'unknown-product' ? 'niche' : 'unknown-product';
    case 'erased':
    case 'connect360':
      return now;
  }
}
