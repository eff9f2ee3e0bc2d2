import type { View } from '../view.ts';
import type { Customer } from './customer.ts';
import { homeView, personCoverView } from './homeViews.ts';
import { lifeView } from './lifeViews.ts';
import type { Policy } from './policy.ts';
import { PRODUCT_FACTS } from './products.ts';
import type { ProductView } from './productView.ts';
import type { Random } from './random.ts';
import { vehicleView } from './vehicleViews.ts';
import { withClauses } from './clauses.ts';

/** Generates what the zone shows of a policy, in the customer's language, `size` characters long on average. */
export function policyView(policy: Policy, owner: Customer, random: Random, size: number): View {
  const { title, sections, documents } = productView(policy, owner, random);
  const view: View = {
    ...(documents ? { documents } : {}),
    language: owner.language,
    sections,
    title: title ?? PRODUCT_FACTS[policy.product].name[owner.language],
  };
  return withClauses(view, owner.language, random, size);
}

function productView(policy: Policy, owner: Customer, random: Random): ProductView {
  switch (policy.product) {
    case 'car':
    case 'motorcycle':
    case 'bicycle':
      return vehicleView(policy, owner, random);
    case 'home':
      return homeView(policy, owner, random);
    case 'family-liability':
    case 'private-accident':
    case 'legal-assistance':
    case 'niche':
      return personCoverView(policy, owner, random);
    case 'pension-savings':
    case 'long-term-savings':
    case 'supplementary-pension-self-employed':
    case 'savings':
    case 'investment':
    case 'death':
    case 'guaranteed-income':
    case 'group-insurance':
      return lifeView(policy, owner, random);
  }
}
