import LANG from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

export const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;
/** A language of the zones' texts. */
export type Language = (typeof LANGUAGES)[number];

/** The language of a BCP 47 tag; Dutch, the org's own, for any other. */
export function languageOf(tag: string): Language {
  const [primary] = tag.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language === primary) ?? 'nl';
}

export const AGENT_LANGUAGE: Language = languageOf(LANG);

// Control characters that change text direction, and letters of right-to-left scripts.
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

/**
 * An external text for use inside one of our sentences: right-to-left text is isolated, and control characters are removed,
 * so that neither can reorder the words around it (Unicode Standard Annex 9, 2.7).
 */
export function embedded(text: string): string {
  const plain = text.replace(DIRECTION_MARKS, '');
  return RIGHT_TO_LEFT.test(plain) ? `${ISOLATE}${plain}${END_OF_ISOLATE}` : plain;
}

/** The name of a language in another one: `Niederländisch`. */
export function languageName(language: Language, inLanguage: Language = AGENT_LANGUAGE): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language) ?? language;
}

/** The label with `{0}`, `{1}` replaced by the parts. */
export function fill(label: string, ...parts: readonly string[]): string {
  return label.replace(/\{(\d)\}/g, (placeholder, index: string) => {
    const part = parts[Number(index)];
    return part === undefined ? placeholder : embedded(part);
  });
}

const DAYS = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const MOMENTS = new Intl.DateTimeFormat(LOCALE, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: TIME_ZONE,
});
const MOMENT_DAYS = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: TIME_ZONE });
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `2024-02-14` as a date in the agent's locale, the same day in every time zone. Anything else is returned unchanged. */
export function dayText(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  // JavaScript parses 31 February as a day in March.
  const isDay = DAY.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
  return isDay ? DAYS.format(date) : day;
}

/** The day of a moment, in epoch milliseconds, in the agent's locale and time zone. */
export const dayOfMomentText = (epoch: number): string => MOMENT_DAYS.format(epoch);

/** An ISO date-time as date and time in the agent's locale and time zone. */
export function momentText(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : MOMENTS.format(date);
}

const DECIMAL = /^-?\d+(?:\.(\d+))?$/;
/** Intl formats at most so many decimals everywhere. */
const MOST_DECIMALS = 20;
// Cache of formats: creating one costs more than using it, and a view has many amounts in the same currency.
const MONEYS = new Map<string, Intl.NumberFormat>();

/**
 * An exact decimal and an ISO 4217 code (`504.92`, `EUR`), formatted with all its decimals and at least those of the
 * currency. Other values are returned unchanged.
 */
export function moneyText(amount: string, currency: string): string {
  const [decimal, decimals = ''] = DECIMAL.exec(amount) ?? [];
  if (decimal === undefined || decimals.length > MOST_DECIMALS) return `${amount} ${currency}`;
  try {
    return moneyFormat(currency, decimals.length).format(decimal as `${number}`);
  } catch {
    return `${amount} ${currency}`;
  }
}

function moneyFormat(currency: string, decimals: number): Intl.NumberFormat {
  const key = `${currency} ${decimals}`;
  const known = MONEYS.get(key);
  if (known !== undefined) return known;
  const usual = new Intl.NumberFormat(LOCALE, { style: 'currency', currency });
  const format =
    decimals <= (usual.resolvedOptions().maximumFractionDigits ?? 0)
      ? usual
      : new Intl.NumberFormat(LOCALE, { style: 'currency', currency, minimumFractionDigits: decimals });
  MONEYS.set(key, format);
  return format;
}

const NUMBERS = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: MOST_DECIMALS });
const PERCENTS = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: MOST_DECIMALS });

/** An exact decimal in the agent's locale. */
export function decimalText(decimal: string): string {
  return DECIMAL.test(decimal) ? NUMBERS.format(decimal as `${number}`) : decimal;
}

export function numberText(value: number, unit?: string): string {
  const text = NUMBERS.format(value);
  return unit === undefined || unit === '' ? text : `${text} ${embedded(unit)}`;
}

/** `12.5` as 12,5 %. The exponent divides by 100 without binary rounding. */
export function percentText(percent: string | number): string {
  const decimal = String(percent);
  return PERCENTS.format(DECIMAL.test(decimal) ? (`${decimal}e-2` as `${number}`) : Number(percent) / 100);
}
