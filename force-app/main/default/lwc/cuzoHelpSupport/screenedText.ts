/** What a mail to a help desk never holds, whatever the agent typed. */
export type LeftOut = 'register-number' | 'account-number' | 'birth-date';

export interface ScreenedText {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}

/** What stands in the place of what was left out. */
const MARK = '[…]';

/** How people separate the groups of a number or of a date. */
const GAP = '[ .\\-/\\u00a0]';
/** Neither begins nor goes on inside another word or number; a telephone number begins with a plus. */
const BEFORE = '(?<![\\p{L}\\d+])';
const AFTER = '(?![\\p{L}\\d])';

/** Eleven digits, in any groups: YYMMDD, serial number, check digits (royal decree of 3 April 1984, article 1). */
const REGISTER_NUMBER = new RegExp(`${BEFORE}\\d(?:${GAP}{0,3}\\d){10}${AFTER}`, 'gu');
/** The usual way of writing one, wrong check digits included: a slip of the hand names nearly the same person. */
const REGISTER_NUMBER_SHAPE = new RegExp(
  `^\\d{2}${GAP}?(?:0\\d|1[0-2])${GAP}?(?:[0-2]\\d|3[01])${GAP}{0,3}\\d{3}${GAP}{0,3}\\d{2}$`,
  'u',
);

/** The account number that Belgium had before the IBAN, which holds it. */
const FORMER_ACCOUNT = new RegExp(`${BEFORE}\\d{3}-\\d{7}-\\d{2}${AFTER}`, 'gu');
const BELGIAN_IBAN = new RegExp(`${BEFORE}BE${GAP}?\\d{2}(?:${GAP}?\\d){12}${AFTER}`, 'giu');
/** Any country's (ISO 13616): 15 to 34 letters and digits, in groups; the check digits tell it from other text. */
const IBAN_START = new RegExp(`${BEFORE}[A-Z]{2}${GAP}?\\d{2}`, 'giu');
const IBAN_LENGTH = { least: 15, most: 34 };

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
/** Day first, year first, or with the month as a word. The year is what tells a birth date from the day of a failed try. */
const DATES: readonly RegExp[] = [
  new RegExp(`${BEFORE}${DAY}${GAP}{1,2}${MONTH}${GAP}{1,2}(?<year>\\d{4}|\\d{2})${AFTER}`, 'gu'),
  new RegExp(`${BEFORE}(?<year>\\d{4})${GAP}${MONTH}${GAP}${DAY}${AFTER}`, 'gu'),
  new RegExp(
    `${BEFORE}${DAY}\\.?(?:er)?${GAP}{1,2}\\p{L}{3,9}\\.?${GAP}{1,2}(?<year>\\d{4}|\\d{2})${AFTER}`,
    'gu',
  ),
];

/**
 * The text without register numbers, account numbers and dates of birth, and which of these it had. Nobody typed the birth
 * date of a customer to say when they tried: a day of before last year is taken for one. `now` in milliseconds.
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

/** How many characters of what was found are to be left out, given what follows too; null when it is something else. */
type LengthOf = (found: RegExpExecArray, rest: string) => number | null;
type Rule = readonly [kind: LeftOut, pattern: RegExp, lengthOf: LengthOf];

const wholeLength: LengthOf = ([found]) => found.length;

/** What is something else may have the beginning of what is looked for in it: the search goes on one character further. */
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
  // Who was born from 2000 on has check digits as if a 2 stood in front.
  return [serial, `2${serial}`].some((one) => 97 - (Number(one) % 97) === check);
}

/** Whether the year, in two digits or four, is before last year, and one that somebody alive was born in. */
function isPast(year: string, thisYear: number): boolean {
  const recent = [thisYear - 1, thisYear, thisYear + 1];
  if (year.length === 2) return !recent.some((one) => one % 100 === Number(year));
  return Number(year) >= thisYear - 130 && Number(year) < thisYear - 1;
}

/** How many characters from the beginning are an IBAN with right check digits; null when none are. */
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

/** By 97, letters as two digits and the first four characters at the end (ISO 7064, MOD 97-10). */
function remainder(iban: string): number {
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const one of moved) {
    for (const digit of String(Number.parseInt(one, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}
