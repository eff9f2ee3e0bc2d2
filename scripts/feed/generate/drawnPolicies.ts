import type { Zone } from '../contract.ts';
import type { View } from '../view.ts';
import { firstOf } from './calendar.ts';
import { policyNumber, type Customer } from './customer.ts';
import type { Policy } from './policy.ts';
import { policyView } from './policyView.ts';
import { PORTFOLIO, PRODUCT_FACTS, type HiddenReason, type Product } from './products.ts';
import type { Random } from './random.ts';

/** A policy, and what its zone shows of it, if it does. */
export interface DrawnPolicy {
  readonly policy: Policy;
  readonly view: View;
}

const VIVIUM_SHARE = 0.18;
const ENDED_SHARE = 0.04;
const OLD_SYSTEM_SHARE = 0.05;

/** Returns the policies of a seed by index. `viewSize`: average characters of a view. */
export function openPolicies(
  random: Random,
  viewSize: number,
): (index: number, owner: Customer) => DrawnPolicy {
  return (index, owner) => {
    random.start(2, index);
    const zone: Zone = random.chance(VIVIUM_SHARE) ? 'myvivium' : 'mypv';
    const product = random.pick(PORTFOLIO[zone]);
    const facts = PRODUCT_FACTS[product];
    const isActive = !random.chance(ENDED_SHARE);
    const month = random.int(1, 12);
    const policy: Policy = {
      number: policyNumber(zone, index),
      zone,
      product,
      isActive,
      hidden: isActive ? hiddenReason(product, owner, random) : 'ended',
      premium: (random.int(facts.premium[0] * 100, facts.premium[1] * 100) / 100).toFixed(2),
      startDay: firstOf({ year: random.int(2000, 2025), month }),
      // The snapshot's month has begun, so contracts of that month have been renewed.
      renewal: { year: month > 11 ? 2026 : 2027, month },
    };
    return { policy, view: policyView(policy, owner, random, viewSize) };
  };
}

function hiddenReason(product: Product, owner: Customer, random: Random): HiddenReason | null {
  const { isLife, hidden } = PRODUCT_FACTS[product];
  if (owner.isBusiness && !isLife) return 'professional-non-life';
  if (hidden) return hidden;
  if (product === 'car' && random.chance(OLD_SYSTEM_SHARE)) return 'legacy-car';
  if (product === 'death' && random.chance(0.5)) return 'standalone-life-cover';
  return random.chance(0.005) ? 'unknown-product' : null;
}
