import { momentOf } from './days.ts';
import type { FieldPath } from './fields.ts';
import { type Random, present } from './random.ts';
import type { Row, Scalar, World } from './rows.ts';

/** A condition as text, and a function that tells whether a record meets it. */
export interface Made {
  readonly soql: string;
  readonly holds: (row: Row) => boolean;
  readonly features: readonly string[];
}

/** What random conditions are made from. */
export interface Setting {
  readonly random: Random;
  readonly world: World;
  readonly object: keyof World;
  readonly today: string;
  readonly allRows: boolean;
}

/** Characters that are written with a backslash in a literal. */
export const ESCAPED: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
};

/** A text as a literal. Sometimes its case is changed or letters are written as code points, neither of which may matter. */
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

/** The values of a field that occur in a record. */
export const valuesOf = ({ world, object }: Setting, field: FieldPath): readonly Scalar[] =>
  world[object].map(field.of).filter((value) => value !== null);

/** A value of the field as a literal; a date-time either in UTC or with an offset (`2026-11-22T11:00:00+01:00`). */
export function literalOf(random: Random, { kind }: FieldPath, value: Scalar): string {
  if (kind === 'datetime') {
    if (random.chance(0.5)) return String(value).replace('.000+0000', 'Z');
    const there = new Date(momentOf(String(value)).getTime() + 3_600_000);
    return `${there.toISOString().slice(0, 19)}+01:00`;
  }
  if (kind === 'number' || kind === 'boolean' || kind === 'date') return String(value);
  return quoted(random, String(value));
}

/** An id, in one of its two forms. */
export const idLiteral = (random: Random, id: Scalar): string =>
  `'${random.chance(0.5) ? String(id) : String(id).slice(0, 15)}'`;

/** Whether two values are equal in SOQL. */
export const same = (field: FieldPath, one: Scalar, other: Scalar): boolean =>
  typeof one === 'string' && typeof other === 'string' && field.kind !== 'id'
    ? one.toLowerCase() === other.toLowerCase()
    : one === other;

/** For each operator, whether the difference of two values satisfies it. */
export const TESTS: Readonly<Record<string, (difference: number) => boolean>> = {
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};

/** Whether a difference satisfies an operator. */
export const passes = (operator: string, difference: number): boolean => present(TESTS[operator])(difference);
