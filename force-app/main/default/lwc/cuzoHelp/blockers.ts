import type { Registration } from 'c/cuzoRegistration';

/** What the agent may read of a customer and a zone. null: not known, as no field is named for it or it is closed to the agent. */
export interface BlockerFacts {
  readonly isDeceased: boolean | null;
  readonly registration: Registration;
  readonly hasContract: boolean | null;
  readonly hasEmail: boolean | null;
  readonly hasMobile: boolean | null;
  /** The zone sends codes by SMS to who registers without itsme or eID (FAQ 2.1). */
  readonly usesSms: boolean;
  readonly isBusiness: boolean | null;
  /** Whether one of the contracts of this zone is life insurance. */
  readonly hasLife: boolean | null;
  /** How many other customers have the same e-mail address, and how many of these have an account in the zone. */
  readonly sameEmail: number | null;
  readonly sameEmailRegistered: number | null;
  /** How many other customers have the same name and birth date. */
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

/** One that holds is enough; with none that holds, one that isn't known leaves it open. */
function either(one: Answer, other: Answer): Answer {
  if (one === true || other === true) return true;
  return one === null || other === null ? null : false;
}

/** Both have to hold; one that doesn't is enough to know. */
const both = (one: Answer, other: Answer): Answer => not(either(not(one), not(other)));

/** Everything that keeps a customer from registering, in the order in which it is told: FAQ 2.3, 2.5, 3.1. */
const RULES: Readonly<Record<BlockerCode, (facts: BlockerFacts) => Answer>> = {
  deceased: ({ isDeceased }) => isDeceased,
  registered: ({ registration: { kind } }) => (kind === 'no-access' ? null : kind === 'registered'),
  'no-contract': ({ hasContract }) => not(hasContract),
  twice: ({ sameEmail, namesakes }) => either(some(sameEmail), some(namesakes)),
  'email-in-use': ({ sameEmailRegistered }) => some(sameEmailRegistered),
  'no-email': ({ hasEmail }) => not(hasEmail),
  'no-mobile': ({ hasMobile, usesSms }) => both(usesSms, not(hasMobile)),
  // Without any contract that is the reason, and it is told already.
  business: ({ isBusiness, hasLife, hasContract }) => hasContract !== false && both(isBusiness, not(hasLife)),
  'never-mentioned': ({ registration: { kind } }) => (kind === 'no-access' ? null : kind === 'nothing-known'),
};

/** All of them, each with what became of it. Of a customer who has died nothing else is told. */
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
