import type { Zone } from '../contract.ts';
import { openBadLines } from './badLines.ts';
import { momentBefore } from './calendar.ts';
import { contactOf, openContactEvents, type ContactState } from './contactEvents.ts';
import { accountRow, policyRow } from './crmRows.ts';
import type { Customer } from './customer.ts';
import { writtenBy, type EventWriter } from './eventWriter.ts';
import type { Tally } from './outcomes.ts';
import type { DrawnPolicy } from './drawnPolicies.ts';
import { openPolicyEvents, type PolicyState } from './policyEvents.ts';
import { PRODUCT_FACTS } from './products.ts';
import type { Random } from './random.ts';
import { openRegistrationEvents, type OrgState, type RegistrationState } from './registrationEvents.ts';
import { openScenarios, type EdgeCase, type Scenario } from './scenarios.ts';
import type { Shares } from './shares.ts';

/** Files for the rows of the org. */
export interface CrmFiles {
  readonly accounts: { readonly add: (row: string) => void };
  readonly policies: { readonly add: (row: string) => void };
}

/** Share of customers who have changed their contact data in a zone since go-live. */
const CONTACT_SHARE = 0.1;

const EDGE_CASES_OF_CUSTOMER: readonly EdgeCase[] = ['duplicate', 'superseded', 'late', 'unmatched'];
/** A customer gets contact events from one zone only: of two zones' events one would be superseded. */
const EDGE_CASES_OF_FIRM: readonly EdgeCase[] = [...EDGE_CASES_OF_CUSTOMER, 'failed'];
const EDGE_CASES_OF_CONTACT: readonly EdgeCase[] = ['duplicate', 'superseded', 'late'];
const EDGE_CASES_OF_POLICY: readonly EdgeCase[] = [
  'duplicate',
  'superseded',
  'late',
  'foreign',
  'unmatched',
  'ambiguous',
];

/** Subject of a broken line for a customer without a policy. */
const ANY_POLICY = '111000000000';

/** Writes an event of a zone for the next scenario, or a broken line in its place; then the org holds `nothing` of it. */
type WriteNext = <T>(
  of: { readonly zone: Zone; readonly customer: Customer; readonly policy?: string },
  possible: readonly EdgeCase[],
  nothing: T,
  write: (scenario: Exclude<Scenario, 'bad'>) => OrgState<T>,
) => OrgState<T>;

/** Returns a function that writes the org's rows and the zones' events of one customer after the other. */
export function openCustomerWriter(
  random: Random,
  events: EventWriter,
  tally: Tally,
  shares: Shares,
  files: CrmFiles,
): (index: number, customer: Customer, owned: readonly DrawnPolicy[]) => void {
  const writeNext = openWriteNext(events, shares);
  const writeAccount = openAccountWriter(random, events, writeNext);
  const writePolicyEvent = openPolicyEvents(random, events);

  return (index, customer, owned) => {
    random.start(3, index);
    const account = writeAccount(customer, owned);
    if (account.isChanged) tally.countRow();
    files.accounts.add(account.before);
    for (const [place, drawn] of owned.entries()) {
      const { policy } = drawn;
      random.start(4 + place, index);
      const of = { zone: policy.zone, customer, policy: policy.number };
      const { before, isChanged } = writeNext<PolicyState | null>(
        of,
        EDGE_CASES_OF_POLICY,
        null,
        (scenario) => writePolicyEvent(drawn, customer, scenario),
      );
      if (isChanged) tally.countRow();
      files.policies.add(policyRow(policy, customer, before));
    }
  };
}

function openWriteNext(events: EventWriter, shares: Shares): WriteNext {
  const nextScenario = openScenarios(shares);
  const nextBadLine = openBadLines();
  return ({ zone, customer, policy = ANY_POLICY }, possible, nothing, write) => {
    const scenario = nextScenario(possible);
    if (scenario !== 'bad') return write(scenario);
    const time = writtenBy(zone, momentBefore(0, 0));
    const broken = { id: events.newId(zone), customer: customer.number, policy, time };
    events.repeat(zone, nextBadLine().line(broken), 'rejected');
    return { before: nothing, isChanged: false };
  };
}

/** Returns a function that writes a customer's registration and contact events; `before` is the account's row. */
function openAccountWriter(
  random: Random,
  events: EventWriter,
  writeNext: WriteNext,
): (customer: Customer, owned: readonly DrawnPolicy[]) => OrgState<string> {
  const writeRegistration = openRegistrationEvents(random, events);
  const writeContact = openContactEvents(random, events);

  return (customer, owned) => {
    const zones = zonesOf(owned);
    const [home] = zones;
    const hasContact = !customer.isBusiness && random.chance(CONTACT_SHARE);
    const registrations: Partial<Record<Zone, RegistrationState>> = {};
    let isChanged = false;
    for (const zone of zones) {
      const possible = customer.isBusiness && zone === home ? EDGE_CASES_OF_FIRM : EDGE_CASES_OF_CUSTOMER;
      const written = writeNext<RegistrationState | undefined>(
        { zone, customer },
        possible,
        undefined,
        (scenario) => writeRegistration(zone, customer, scenario, !hasContact),
      );
      if (written.before) registrations[zone] = written.before;
      isChanged ||= written.isChanged;
    }
    let contact: ContactState = contactOf(customer);
    if (hasContact) {
      const written = writeNext({ zone: home, customer }, EDGE_CASES_OF_CONTACT, contact, (scenario) =>
        writeContact(home, customer, scenario),
      );
      contact = written.before;
      isChanged ||= written.isChanged;
    }
    return { before: accountRow(customer, activeOf(owned), registrations, contact), isChanged };
  };
}

/** The zones that know a customer: those of the policies' brands, or P&V's for a customer without policies. */
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
