import type { Registration } from 'c/cuzoRegistration';

/**
 * What the agent can see of a customer and a zone. null: not known, as the page names no field for it or the agent has no
 * access.
 */
export interface BlockerFacts {
  readonly isDeceased: boolean | null;
  readonly registration: Registration;
  readonly hasContract: boolean | null;
  readonly hasEmail: boolean | null;
  readonly hasMobile: boolean | null;
  /** Whether the zone sends codes by SMS to customers who register without itsme or eID (FAQ 2.1). */
  readonly usesSms: boolean;
  readonly isBusiness: boolean | null;
  /** Whether one of the contracts in this zone is life insurance. */
  readonly hasLife: boolean | null;
  /** Other customers with the same e-mail address, and how many of them are registered in the zone. */
  readonly sameEmail: number | null;
  readonly sameEmailRegistered: number | null;
  /** Other customers with the same name and birth date. */
  readonly namesakes: number | null;
}

export type BlockerCode =
  | 'deceased'
  | 'registered'
  | 'no-contract'
  | 'twice'
  | 'email-in-use'
  | 'no-email'
  | 'no-mobile'
  | 'business'
  | 'never-mentioned';

export interface Blocker {
  readonly code: BlockerCode;
  readonly state: 'found' | 'not-found' | 'not-checked';
}

type Answer = boolean | null;

const not = (answer: Answer): Answer => (answer === null ? null : !answer);
const some = (count: number | null): Answer => (count === null ? null : count > 0);

/** Logical OR: unknown when none is true and one isn't known. */
function either(one: Answer, other: Answer): Answer {
  if (one === true || other === true) return true;
  return one === null || other === null ? null : false;
}

/** Logical AND: unknown when none is false and one isn't known. */
const both = (one: Answer, other: Answer): Answer => not(either(not(one), not(other)));

/** Everything that keeps a customer from registering, in the order in which it is shown: FAQ 2.3, 2.5, 3.1. */
const RULES: Readonly<Record<BlockerCode, (facts: BlockerFacts) => Answer>> = {
  deceased: ({ isDeceased }) => isDeceased,
  registered: ({ registration: { kind } }) => (kind === 'no-access' ? null : kind === 'registered'),
  'no-contract': ({ hasContract }) => not(hasContract),
  twice: ({ sameEmail, namesakes }) => either(some(sameEmail), some(namesakes)),
  'email-in-use': ({ sameEmailRegistered }) => some(sameEmailRegistered),
  'no-email': ({ hasEmail }) => not(hasEmail),
  'no-mobile': ({ hasMobile, usesSms }) => both(usesSms, not(hasMobile)),
  // Without any contract, that is already shown as the reason.
  business: ({ isBusiness, hasLife, hasContract }) => hasContract !== false && both(isBusiness, not(hasLife)),
  'never-mentioned': ({ registration: { kind } }) => (kind === 'no-access' ? null : kind === 'nothing-known'),
};

/** All blockers with their results. For a deceased customer nothing else is shown. */
export function blockers(facts: BlockerFacts): readonly Blocker[] {
  if (facts.isDeceased === true) return [{ code: 'deceased', state: 'found' }];
  return Object.entries(RULES).map(([code, rule]) => ({
    code: code as BlockerCode,
    state: stateOf(rule(facts)),
  }));
}

function stateOf(answer: Answer): Blocker['state'] {
  if (answer === null) return 'not-checked';
  return answer ? 'found' : 'not-found';
}
