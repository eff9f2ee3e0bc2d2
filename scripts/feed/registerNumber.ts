/** Keys whose value may be eleven digits without being a register number: telephone numbers. */
const PHONE_KEYS: readonly string[] = ['mobile', 'phone'];

/** Length of the shortest notation of a register number. */
const MIN_LENGTH = 11;

/** How any notation of a register number begins: a fast first check, as most texts have no digits. */
const START = /\d\d\.?\d\d\.?\d\d/;

const CANDIDATE = /(?<![\p{L}\p{Nd}+])(?:\d{11}|\d\d\.\d\d\.\d\d-\d{3}\.\d\d)(?![\p{L}\p{Nd}+])/gu;
const SIGNS = /[.-]/g;

/**
 * Whether the text holds a Belgian national register number: eleven digits, bare or as `YY.MM.DD-NNN.CC`, with a possible
 * day and month and check digits 97 - (first nine mod 97), where a 2 precedes the nine for people born from 2000 on.
 */
export function holdsRegisterNumber(text: string): boolean {
  if (text.length < MIN_LENGTH || !START.test(text)) return false;
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const digits = match[0].replaceAll(SIGNS, '');
    const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
    if (isDay(month, day) && fits(Number(digits.slice(0, 9)), Number(digits.slice(9)))) return true;
    CANDIDATE.lastIndex = match.index + 1;
  }
  return false;
}

const isDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

const fits = (digits: number, check: number): boolean =>
  97 - (digits % 97) === check || 97 - ((2_000_000_000 + digits) % 97) === check;

/**
 * The path in `data` of the first text that holds a register number, or undefined. Telephone numbers and texts equal to the
 * event's subject are not checked (docs/FEED.md).
 */
export function findRegisterNumber(data: unknown, subject: unknown): readonly string[] | undefined {
  return search(data, subject, PHONE_KEYS);
}

/**
 * Checks every text except those under the keys to `skip`. The path is built on the way back, only when something was found.
 */
function search(value: unknown, subject: unknown, skip: readonly string[] = []): string[] | undefined {
  if (typeof value === 'string') return value !== subject && holdsRegisterNumber(value) ? [] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of Object.keys(value)) {
    if (skip.includes(key)) continue;
    const found = search((value as Readonly<Record<string, unknown>>)[key], subject);
    if (found) return [key, ...found];
  }
  return undefined;
}
