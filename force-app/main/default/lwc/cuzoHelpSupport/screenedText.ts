/** What a mail to a help desk must never contain, whatever the agent typed. */
export type LeftOut = 'register-number' | 'account-number' | 'birth-date';

export interface ScreenedText {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}

/** Replaces what was left out. */
const MARK = '[…]';

/** Separators inside a number or a date. */
const GAP = '[ .\\-/\\u00a0]';
/** Not inside a word or number, and not after a plus, which begins a telephone number. */
const BEFORE = '(?<![\\p{L}\\d+])';
const AFTER = '(?![\\p{L}\\d])';

/** Eleven digits, in any groups: YYMMDD, serial number, check digits (royal decree of 3 April 1984, article 1). */
const REGISTER_NUMBER = new RegExp(`${BEFORE}\\d(?:${GAP}{0,3}\\d){10}${AFTER}`, 'gu');
/** The usual notation, even with wrong check digits: a register number with a typing error still identifies a person. */
const REGISTER_NUMBER_SHAPE = new RegExp(
  `^\\d{2}${GAP}?(?:0\\d|1[0-2])${GAP}?(?:[0-2]\\d|3[01])${GAP}{0,3}\\d{3}${GAP}{0,3}\\d{2}$`,
  'u',
);

/** The Belgian account number before the IBAN, which contains it. */
const FORMER_ACCOUNT = new RegExp(`${BEFORE}\\d{3}-\\d{7}-\\d{2}${AFTER}`, 'gu');
const BELGIAN_IBAN = new RegExp(`${BEFORE}BE${GAP}?\\d{2}(?:${GAP}?\\d){12}${AFTER}`, 'giu');
/** An IBAN of any country (ISO 13616): 15 to 34 letters and digits, in groups. The check digits tell it from other text. */
const IBAN_START = new RegExp(`${BEFORE}[A-Z]{2}${GAP}?\\d{2}`, 'giu');
const IBAN_LENGTH = { least: 15, most: 34 };

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
/**
 * Day first, year first, or with the month as a word. The year decides whether it is a birth date or the day of a failed
 * attempt.
 */
const DATES: readonly RegExp[] = [
  new RegExp(`${BEFORE}${DAY}${GAP}{1,2}${MONTH}${GAP}{1,2}(?<year>\\d{4}|\\d{2})${AFTER}`, 'gu'),
  new RegExp(`${BEFORE}(?<year>\\d{4})${GAP}${MONTH}${GAP}${DAY}${AFTER}`, 'gu'),
  new RegExp(
    `${BEFORE}${DAY}\\.?(?:er)?${GAP}{1,2}\\p{L}{3,9}\\.?${GAP}{1,2}(?<year>\\d{4}|\\d{2})${AFTER}`,
    'gu',
  ),
];

/**
 * The text without register numbers, account numbers and birth dates, and which of these it contained. A date before last
 * year counts as a birth date: agents type recent dates to say when a customer tried. `now` in milliseconds.
 */
export function screenedText(typed: string, now: number): ScreenedText {
  const thisYear = new Date(now).getUTCFullYear();
  const rules: readonly Rule[] = [
    ['account-number', IBAN_START, (_, rest) => ibanLength(rest)],
    ['account-number', BELGIAN_IBAN, wholeLength],
    ['account-number', FORMER_ACCOUNT, wholeLength],
    ['register-number', REGISTER_NUMBER, (found) => (isRegisterNumber(found[0]) ? found[0].length : null)],
    ...DATES.map((date): Rule => [
      'birth-date',
      date,
      (found) => (isPast(found.groups?.year ?? '', thisYear) ? found[0].length : null),
    ]),
  ];
  let text = typed;
  const leftOut = new Set<LeftOut>();
  for (const [kind, pattern, lengthOf] of rules) {
    const screened = without(text, pattern, lengthOf);
    if (screened !== text) leftOut.add(kind);
    text = screened;
  }
  return { text, leftOut: [...leftOut] };
}

/** How many characters of a match to leave out, given the text after it; null when it isn't what was searched for. */
type LengthOf = (found: RegExpExecArray, rest: string) => number | null;
type Rule = readonly [kind: LeftOut, pattern: RegExp, lengthOf: LengthOf];

const wholeLength: LengthOf = ([found]) => found.length;

/** A false match may overlap with a real one, so the search continues one character further. */
function without(text: string, pattern: RegExp, lengthOf: LengthOf): string {
  let kept = '';
  let from = 0;
  const search = new RegExp(pattern);
  for (let found = search.exec(text); found !== null; found = search.exec(text)) {
    const length = lengthOf(found, text.slice(found.index));
    if (length === null) search.lastIndex = found.index + 1;
    else {
      kept += text.slice(from, found.index) + MARK;
      from = search.lastIndex = found.index + length;
    }
  }
  return kept + text.slice(from);
}

function isRegisterNumber(found: string): boolean {
  if (REGISTER_NUMBER_SHAPE.test(found)) return true;
  const digits = found.replace(/\D/g, '');
  const [serial, check] = [digits.slice(0, 9), Number(digits.slice(9))];
  // For people born from 2000 on, the check digits are computed with a 2 in front.
  return [serial, `2${serial}`].some((one) => 97 - (Number(one) % 97) === check);
}

/** Whether the year, of two digits or four, is before last year and possible as the birth year of somebody alive. */
function isPast(year: string, thisYear: number): boolean {
  const recent = [thisYear - 1, thisYear, thisYear + 1];
  if (year.length === 2) return !recent.some((one) => one % 100 === Number(year));
  return Number(year) >= thisYear - 130 && Number(year) < thisYear - 1;
}

/** Length of the IBAN with correct check digits that the text begins with; null when it doesn't. */
function ibanLength(text: string): number | null {
  let iban = '';
  for (let at = 0; at < text.length && iban.length < IBAN_LENGTH.most; at++) {
    const one = text.charAt(at);
    if (/[A-Za-z\d]/.test(one)) iban += one.toUpperCase();
    else if (!/[ .\-/\u00a0]/.test(one)) return null;
    const isWordEnd = !/[\p{L}\d]/u.test(text.charAt(at + 1));
    if (isWordEnd && iban.length >= IBAN_LENGTH.least && remainder(iban) === 1) return at + 1;
  }
  return null;
}

/** Modulo 97, with letters as two digits and the first four characters moved to the end (ISO 7064, MOD 97-10). */
function remainder(iban: string): number {
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const one of moved) {
    for (const digit of String(Number.parseInt(one, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}
