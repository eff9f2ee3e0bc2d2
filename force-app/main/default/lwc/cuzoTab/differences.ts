import POLICY from '@salesforce/schema/InsurancePolicy';
import POLICY_NUMBER from '@salesforce/schema/InsurancePolicy.Name';
import PREMIUM_AMOUNT from '@salesforce/schema/InsurancePolicy.PremiumAmount';
import PREMIUM_FREQUENCY from '@salesforce/schema/InsurancePolicy.PremiumFrequency';
import RENEWAL_DATE from '@salesforce/schema/InsurancePolicy.RenewalDate';
import covered from '@salesforce/label/c.CuZo_Covered';
import notCovered from '@salesforce/label/c.CuZo_Not_Covered';
import type { SchemaField } from '@salesforce/schema';
import { dayText, moneyText, numberText, percentText } from 'c/cuzoFormat';
import { namedField } from 'c/cuzoProperties';
import { getFieldDisplayValue, getFieldValue, type RecordData } from 'lightning/uiRecordApi';
import { settings } from './settings';
import type { ViewItem } from './viewDocument';

/** Value of PremiumFrequency (object reference, InsurancePolicy) that makes PremiumAmount the premium of a year. */
const ANNUAL = 'Annual';

/** Item code -> qualified field of the policy that holds the same. */
type ComparedFields = ReadonlyMap<string, string>;

const qualified = ({ objectApiName, fieldApiName }: SchemaField): string =>
  `${objectApiName}.${fieldApiName}`;

const PREMIUM = qualified(PREMIUM_AMOUNT);
const STANDARD: ComparedFields = new Map([
  ['annual-premium', PREMIUM],
  ['contract-number', qualified(POLICY_NUMBER)],
  ['renewal-date', qualified(RENEWAL_DATE)],
]);

/**
 * What is compared: the three standard fields and, over them, an admin's `start-date=EffectiveFromDate`; a code without
 * a field isn't compared.
 */
export function comparedFields(setting: string | undefined): ComparedFields {
  const compared = new Map(STANDARD);
  for (const [code, name] of settings(setting)) {
    const field = namedField(POLICY, name);
    if (field === null) compared.delete(code);
    else compared.set(code, qualified(field));
  }
  return compared;
}

export const fieldsToCompare = (compared: ComparedFields): readonly string[] => [
  ...compared.values(),
  qualified(PREMIUM_FREQUENCY),
];

/**
 * What Connect 360 holds where that isn't what the zone shows, as text; undefined where they agree or can't be compared:
 * a field that is empty or closed to the agent contradicts nothing, nor does a premium of another period.
 */
export function difference(policy: RecordData, item: ViewItem, compared: ComparedFields): string | undefined {
  const field = compared.get(item.code);
  if (field === undefined) return undefined;
  if (field === PREMIUM && getFieldValue(policy, PREMIUM_FREQUENCY) !== ANNUAL) return undefined;
  const held = getFieldValue(policy, field);
  if (held === undefined || held === null || held === '') return undefined;
  return differing(item, held, getFieldDisplayValue(policy, field) ?? undefined);
}

function differing(
  { kind, value }: ViewItem,
  held: unknown,
  display: string | undefined,
): string | undefined {
  const parts = (value ?? {}) as Readonly<Record<string, unknown>>;
  const number = Number(held);
  switch (kind) {
    case 'date': {
      const day = dayOf(held);
      return day === undefined || day === value ? undefined : dayText(day);
    }
    case 'money':
      return cents(number) === cents(Number(parts.amount))
        ? undefined
        : otherNumber(number, moneyText(String(held), String(parts.currency)));
    case 'number':
      return number === parts.value ? undefined : otherNumber(number, numberText(number));
    case 'percent':
      return number === value ? undefined : otherNumber(number, percentText(number));
    case 'covered':
      if (typeof held !== 'boolean' || held === value) return undefined;
      return held ? covered : notCovered;
    default: {
      const text = display ?? (typeof held === 'string' ? held : String(number));
      const same = [text, String(held)].some((one) => plain(one) === plain(String(value)));
      return same ? undefined : text;
    }
  }
}

/** A field that holds no number can't be compared with one. */
function otherNumber(number: number, text: string): string | undefined {
  return Number.isFinite(number) ? text : undefined;
}

const cents = (amount: number): number => Math.round(amount * 100);

/** Letters and digits only: spaces, dots, dashes and case are a way of writing, not another value. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

const BRUSSELS_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day of a Date or of a DateTime as the insurer counts it, whatever the agent's own time zone. */
function dayOf(held: unknown): string | undefined {
  if (typeof held !== 'string') return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(held)) return held;
  const moment = new Date(held);
  if (Number.isNaN(moment.getTime())) return undefined;
  const parts = Object.fromEntries(
    BRUSSELS_DAY.formatToParts(moment).map(({ type, value }) => [type, value]),
  );
  return `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}`;
}
