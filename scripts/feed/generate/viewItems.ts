import type { View, ViewItem } from '../view.ts';

export type Section = View['sections'][number];

/** Keys are in the order of canonical JSON, here and everywhere a view is made: see viewText. */
export const section = (code: string, items: readonly ViewItem[]): Section => ({ code, items: [...items] });

export const text = (code: string, value: string): ViewItem => ({ code, kind: 'text', value });
export const date = (code: string, value: string): ViewItem => ({ code, kind: 'date', value });
export const covered = (code: string, value: boolean): ViewItem => ({ code, kind: 'covered', value });
export const percent = (code: string, value: number): ViewItem => ({ code, kind: 'percent', value });
export const number = (code: string, value: number, unit?: string): ViewItem => ({
  code,
  kind: 'number',
  value: unit === undefined ? { value } : { unit, value },
});
/** `amount` in euro, a decimal string or a whole number. */
export const money = (code: string, amount: string | number): ViewItem => ({
  code,
  kind: 'money',
  value: { amount: typeof amount === 'string' ? amount : amount.toFixed(2), currency: 'EUR' },
});
