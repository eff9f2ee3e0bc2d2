import { compareNumber, parse } from 'lossless-json';
import { valueAt } from './valueAt.ts';

/** What JSON.parse changes without an error: a repeated key, or a number, with its path. */
export type Loss =
  | { readonly kind: 'duplicate key' }
  | { readonly kind: 'inexact number'; readonly path: readonly string[] };

const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/g;
const NUMBER = /-?\d[\d.eE+-]*/g;

/** A double holds any number this short exactly, unless it has an exponent. */
const SURELY_EXACT = /^-?[\d.]{1,15}$/;

/** Replaces, in a parsed value, a number that a double can't hold. */
const INEXACT = Symbol('inexact number');

/**
 * What JSON.parse lost when it made `value` of `text`: the first of two equal keys of an object, anywhere, or digits of a
 * number under the path `within`. Undefined when nothing is lost. A text equal to its own re-serialization has lost nothing,
 * which is true of nearly all lines, so the slow check runs for few.
 */
export function lossOfParsing(text: string, value: unknown, within: readonly string[]): Loss | undefined {
  if (JSON.stringify(value) === text) return undefined;
  const bare = text.replace(STRING, '');
  if (count(bare, ':') !== keysIn(value)) return { kind: 'duplicate key' };
  if ((bare.match(NUMBER) ?? []).every(isExact)) return undefined;
  const path = pathOfInexact(valueAt(parse(text, null, marked), within));
  return path && { kind: 'inexact number', path: [...within, ...path] };
}

/** Whether the shortest decimal of the nearest double is the same number. */
function isExact(number: string): boolean {
  if (SURELY_EXACT.test(number)) return true;
  const nearest = Number(number);
  return Number.isFinite(nearest) && compareNumber(number, String(nearest)) === 0;
}

const marked = (number: string): unknown => (isExact(number) ? 0 : INEXACT);

function count(text: string, sign: string): number {
  let found = 0;
  for (let place = text.indexOf(sign); place >= 0; place = text.indexOf(sign, place + 1)) found += 1;
  return found;
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner: readonly unknown[] = Object.values(value);
  return inner.reduce<number>((sum, one) => sum + keysIn(one), Array.isArray(value) ? 0 : inner.length);
}

function pathOfInexact(value: unknown): readonly string[] | undefined {
  if (value === INEXACT) return [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const path = pathOfInexact(inner);
    if (path) return [key, ...path];
  }
  return undefined;
}
