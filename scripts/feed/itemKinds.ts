import { z } from 'zod';
import { calendarDay } from './day.ts';

const CURRENCY_CODE = /^[A-Z]{3}$/;
/**
 * Knows every currency of ISO 4217, historic ones (BEF) too, from Unicode's tables, so that new currencies come with new
 * Node versions.
 */
const CURRENCY_NAMES = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });

const money = z.object({
  amount: z.string().regex(/^-?\d+(?:\.\d+)?$/, 'must be a decimal number as text'),
  currency: z.string().refine(isCurrency, 'must be an ISO 4217 currency code'),
});

function isCurrency(code: string): boolean {
  // Nearly every amount is in euro, and a look-up of the name takes microseconds.
  return code === 'EUR' || (CURRENCY_CODE.test(code) && CURRENCY_NAMES.of(code) !== undefined);
}

const quantity = z.object({ value: z.number(), unit: z.string().optional() });

/**
 * The kinds of items that the contract knows, and the value of each. Contract, canonical form and JSON Schema follow from
 * this table; a type test (scripts/tests/types/view.ts) checks that the CuZo tab shows every kind.
 */
export const ITEM_KINDS = {
  text: z.string(),
  date: calendarDay,
  money,
  number: quantity,
  covered: z.boolean(),
  percent: z.number(),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type ItemKind = keyof typeof ITEM_KINDS;

export const isItemKind = (kind: string): kind is ItemKind => Object.hasOwn(ITEM_KINDS, kind);
