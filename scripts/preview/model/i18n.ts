/** The values of `@salesforce/i18n/*` for a user: language and locale as Salesforce names them (`nl_NL`, `nl_BE`). */
export function i18nValues(user: {
  readonly language: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
}): Readonly<Record<string, unknown>> {
  const locale = user.locale.replaceAll('_', '-');
  const number = separators(locale);
  const date = {
    short: datePattern(locale, 'short'),
    medium: datePattern(locale, 'medium'),
    long: datePattern(locale, 'long'),
  };
  const time = { short: timePattern(locale, 'short'), medium: timePattern(locale, 'medium') };
  return {
    lang: user.language.replaceAll('_', '-'),
    locale,
    dir: 'ltr',
    timeZone: user.timeZone,
    currency: user.currency,
    firstDayOfWeek: locale.endsWith('US') ? 1 : 2,
    defaultCalendar: 'gregorian',
    defaultNumberingSystem: 'latn',
    showJapaneseCalendar: false,
    'dateTime.shortDateFormat': date.short,
    'dateTime.mediumDateFormat': date.medium,
    'dateTime.longDateFormat': date.long,
    'dateTime.shortDateTimeFormat': `${date.short} ${time.short}`,
    'dateTime.mediumDateTimeFormat': `${date.medium} ${time.medium}`,
    'dateTime.longDateTimeFormat': `${date.long} ${time.medium}`,
    'dateTime.shortTimeFormat': time.short,
    'dateTime.mediumTimeFormat': time.medium,
    'number.decimalSeparator': number.decimal,
    'number.groupingSeparator': number.group,
    'number.currencySymbol': currencySymbol(locale, user.currency),
    'number.numberFormat': '#,##0.###',
    'number.percentFormat': '#,##0%',
    'number.currencyFormat': '¤ #,##0.00;¤ -#,##0.00',
    'number.percentSign': '%',
    'number.perMilleSign': '‰',
    'number.plusSign': '+',
    'number.minusSign': '-',
    'number.exponentialSign': 'E',
    'number.superscriptingExponentSign': '×',
    'number.infinity': '∞',
    'number.nan': 'NaN',
  };
}

function separators(locale: string): { readonly decimal: string; readonly group: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.8);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return { decimal: part('decimal'), group: part('group') };
}

function currencySymbol(locale: string, currency: string): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

/** A sample date whose parts all differ: 5 January 2001, 09:07:08. */
const sample = new Date(2001, 0, 5, 9, 7, 8);

function datePattern(locale: string, dateStyle: 'short' | 'medium' | 'long'): string {
  return pattern(new Intl.DateTimeFormat(locale, { dateStyle }));
}

function timePattern(locale: string, timeStyle: 'short' | 'medium'): string {
  return pattern(new Intl.DateTimeFormat(locale, { timeStyle }));
}

function pattern(format: Intl.DateTimeFormat): string {
  const letters: Readonly<Record<string, (value: string) => string>> = {
    day: (value) => (value.length > 1 ? 'dd' : 'd'),
    month: (value) => (/^\d+$/.test(value) ? 'M'.repeat(value.length) : value.length > 4 ? 'MMMM' : 'MMM'),
    year: () => 'yyyy',
    hour: (value) => (format.resolvedOptions().hour12 === true ? 'h' : 'H').repeat(value.length),
    minute: () => 'mm',
    second: () => 'ss',
    dayPeriod: () => 'a',
  };
  // Intl separates time and AM by a narrow no-break space, which Salesforce's patterns don't have.
  return format
    .formatToParts(sample)
    .map(({ type, value }) => letters[type]?.(value) ?? value.replace('\u202f', ' '))
    .join('');
}
