import { momentOf } from './days.ts';
import type { FieldPath } from './fields.ts';
import { type Random, present } from './random.ts';
import type { Row, Scalar, World } from './rows.ts';

/** A condition as text, and whether a record meets it. */
export interface Made {
  readonly soql: string;
  readonly holds: (row: Row) => boolean;
  readonly features: readonly string[];
}

/** What conditions are made for. */
export interface Setting {
  readonly random: Random;
  readonly world: World;
  readonly object: keyof World;
  readonly today: string;
  readonly allRows: boolean;
}

/** Characters that a literal writes with a backslash. */
export const ESCAPED: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
};

/** A text as a literal, with its case changed and letters as code points now and then: neither may matter. */
function quoted(random: Random, text: string): string {
  const cased = random.chance(0.3) ? text.toUpperCase() : random.chance(0.3) ? text.toLowerCase() : text;
  const body = Array.from(
    cased,
    (each) =>
      ESCAPED[each] ?? (random.chance(0.1) ? `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}` : each),
  );
  return `'${body.join('')}'`;
}

/** Whether a text needs escapes. */
export const quotable = (text: string): boolean => /['\\"\n]/.test(text);

/** The values that a field has in some record. */
export const valuesOf = ({ world, object }: Setting, field: FieldPath): readonly Scalar[] =>
  world[object].map(field.of).filter((value) => value !== null);

/** A value of the field as a literal: `2026-11-22T11:00:00+01:00` for a date-time, with an offset or without. */
export function literalOf(random: Random, { kind }: FieldPath, value: Scalar): string {
  if (kind === 'datetime') {
    if (random.chance(0.5)) return String(value).replace('.000+0000', 'Z');
    const there = new Date(momentOf(String(value)).getTime() + 3_600_000);
    return `${there.toISOString().slice(0, 19)}+01:00`;
  }
  if (kind === 'number' || kind === 'boolean' || kind === 'date') return String(value);
  return quoted(random, String(value));
}

/** An id in one of its two forms. */
export const idLiteral = (random: Random, id: Scalar): string =>
  `'${random.chance(0.5) ? String(id) : String(id).slice(0, 15)}'`;

/** Whether SOQL takes two values for equal. */
export const same = (field: FieldPath, one: Scalar, other: Scalar): boolean =>
  typeof one === 'string' && typeof other === 'string' && field.kind !== 'id'
    ? one.toLowerCase() === other.toLowerCase()
    : one === other;

/** What each operator says of the difference of two values. */
export const TESTS: Readonly<Record<string, (difference: number) => boolean>> = {
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};

/** Whether an operator holds for a difference. */
export const passes = (operator: string, difference: number): boolean => present(TESTS[operator])(difference);
