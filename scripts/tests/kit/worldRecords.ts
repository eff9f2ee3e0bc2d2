import {
  contact,
  erased,
  hidden,
  MYVIVIUM,
  notRegistered,
  registration,
  shown,
  simpleView,
  type Sent,
} from './events.ts';
import type { Held, MemoryOrg } from './memoryOrg.ts';
import {
  HIDDEN_REASON,
  SHOWN_PREMIUM,
  TITLE_WITH_PREMIUM,
  type ModelAccount,
  type ModelEvent,
  type ModelPolicy,
  type ModelWorld,
} from './modelWorld.ts';

/** Moment 0 of the model, in milliseconds. */
const BEGIN = Date.parse('2026-11-20T10:00:00Z');

/** A date-time as a moment of the model. */
export const momentOf = (text: string): number => (Date.parse(text) - BEGIN) / 100;

/** The moment as one of several texts that mean it. */
function textOf(at: number): string {
  const offset = at % 3 === 0 ? 60 : 0;
  const local = new Date(BEGIN + at * 100 + offset * 60_000).toISOString();
  return offset === 0 ? local : local.replace('Z', '+01:00');
}

/** A number or id as it is in the world at that place. */
export const inWorld = (name: string, place: number): string => `${name}.${place}`;

/** The event as its zone sends it. */
export function lineOf(event: ModelEvent, place: number): Sent {
  const over: Sent = {
    id: inWorld(event.id, place),
    time: textOf(event.time),
    ...(event.zone === 'myvivium' ? MYVIVIUM : {}),
  };
  const subject = inWorld(event.subject, place);
  if (event.kind === 'registration')
    return event.registered ? registration(subject, event.day, over) : notRegistered(subject, over);
  if (event.kind === 'contact')
    return contact(
      subject,
      textOf(event.changed),
      event.phone === undefined ? {} : { phone: event.phone },
      over,
    );
  if (event.kind === 'erased') return erased(subject, event.of, over);
  const named = event.customer === undefined ? {} : { customer: inWorld(event.customer, place) };
  if (event.title !== null)
    return shown(subject, event.title, over, { product: event.product, view: viewOf(event.title), ...named });
  const { data, ...rest } = hidden(subject, HIDDEN_REASON, over);
  return { ...rest, data: { ...(data as Sent), product: event.product, ...named } };
}

const PREMIUM = {
  code: 'annual-premium',
  kind: 'money',
  value: { amount: SHOWN_PREMIUM.toFixed(2), currency: 'EUR' },
};

function viewOf(title: string): Sent {
  const view = simpleView(title);
  if (title !== TITLE_WITH_PREMIUM) return view;
  return {
    ...view,
    sections: [...(view.sections as readonly Sent[]), { code: 'premium', items: [PREMIUM] }],
  };
}

const BRANDS = { mypv: 'P&V', myvivium: 'Vivium', none: 'Elsewhere' } as const;

function isoSecond(second: number | null): string | null {
  return second === null ? null : `${new Date(BEGIN + second * 1000).toISOString().slice(0, 19)}.000+0000`;
}

const BRUSSELS_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' });

/** The day in Belgium. */
function brusselsDay(second: number | null): string | null {
  return second === null ? null : BRUSSELS_DAY.format(BEGIN + second * 1000);
}

function accountFields(
  { number, isPerson, zones, phone, contactAsOf, contactZone }: ModelAccount,
  place: number,
): Held {
  return {
    Customer_Number__c: inWorld(number, place),
    IsPersonAccount: isPerson,
    Phone: phone,
    CuZo_MyPV_Onboarded__c: zones.mypv.registered,
    CuZo_MyPV_Onboarding_Date__c: zones.mypv.day,
    CuZo_MyPV_As_Of__c: isoSecond(zones.mypv.asOf),
    CuZo_MyVivium_Onboarded__c: zones.myvivium.registered,
    CuZo_MyVivium_Onboarding_Date__c: zones.myvivium.day,
    CuZo_MyVivium_As_Of__c: isoSecond(zones.myvivium.asOf),
    CuZo_Contact_Changed_On__c: brusselsDay(contactAsOf),
    CuZo_Contact_As_Of__c: isoSecond(contactAsOf),
    CuZo_Contact_Zone__c: contactZone === null ? null : contactZone.toUpperCase(),
  };
}

function policyFields(one: ModelPolicy, accounts: readonly ModelAccount[], place: number): Held {
  return {
    Name: inWorld(one.number, place),
    NameInsuredId: idOf('001', accounts.indexOf(one.account), place),
    Brand__c: one.zone === null ? null : BRANDS[one.zone],
    IsActive: one.isActive,
    CuZo_Visibility__c: one.shown,
    CuZo_Hidden_Reason__c: one.reason,
    CuZo_Product__c: one.product,
    CuZo_As_Of__c: isoSecond(one.asOf),
    PremiumAmount: one.premium,
    PremiumFrequency: 'Annual',
    CuZo_Zone__c: one.keptZone,
    CuZo_Differences__c: one.differences,
    CuZo_Difference_Fields__c: one.differing,
  };
}

const idOf = (prefix: string, index: number, place: number): string => `${prefix}-${place}-${index}`;

/** Puts the model's records into the org; what the model doesn't have (the view's document and hash) stays. */
export function putRecords({ accounts, policies }: ModelWorld, place: number, { records }: MemoryOrg): void {
  for (const [index, one] of accounts.entries()) {
    const id = idOf('001', index, place);
    records.Account.set(id, { ...records.Account.get(id), ...accountFields(one, place) });
  }
  for (const [index, one] of policies.entries()) {
    const id = idOf('0YT', index, place);
    records.InsurancePolicy.set(id, {
      ...records.InsurancePolicy.get(id),
      ...policyFields(one, accounts, place),
    });
  }
}

/** The records as the model has them, by id, to compare with `heldRecords`. */
export const modelRecords = ({ accounts, policies }: ModelWorld, place: number): Held => ({
  ...Object.fromEntries(accounts.map((one, index) => [idOf('001', index, place), accountFields(one, place)])),
  ...Object.fromEntries(
    policies.map((one, index) => [
      idOf('0YT', index, place),
      { ...policyFields(one, accounts, place), title: one.title },
    ]),
  ),
});

/** The org's records in the model's terms, by id: of a view its title, and only where its hash is there too. */
export function heldRecords({ records }: MemoryOrg): Held {
  const policies = [...records.InsurancePolicy].map(([id, held]) => {
    const { CuZo_View__c: view, CuZo_View_Hash__c: hash, ...fields } = held;
    const title = typeof view === 'string' ? (JSON.parse(view) as { title: string }).title : null;
    const isWhole = (title === null) === ((hash ?? null) === null);
    return [id, asStored({ ...fields, title: isWhole ? title : 'view and hash apart' })] as const;
  });
  const accounts = [...records.Account].map(([id, held]) => [id, asStored(held)] as const);
  return Object.fromEntries([...accounts, ...policies]);
}

/** Date-times as the org answers them, without the time zone's colon. */
const asStored = (fields: Held): Held =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      name.endsWith('As_Of__c') && typeof value === 'string' ? value.replace(/Z$/, '.000+0000') : value,
    ]),
  );
