import type { Zone } from '../contract.ts';
import type { View } from '../view.ts';
import { momentBefore } from './calendar.ts';
import { unknownCustomerNumber, unknownPolicyNumber, type Customer } from './customer.ts';
import type { Fate } from './fates.ts';
import type { DrawnPolicy } from './policy.ts';
import type { HiddenReason, Product } from './products.ts';
import type { Random } from './random.ts';
import { LATE_AS_OF, LATE_MOMENT, type Before } from './registrations.ts';
import type { Said, Sayings } from './sayings.ts';
import { inTurn } from './shares.ts';
import { withOtherCover, withoutLastDocument, withOtherPremium } from './otherViews.ts';

/** What the org holds of a zone's word on a policy; null: nothing. */
export interface PolicyWord {
  readonly asOf: number;
  readonly product: Product;
  /** The view, or why there is none. */
  readonly told: View | HiddenReason;
}

type Told = PolicyWord['told'];

const CHANGES_OF_SHOWN = ['premium', 'cover', 'document', 'first-word', 'appears', 'erased'] as const;
const CHANGES_OF_HIDDEN = ['disappears', 'first-word', 'other-reason', 'erased'] as const;
type Change = (typeof CHANGES_OF_SHOWN)[number] | (typeof CHANGES_OF_HIDDEN)[number];

/** Gives the function that lets a zone speak of a policy. */
export function openPolicyWords(
  random: Random,
  { say, repeat }: Sayings,
): (drawn: DrawnPolicy, owner: Customer, fate: Exclude<Fate, 'bad'>) => Before<PolicyWord | null> {
  const nextOfShown = inTurn(CHANGES_OF_SHOWN);
  const nextOfHidden = inTurn(CHANGES_OF_HIDDEN);
  let unknown = 0;

  return ({ policy, view }, owner, fate) => {
    const { zone, number, product, hidden } = policy;
    const asOf = momentBefore(random.int(2, 300), 2 * 3600 + random.int(0, 3600));
    const now: Told = hidden ?? view;
    const tell = (
      told: Told,
      subject = number,
      customer = owner.number,
    ): Said<'be.pv.cuzo.policy-view.v1'> => ({
      type: 'be.pv.cuzo.policy-view.v1',
      subject,
      data: isReason(told)
        ? { shown: false, product, reason: told, customer }
        : { shown: true, product, view: told, customer },
    });
    const held = (told: Told, since = asOf): PolicyWord => ({ asOf: since, product, told });

    if (fate === 'changed') {
      const kind = hidden === null ? nextOfShown() : nextOfHidden();
      if (kind === 'erased')
        say(zone, { type: 'be.pv.cuzo.erased.v1', subject: number, data: { kind: 'policy' } }, 'changed');
      else say(zone, tell(now), 'changed');
      return { before: kind === 'first-word' ? null : held(toldBefore(kind, now, view)), isChanged: true };
    }
    const other = (): Told => (hidden === null ? withOtherPremium(view) : view);
    if (fate === 'late') {
      say(zone, { ...tell(other()), at: LATE_MOMENT }, 'late');
      return { before: held(now, LATE_AS_OF), isChanged: false };
    }
    if (fate === 'ambiguous') {
      say(zone, tell(other(), number, unknownCustomerNumber(0)), 'ambiguous');
      return { before: held(now), isChanged: false };
    }
    const line = say(zone, tell(now), 'unchanged');
    if (fate === 'duplicate') repeat(zone, line, 'duplicate');
    if (fate === 'superseded') say(zone, { ...tell(other()), at: LATE_MOMENT }, 'superseded');
    if (fate === 'foreign') say(otherZone(zone), tell('unknown-product'), 'foreign');
    if (fate === 'unmatched') {
      say(zone, tell(now, unknownPolicyNumber(zone, unknown)), 'unmatched');
      unknown += 1;
    }
    return { before: held(now), isChanged: false };
  };
}

const isReason = (told: Told): told is HiddenReason => typeof told === 'string';

const otherZone = (zone: Zone): Zone => (zone === 'mypv' ? 'myvivium' : 'mypv');

/** What the zone said before it said `now`. */
function toldBefore(kind: Exclude<Change, 'first-word'>, now: Told, view: View): Told {
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
      return now;
  }
}
