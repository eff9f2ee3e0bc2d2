import { z } from 'zod';
import { code, openCode } from './code.ts';
import { calendarDay } from './day.ts';
import { isItemKind, ITEM_KINDS, type ItemKind } from './itemKinds.ts';
import { isLanguageTag, LANGUAGES, type Language } from './language.ts';

/** A text by language. Languages that aren't in the table are kept too. */
type Texts = Readonly<Partial<Record<Language, string | undefined>>>;

const KNOWN_TEXTS = Object.fromEntries(
  LANGUAGES.map((language) => [language, z.string().optional()]),
) as Record<Language, z.ZodOptional<z.ZodString>>;

const label = z.union([z.string(), z.looseObject(KNOWN_TEXTS).transform(textsOf)]);

/** The texts of a label, in whatever languages; keys that are no language tag are dropped. */
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

/** zod's own schemas of JSON values lose keys such as `__proto__`, but the value of an unknown kind has to stay as it is. */
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

/** What the zone shows of one policy (docs/FEED.md). Keys that the contract doesn't have are dropped. */
export const view = viewOf(item);

/** A view with known kinds only, as nearly all are: zod can compile this one. */
export const plainView = viewOf(knownItem);

export type View = z.infer<typeof view>;
export type ViewItem = z.infer<typeof item>;

/** Whether the item's value has the form of its kind; an item of unknown kind may have any. */
export const isOfKnownKind = ({ kind }: ViewItem): boolean => isItemKind(kind);
