/**
 * The one rule for differences between a zone and Connect 360: the tab marks them, the list of contracts counts them, the
 * job stores them on the policy. It has no imports, so that Node can run it as it is.
 */

/** An item of a view, as the contract of the feed defines it. */
export interface ComparedItem {
  readonly code: string;
  readonly kind: string;
  readonly value: unknown;
}

/** The part of a view that is compared. */
export interface ComparedView {
  readonly sections: readonly { readonly items: readonly ComparedItem[] }[];
}

/**
 * What Connect 360 holds in a field of the policy: a text, number or boolean as the API returns it (CSV has only text), null
 * when it is empty, undefined without access. `display` is the org's own text for it, such as a picklist's label.
 */
export interface Held {
  readonly value: unknown;
  readonly display?: string | null | undefined;
}
export type HeldIn = (fieldApiName: string) => Held | undefined;

/** Code of an item -> API name of the policy field that holds the same value. */
export type ComparedFields = ReadonlyMap<string, string>;

/** What Connect 360 holds instead. A `day` is `YYYY-MM-DD`; a `number` is an exact decimal as the field has it. */
export type Difference =
  | { readonly kind: 'day'; readonly day: string }
  | {
      readonly kind: 'money' | 'number' | 'percent';
      readonly number: string;
      readonly display: string | null;
    }
  | { readonly kind: 'covered'; readonly covered: boolean }
  | { readonly kind: 'text'; readonly text: string };

const PREMIUM = 'PremiumAmount';
const FREQUENCY = 'PremiumFrequency';
/** The value of PremiumFrequency (object reference, InsurancePolicy) for which PremiumAmount is a year's premium. */
const ANNUAL = 'Annual';

const STANDARD: ComparedFields = new Map([
  ['annual-premium', PREMIUM],
  ['contract-number', 'Name'],
  ['renewal-date', 'RenewalDate'],
]);

/** An admin's text goes into a query, so it has to be a plain field name. */
const FIELD_NAME = /^[A-Za-z]\w*$/;

/**
 * The fields to compare: the three standard ones, overridden and extended by an admin's setting
 * `start-date=EffectiveFromDate; end-date=...`, separated by semicolons or lines. A code without a field isn't compared.
 * `malformed`: entries of another form.
 */
export function comparedFields(setting: string | null | undefined): {
  readonly fields: ComparedFields;
  readonly malformed: readonly string[];
} {
  const fields = new Map(STANDARD);
  const malformed: string[] = [];
  const entries = (setting ?? '').split(/[;\n]/).map((entry) => entry.trim());
  for (const entry of entries.filter((text) => text !== '')) {
    const [code = '', name, ...more] = entry.split('=').map((part) => part.trim());
    if (code !== '' && name === '' && more.length === 0) fields.delete(code);
    else if (code !== '' && name !== undefined && FIELD_NAME.test(name) && more.length === 0)
      fields.set(code, name);
    else malformed.push(entry);
  }
  return { fields, malformed };
}

/** API names of the policy fields that the comparison reads. */
export function fieldsToCompare(fields: ComparedFields): readonly string[] {
  return [...new Set([...fields.values(), FREQUENCY])];
}

/** The items of a view that differ in Connect 360, in the view's order. */
export function differences(
  { sections }: ComparedView,
  held: HeldIn,
  fields: ComparedFields,
): readonly (Difference & { readonly code: string })[] {
  return sections
    .flatMap(({ items }) => items)
    .flatMap((item) => {
      const found = difference(item, held, fields);
      return found === undefined ? [] : [{ ...found, code: item.code }];
    });
}

/** Codes, without duplicates, joined by semicolons for a text field; codes that don't fit whole are left out. */
export function codesText(codes: readonly string[], maximumLength: number): string {
  let text = '';
  for (const code of new Set(codes)) {
    const longer = text === '' ? code : `${text};${code}`;
    if (longer.length <= maximumLength) text = longer;
  }
  return text;
}

/**
 * What Connect 360 holds when it differs from the zone. Undefined when the two agree or can't be compared: a field that is
 * empty, inaccessible or of another type contradicts nothing, nor does a premium for another period.
 */
export function difference(item: ComparedItem, held: HeldIn, fields: ComparedFields): Difference | undefined {
  const field = fields.get(item.code);
  if (field === undefined) return undefined;
  if (field === PREMIUM && held(FREQUENCY)?.value !== ANNUAL) return undefined;
  const { value, display = null } = held(field) ?? {};
  const isEmpty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  return isEmpty ? undefined : differing(item, value, display);
}

type Comparison = (value: unknown, held: unknown, display: string | null) => Difference | undefined;

/** How each kind of item is compared. A kind that the contract doesn't know is compared as text. */
export const COMPARISONS = {
  text: otherText,
  date: otherDay,
  money: (value, held, display) =>
    otherNumber('money', partOf(value, 'amount'), { held, display }, isSameAmount),
  number: (value, held, display) =>
    otherNumber('number', partOf(value, 'value'), { held, display }, isSameNumber),
  percent: (value, held, display) => otherNumber('percent', value, { held, display }, isSameNumber),
  covered: otherFlag,
} as const satisfies Readonly<Record<string, Comparison>>;

function differing(
  { kind, value }: ComparedItem,
  held: unknown,
  display: string | null,
): Difference | undefined {
  const compare: Comparison = Object.hasOwn(COMPARISONS, kind)
    ? COMPARISONS[kind as keyof typeof COMPARISONS]
    : otherText;
  return compare(value, held, display);
}

function otherDay(value: unknown, held: unknown): Difference | undefined {
  const day = dayOf(held);
  return day === undefined || !isDay(value) || day === value ? undefined : { kind: 'day', day };
}

function otherFlag(value: unknown, held: unknown): Difference | undefined {
  const flag = flagOf(held);
  if (flag === undefined || typeof value !== 'boolean' || flag === value) return undefined;
  return { kind: 'covered', covered: flag };
}

function otherText(value: unknown, held: unknown, display: string | null): Difference | undefined {
  if (!isPlain(value) || !['string', 'number'].includes(typeof held)) return undefined;
  const text = display ?? String(held);
  const isSame = [text, String(held)].some((one) => plain(one) === plain(String(value)));
  return isSame ? undefined : { kind: 'text', text };
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Only letters and digits are compared: spaces, dots, dashes and case are notation. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function partOf(value: unknown, part: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[part]
    : undefined;
}

/** A CSV writes a check box as text. */
function flagOf(held: unknown): boolean | undefined {
  if (held === true || held === 'true') return true;
  return held === false || held === 'false' ? false : undefined;
}

/** An exact decimal: `units` times 10 to the power of minus `scale`. */
interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

function otherNumber(
  kind: 'money' | 'number' | 'percent',
  shown: unknown,
  { held, display }: { readonly held: unknown; readonly display: string | null },
  isSame: (difference: Decimal) => boolean,
): Difference | undefined {
  const [zone, connect360] = [decimalOf(shown), decimalOf(held)];
  if (zone === undefined || connect360 === undefined) return undefined;
  const scale = Math.max(zone.scale, connect360.scale);
  const units = unitsAt(zone, scale) - unitsAt(connect360, scale);
  return isSame({ units: units < 0 ? -units : units, scale })
    ? undefined
    : { kind, number: String(held).trim(), display };
}

function isSameNumber({ units }: Decimal): boolean {
  return units === BigInt(0);
}

/** A currency field has two decimals, so a difference of half a cent or less is rounding. */
function isSameAmount({ units, scale }: Decimal): boolean {
  return units * BigInt(200) <= BigInt(10) ** BigInt(scale);
}

function unitsAt({ units, scale }: Decimal, wanted: number): bigint {
  return units * BigInt(10) ** BigInt(wanted - scale);
}

/** A field holds no longer numbers, and computing with them would be slow. */
const MOST_DIGITS = 60;

function decimalOf(value: unknown): Decimal | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value).trim()) ?? [];
  if (whole === '' || whole.length + decimals.length > MOST_DIGITS) return undefined;
  return { units: BigInt(`${sign}${whole}${decimals}`), scale: decimals.length };
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  // JavaScript parses 31 February as a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const BRUSSELS_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day of a Date or DateTime in the insurer's time zone, whatever the agent's. */
function dayOf(held: unknown): string | undefined {
  if (isDay(held)) return held;
  if (typeof held !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(held)) return undefined;
  const moment = new Date(held);
  if (Number.isNaN(moment.getTime())) return undefined;
  const parts = Object.fromEntries(
    BRUSSELS_DAY.formatToParts(moment).map(({ type, value }) => [type, value]),
  );
  return `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}`;
}
