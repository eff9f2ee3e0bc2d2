import LANG from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

export const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;
/** A language that the zones' texts come in. */
export type Language = (typeof LANGUAGES)[number];

/** The language that a BCP 47 tag names, or Dutch, the org's own. */
export function languageOf(tag: string): Language {
  const [primary] = tag.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language === primary) ?? 'nl';
}

export const AGENT_LANGUAGE: Language = languageOf(LANG);

/** The label with `{0}`, `{1}` replaced. */
export function fill(label: string, ...parts: readonly string[]): string {
  return label.replace(/\{(\d)\}/g, (placeholder, index: string) => parts[Number(index)] ?? placeholder);
}

const DAYS = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const MOMENTS = new Intl.DateTimeFormat(LOCALE, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: TIME_ZONE,
});
// 12.5 is 12.5 %: dividing by 100 leaves digits of binary fractions, which this cuts off.
const PERCENTS = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 6 });
const NUMBERS = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 20 });

/** `2024-02-14` as a day in the agent's locale: the same day in every time zone. */
export function dayText(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  // Engines take 31 February for a day of March.
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
  return isDay ? DAYS.format(date) : day;
}

/** An ISO date-time as day and time in the agent's locale and time zone. */
export function momentText(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : MOMENTS.format(date);
}

const DECIMAL = /^-?\d+(?:\.\d+)?$/;
// Making a format costs more than using it, and a view has many amounts of one currency.
const MONEYS = new Map<string, Intl.NumberFormat>();

/** An exact decimal and an ISO 4217 code: `504.92`, `EUR`. Shown as it is when it isn't that. */
export function moneyText(amount: string, currency: string): string {
  if (!DECIMAL.test(amount)) return `${amount} ${currency}`;
  try {
    const format = MONEYS.get(currency) ?? new Intl.NumberFormat(LOCALE, { style: 'currency', currency });
    MONEYS.set(currency, format);
    return format.format(amount as `${number}`);
  } catch {
    return `${amount} ${currency}`;
  }
}

export function numberText(value: number, unit?: string): string {
  const text = NUMBERS.format(value);
  return unit === undefined || unit === '' ? text : `${text} ${unit}`;
}

/** `12.5` as 12,5 %. */
export function percentText(value: number): string {
  return PERCENTS.format(value / 100);
}
