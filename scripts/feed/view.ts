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

const quantity = z.object({ value: z.number(), unit: z.string().optional() });

const NAMED = { code, label: label.optional() };
const KNOWN_KINDS: readonly string[] = ['text', 'date', 'money', 'number', 'covered', 'percent'];

const knownItem = z.discriminatedUnion('kind', [
  z.object({ ...NAMED, kind: z.literal('text'), value: z.string() }),
  z.object({ ...NAMED, kind: z.literal('date'), value: day }),
  z.object({ ...NAMED, kind: z.literal('money'), value: money }),
  z.object({ ...NAMED, kind: z.literal('number'), value: quantity }),
  z.object({ ...NAMED, kind: z.literal('covered'), value: z.boolean() }),
  z.object({ ...NAMED, kind: z.literal('percent'), value: z.number() }),
]);

const item = z.union([
  knownItem,
  z.object({
    ...NAMED,
    kind: z
      .string()
      .refine((kind) => !KNOWN_KINDS.includes(kind), { error: 'must hold a value of its kind', abort: true }),
    value: z.json(),
  }),
]);

const viewOf = <I extends z.ZodType>(items: I) =>
  z.object({
    title: z.string(),
    language: z.string().optional(),
    sections: z.array(z.object({ ...NAMED, items: z.array(items) })),
    documents: z.array(z.object({ type: openCode, issuedOn: day })).optional(),
  });

/** What the zone shows of one policy (docs/FEED.md); keys it doesn't know are dropped. */
export const view = viewOf(item);

/** A view of known kinds alone, as nearly all are: what zod can compile. */
export const plainView = viewOf(knownItem);

export type View = z.infer<typeof view>;
export type ViewItem = z.infer<typeof item>;
export type Label = z.infer<typeof label>;
export type Money = z.infer<typeof money>;
export type Quantity = z.infer<typeof quantity>;

/** Whether the item's value is of the shape that its kind tells; that of another kind can be any. */
export const isOfKnownKind = ({ kind }: ViewItem): boolean => KNOWN_KINDS.includes(kind);
