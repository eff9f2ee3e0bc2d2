import fc from 'fast-check';
import { blockers, type Blocker, type BlockerCode, type BlockerFacts } from '../blockers';

/** A customer of whom everything is known and whom nothing keeps from registering. */
const clear: BlockerFacts = {
  isDeceased: false,
  registration: { kind: 'not-registered' },
  hasContract: true,
  hasEmail: true,
  hasMobile: true,
  usesSms: true,
  isBusiness: false,
  hasLife: false,
  sameEmail: 0,
  sameEmailRegistered: 0,
  namesakes: 0,
};
const stateOf = (facts: BlockerFacts, code: BlockerCode): Blocker['state'] | undefined =>
  blockers(facts).find((one) => one.code === code)?.state;

test('nothing stops who has all that is needed', () => {
  expect(blockers(clear).every(({ state }) => state === 'not-found')).toBe(true);
});

test.each<[BlockerCode, Partial<BlockerFacts>, Blocker['state']]>([
  ['deceased', { isDeceased: true }, 'found'],
  ['deceased', { isDeceased: null }, 'not-checked'],
  ['registered', { registration: { kind: 'registered', day: null } }, 'found'],
  ['registered', { registration: { kind: 'no-access' } }, 'not-checked'],
  ['never-mentioned', { registration: { kind: 'nothing-known' } }, 'found'],
  ['never-mentioned', { registration: { kind: 'no-access' } }, 'not-checked'],
  ['no-contract', { hasContract: false }, 'found'],
  ['no-contract', { hasContract: null }, 'not-checked'],
  ['twice', { sameEmail: 1 }, 'found'],
  ['twice', { namesakes: 2 }, 'found'],
  ['twice', { namesakes: 1, sameEmail: null }, 'found'],
  ['twice', { namesakes: null }, 'not-checked'],
  ['twice', { sameEmail: null, sameEmailRegistered: null }, 'not-checked'],
  ['email-in-use', { sameEmail: 2, sameEmailRegistered: 1 }, 'found'],
  ['email-in-use', { sameEmail: 2 }, 'not-found'],
  ['email-in-use', { sameEmail: null, sameEmailRegistered: null }, 'not-checked'],
  ['no-email', { hasEmail: false }, 'found'],
  ['no-email', { hasEmail: null }, 'not-checked'],
  ['no-mobile', { hasMobile: false }, 'found'],
  ['no-mobile', { hasMobile: false, usesSms: false }, 'not-found'],
  ['no-mobile', { hasMobile: null, usesSms: false }, 'not-found'],
  ['no-mobile', { hasMobile: null }, 'not-checked'],
  ['business', { isBusiness: true }, 'found'],
  ['business', { isBusiness: true, hasLife: true }, 'not-found'],
  ['business', { isBusiness: true, hasLife: null }, 'not-checked'],
  ['business', { isBusiness: null }, 'not-checked'],
  ['business', { isBusiness: null, hasLife: true }, 'not-found'],
  ['business', { isBusiness: true, hasContract: false }, 'not-found'],
])('%s with %j: %s', (code, facts, state) => {
  expect(stateOf({ ...clear, ...facts }, code)).toBe(state);
});

test('of who has died nothing else is told', () => {
  expect(blockers({ ...clear, isDeceased: true, hasEmail: false })).toEqual([
    { code: 'deceased', state: 'found' },
  ]);
});

const known = fc.option(fc.boolean());
const count = fc.option(fc.nat({ max: 3 }));
const anyFacts: fc.Arbitrary<BlockerFacts> = fc.record({
  isDeceased: known,
  registration: fc.constantFrom(
    { kind: 'registered', day: '2024-03-28' } as const,
    { kind: 'not-registered' } as const,
    { kind: 'nothing-known' } as const,
    { kind: 'no-access' } as const,
  ),
  hasContract: known,
  hasEmail: known,
  hasMobile: known,
  usesSms: fc.boolean(),
  isBusiness: known,
  hasLife: known,
  sameEmail: count,
  sameEmailRegistered: count,
  namesakes: count,
});

/** The same rules written plainly, case by case. */
function plainly(facts: BlockerFacts): Record<string, string> {
  const { isDeceased, registration, hasContract, hasEmail, hasMobile, usesSms } = facts;
  const { isBusiness, hasLife, sameEmail, sameEmailRegistered, namesakes } = facts;
  if (isDeceased === true) return { deceased: 'found' };
  const said: Record<string, string> = {};
  said.deceased = isDeceased === null ? 'not-checked' : 'not-found';
  if (registration.kind === 'no-access') said.registered = said['never-mentioned'] = 'not-checked';
  else {
    said.registered = registration.kind === 'registered' ? 'found' : 'not-found';
    said['never-mentioned'] = registration.kind === 'nothing-known' ? 'found' : 'not-found';
  }
  if (hasContract === null) said['no-contract'] = 'not-checked';
  else said['no-contract'] = hasContract ? 'not-found' : 'found';
  if ((sameEmail ?? 0) > 0 || (namesakes ?? 0) > 0) said.twice = 'found';
  else said.twice = sameEmail === null || namesakes === null ? 'not-checked' : 'not-found';
  if (sameEmailRegistered === null) said['email-in-use'] = 'not-checked';
  else said['email-in-use'] = sameEmailRegistered > 0 ? 'found' : 'not-found';
  if (hasEmail === null) said['no-email'] = 'not-checked';
  else said['no-email'] = hasEmail ? 'not-found' : 'found';
  if (!usesSms || hasMobile === true) said['no-mobile'] = 'not-found';
  else said['no-mobile'] = hasMobile === null ? 'not-checked' : 'found';
  if (hasContract === false || isBusiness === false || hasLife === true) said.business = 'not-found';
  else said.business = isBusiness === null || hasLife === null ? 'not-checked' : 'found';
  return said;
}

test('is what plain code says, whatever the facts', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const told = Object.fromEntries(blockers(facts).map(({ code, state }) => [code, state]));
      expect(told).toEqual(plainly(facts));
    }),
    { numRuns: 2000 },
  );
});
