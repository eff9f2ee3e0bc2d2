import type { Caller, Org } from '../../org.ts';
import type { FieldDescribe } from './describe.ts';

/** The locale and currency for display values. */
export interface Reader {
  /** BCP 47, from the user's locale (`nl_BE` -> `nl-BE`). */
  readonly locale: string;
  readonly timeZone: string;
  /** ISO 4217, the org's only currency. */
  readonly currency: string;
}

const ORG_CURRENCY = 'EUR';

function supported(locale: string, fallback: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? fallback;
  } catch {
    return fallback;
  }
}

export function readerOf(org: Org, { userId }: Caller): Reader {
  const { LocaleSidKey, TimeZoneSidKey } = org.user(userId);
  return {
    locale: supported(typeof LocaleSidKey === 'string' ? LocaleSidKey.replaceAll('_', '-') : '', 'en-US'),
    timeZone: typeof TimeZoneSidKey === 'string' ? TimeZoneSidKey : 'UTC',
    currency: ORG_CURRENCY,
  };
}

const SHORT_DATE = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;

/** The formats of a locale in a time zone. */
interface Formats {
  readonly date: Intl.DateTimeFormat;
  readonly year: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
  /** Tells whether a comma stands between date and time. */
  readonly joined: Intl.DateTimeFormat;
}

/** Making a format costs a hundred times as much as using it. */
const known = new Map<string, Formats>();

function formatsOf(locale: string, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`;
  const formats = known.get(key) ?? {
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone }),
    year: new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone }),
    time: new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }),
    joined: new Intl.DateTimeFormat(locale, { ...SHORT_DATE, hour: 'numeric', minute: 'numeric', timeZone }),
  };
  known.set(key, formats);
  return formats;
}

/** The locale's short date with a four-digit year, as in Salesforce's ICU formats: 8/03/2000 (nl-BE), 08.03.2000 (de). */
function date(instant: Date, formats: Formats): string {
  const year = formats.year.format(instant);
  return formats.date
    .formatToParts(instant)
    .map(({ type, value }) => (type === 'year' ? year : value))
    .join('');
}

function dateTime(instant: Date, formats: Formats): string {
  const comma = formats.joined.format(instant).includes(',');
  return `${date(instant, formats)}${comma ? ', ' : ' '}${formats.time.format(instant)}`;
}

const number = (value: number, scale: number, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: scale, maximumFractionDigits: scale }).format(value);

const money = (value: number, scale: number, { locale, currency }: Reader): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: scale,
    maximumFractionDigits: scale,
  }).format(value);

type Shown = Pick<FieldDescribe, 'type' | 'scale' | 'picklistValues'>;

const picklist = (value: string, { picklistValues }: Shown): string =>
  picklistValues.find((one) => one.value === value)?.label ?? value;

/**
 * The `displayValue` of the UI API: dates, numbers and amounts in the user's locale, picklists by label. null for types
 * whose value is shown as it is (User Interface API Developer Guide, Field Value).
 */
export function displayValue(value: unknown, field: Shown, reader: Reader): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') {
    if (field.type === 'currency') return money(value, field.scale, reader);
    if (field.type === 'percent') return `${number(value, field.scale, reader.locale)}%`;
    return number(value, field.scale, reader.locale);
  }
  if (typeof value !== 'string') return null;
  switch (field.type) {
    case 'date':
      return date(new Date(`${value}T00:00:00Z`), formatsOf(reader.locale, 'UTC'));
    case 'datetime':
      return dateTime(new Date(value), formatsOf(reader.locale, reader.timeZone));
    case 'picklist':
    case 'combobox':
      return picklist(value, field);
    case 'multipicklist':
      return value
        .split(';')
        .map((one) => picklist(one, field))
        .join(';');
    default:
      return null;
  }
}

/** The `value` of the UI API, where date-times end in Z (`2026-11-22T10:00:00.000Z`). */
export const plainValue = (value: unknown, field: FieldDescribe): unknown =>
  field.type === 'datetime' && typeof value === 'string' ? new Date(value).toISOString() : (value ?? null);
