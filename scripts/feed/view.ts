import { z } from 'zod';
import { code, openCode } from './code.ts';
import { calendarDay } from './day.ts';
import { isItemKind, ITEM_KINDS, type ItemKind } from './itemKinds.ts';
import { isLanguageTag, LANGUAGES, type Language } from './language.ts';

/** A text by language. It may hold languages that are not in the table: they are kept. */
type Texts = Readonly<Partial<Record<Language, string | undefined>>>;

const KNOWN_TEXTS = Object.fromEntries(
  LANGUAGES.map((language) => [language, z.string().optional()]),
) as Record<Language, z.ZodOptional<z.ZodString>>;

const label = z.union([z.string(), z.looseObject(KNOWN_TEXTS).transform(textsOf)]);

/** The texts of a label in whatever languages; other keys are unknown to the contract and dropped. */
function textsOf(given: Readonly<Record<string, unknown>>): Texts {
  return Object.fromEntries(
    Object.entries(given).filter(([key, text]) => isLanguageTag(key) && typeof text === 'string'),
  );
}

const NAMED = { code, label: label.optional() };

type KnownItem = {
  [K in ItemKind]: z.ZodObject<
    typeof NAMED & { readonly kind: z.ZodLiteral<K>; readonly value: (typeof ITEM_KINDS)[K] }
  >;
}[ItemKind];

const knownItem = z.discriminatedUnion(
  'kind',
  Object.entries(ITEM_KINDS).map(([kind, value]) =>
    z.object({ ...NAMED, kind: z.literal(kind), value }),
  ) as unknown as [KnownItem, ...KnownItem[]],
);

/** zod's own schemas of JSON values lose keys such as `__proto__`: the value of an unknown kind is kept as it came. */
const anything = z.unknown().refine((value) => value !== undefined, 'is missing');

const item = z.union([
  knownItem,
  z.object({
    ...NAMED,
    kind: z
      .string()
      .refine((kind) => !isItemKind(kind), { error: 'must hold a value of its kind', abort: true }),
    value: anything,
  }),
]);

const viewOf = <I extends z.ZodType>(items: I) =>
  z.object({
    title: z.string(),
    language: z.string().optional(),
    sections: z.array(z.object({ ...NAMED, items: z.array(items) })),
    documents: z.array(z.object({ type: openCode, issuedOn: calendarDay })).optional(),
  });

/** What the zone shows of one policy (docs/FEED.md); keys it doesn't know are dropped. */
export const view = viewOf(item);

/** A view of known kinds alone, as nearly all are: what zod can compile. */
export const plainView = viewOf(knownItem);

export type View = z.infer<typeof view>;
export type ViewItem = z.infer<typeof item>;

/** Whether the item's value is of the shape that its kind tells; that of another kind can be any. */
export const isOfKnownKind = ({ kind }: ViewItem): boolean => isItemKind(kind);
