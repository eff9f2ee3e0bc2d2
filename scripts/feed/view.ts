import { z } from 'zod';
import { code, openCode } from './code.ts';
import { isCalendarDate } from './instant.ts';

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = z.string().refine(isCalendarDate, 'must be a day of the calendar, written YYYY-MM-DD');

const label = z.union([
  z.string(),
  z.object({
    nl: z.string().optional(),
    fr: z.string().optional(),
    de: z.string().optional(),
    en: z.string().optional(),
  }),
]);

const money = z.object({
  amount: z.string().regex(/^-?\d+(?:\.\d+)?$/, 'must be a decimal number as text'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 currency code'),
});

const named = { code, label: label.optional() };
const KNOWN_KINDS: readonly string[] = ['text', 'date', 'money', 'number', 'covered', 'percent'];

const item = z.union([
  z.discriminatedUnion('kind', [
    z.object({ ...named, kind: z.literal('text'), value: z.string() }),
    z.object({ ...named, kind: z.literal('date'), value: day }),
    z.object({ ...named, kind: z.literal('money'), value: money }),
    z.object({
      ...named,
      kind: z.literal('number'),
      value: z.object({ value: z.number(), unit: z.string().optional() }),
    }),
    z.object({ ...named, kind: z.literal('covered'), value: z.boolean() }),
    z.object({ ...named, kind: z.literal('percent'), value: z.number() }),
  ]),
  z.object({
    ...named,
    kind: z
      .string()
      .refine((kind) => !KNOWN_KINDS.includes(kind), { error: 'must hold a value of its kind', abort: true }),
    value: z.json(),
  }),
]);

/** What the zone shows of one policy (docs/FEED.md); keys it doesn't know are dropped. */
export const view = z.object({
  title: z.string(),
  language: z.string().optional(),
  sections: z.array(z.object({ ...named, items: z.array(item) })),
  documents: z.array(z.object({ type: openCode, issuedOn: day })).optional(),
});

export type View = z.infer<typeof view>;
export type ViewItem = z.infer<typeof item>;
