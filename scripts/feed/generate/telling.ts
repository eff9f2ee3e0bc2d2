import type { Zone } from '../contract.ts';
import { openBadLines } from './badLines.ts';
import { momentBefore } from './calendar.ts';
import { contactOf, openContacts, type ContactWord } from './contacts.ts';
import { accountRow, policyRow } from './crmRows.ts';
import type { Customer } from './customer.ts';
import { openFates, type Aside, type Fate, type Shares } from './fates.ts';
import type { Tally } from './outcomes.ts';
import type { DrawnPolicy } from './policy.ts';
import { openPolicyWords, type PolicyWord } from './policyWords.ts';
import { PRODUCT_FACTS } from './products.ts';
import type { Random } from './random.ts';
import { openRegistrations, type Before, type ZoneWord } from './registrations.ts';
import { writtenBy, type Sayings } from './sayings.ts';

/** Where the rows of the org go. */
export interface CrmFiles {
  readonly accounts: { readonly add: (row: string) => void };
  readonly policies: { readonly add: (row: string) => void };
}

/** Customers who have changed their contact data in a zone since go-live. */
const CONTACT_SHARE = 0.1;

const ASIDES_OF_CUSTOMER: readonly Aside[] = ['duplicate', 'superseded', 'late', 'unmatched'];
/** One contact event a customer: of two zones' one would be superseded. */
const ASIDES_OF_FIRM: readonly Aside[] = [...ASIDES_OF_CUSTOMER, 'failed'];
const ASIDES_OF_CONTACT: readonly Aside[] = ['duplicate', 'superseded', 'late'];
const ASIDES_OF_POLICY: readonly Aside[] = [
  'duplicate',
  'superseded',
  'late',
  'foreign',
  'unmatched',
  'ambiguous',
];

/** Gives what tells, of one customer after the other, the org's rows and the zones' events. */
export function openTelling(
  random: Random,
  sayings: Sayings,
  tally: Tally,
  shares: Shares,
  { accounts, policies }: CrmFiles,
): (index: number, customer: Customer, owned: readonly DrawnPolicy[]) => void {
  const fateOf = openFates(shares);
  const nextBadLine = openBadLines();
  const registration = openRegistrations(random, sayings);
  const contact = openContacts(random, sayings);
  const policyWord = openPolicyWords(random, sayings);

  function sayBadly(zone: Zone, customer: Customer, policy: string): void {
    const broken = {
      id: sayings.newId(zone),
      customer: customer.number,
      policy,
      time: writtenBy(zone, momentBefore(0, 0)),
    };
    sayings.repeat(zone, nextBadLine().line(broken), 'rejected');
  }

  /** Lets a zone speak, or break the contract: then the org knows `nothing` from it. */
  function spoken<T>(
    zone: Zone,
    customer: Customer,
    can: readonly Aside[],
    nothing: T,
    speak: (fate: Exclude<Fate, 'bad'>) => Before<T>,
    policy = '111000000000',
  ): Before<T> {
    const fate = fateOf(can);
    if (fate !== 'bad') return speak(fate);
    sayBadly(zone, customer, policy);
    return { before: nothing, isChanged: false };
  }

  function tell(index: number, customer: Customer, owned: readonly DrawnPolicy[]): void {
    random.start(3, index);
    const zones = zonesOf(owned);
    const [home] = zones;
    const hasContact = !customer.isBusiness && random.chance(CONTACT_SHARE);
    const words: Partial<Record<Zone, ZoneWord>> = {};
    let isChanged = false;
    for (const zone of zones) {
      const can = customer.isBusiness && zone === home ? ASIDES_OF_FIRM : ASIDES_OF_CUSTOMER;
      const told = spoken<ZoneWord | undefined>(zone, customer, can, undefined, (fate) =>
        registration(zone, customer, fate, !hasContact),
      );
      if (told.before) words[zone] = told.before;
      isChanged ||= told.isChanged;
    }
    let held: ContactWord = contactOf(customer);
    if (hasContact) {
      const told = spoken(home, customer, ASIDES_OF_CONTACT, held, (fate) => contact(home, customer, fate));
      held = told.before;
      isChanged ||= told.isChanged;
    }
    if (isChanged) tally.countRow();
    accounts.add(accountRow(customer, activeOf(owned), words, held));
    for (const [place, drawn] of owned.entries()) tellPolicy(index, place, customer, drawn);
  }

  function tellPolicy(index: number, place: number, owner: Customer, drawn: DrawnPolicy): void {
    const { policy } = drawn;
    random.start(4 + place, index);
    const told = spoken<PolicyWord | null>(
      policy.zone,
      owner,
      ASIDES_OF_POLICY,
      null,
      (fate) => policyWord(drawn, owner, fate),
      policy.number,
    );
    if (told.isChanged) tally.countRow();
    policies.add(policyRow(policy, owner, told.before));
  }

  return tell;
}

/** The zones that know a customer: those of the policies' brands, or P&V's. */
function zonesOf(owned: readonly DrawnPolicy[]): readonly [Zone, ...Zone[]] {
  const isIn = (zone: Zone): boolean => owned.some(({ policy }) => policy.zone === zone);
  if (!isIn('myvivium')) return ['mypv'];
  return isIn('mypv') ? ['mypv', 'myvivium'] : ['myvivium'];
}

function activeOf(owned: readonly DrawnPolicy[]): { life: number; nonLife: number } {
  const active = owned.filter(({ policy }) => policy.isActive);
  const life = active.filter(({ policy }) => PRODUCT_FACTS[policy.product].isLife).length;
  return { life, nonLife: active.length - life };
}
