import { z } from 'zod';
import { openCode } from './code.ts';
import { country } from './country.ts';
import { orgDay } from './day.ts';
import { orgInstant } from './instant.ts';
import { plainView, view } from './view.ts';

/** The two customer zones, by the `source` of their events. */
export const ZONE_OF_SOURCE = { '/portals/mypv': 'mypv', '/portals/myvivium': 'myvivium' } as const;

export type Source = keyof typeof ZONE_OF_SOURCE;
export type Zone = (typeof ZONE_OF_SOURCE)[Source];
export const SOURCES = Object.keys(ZONE_OF_SOURCE) as [Source, ...Source[]];
export const ZONES: readonly Zone[] = Object.values(ZONE_OF_SOURCE);

/** Longest subject: the length of a name or an external id in the org. */
const MAX_SUBJECT = 255;

/** A date-time that a DateTime field of the org accepts. */
const instant = z
  .string()
  .refine(
    (text) => orgInstant(text) !== undefined,
    'must be an RFC 3339 date-time with offset, of the years 1700 to 4000',
  );
const key = z
  .string()
  .min(1)
  .max(MAX_SUBJECT)
  .refine((text) => text === text.trim(), 'must have no spaces around it')
  .refine((text) => !/\p{Cc}/u.test(text), 'must have no control characters');

const registration = z
  .object({ registered: z.boolean(), registeredOn: orgDay.nullable() })
  .refine((data) => data.registered || data.registeredOn === null, {
    path: ['registeredOn'],
    message: 'must be null when registered is false',
    params: { code: 'DAY_WITHOUT_REGISTRATION' },
  });

const address = z.object({
  street: z.string(),
  houseNumber: z.string(),
  box: z.string().optional(),
  postalCode: z.string(),
  city: z.string(),
  country,
});

const contact = z.object({
  changedAt: instant,
  email: z.string().nullable().optional(),
  mobile: z.string().nullable().optional(),
  phone: z.string().nullable().optional(),
  address: address.nullable().optional(),
});

const policyViewOf = <V extends z.ZodType>(views: V) =>
  z.discriminatedUnion('shown', [
    z.object({ shown: z.literal(true), product: openCode, view: views, customer: key.optional() }),
    z.object({ shown: z.literal(false), product: openCode, reason: openCode, customer: key.optional() }),
  ]);

const erased = z.object({ kind: z.enum(['customer', 'policy']) });

const ATTRIBUTES = {
  specversion: z.literal('1.0'),
  id: z
    .string()
    .min(1)
    .refine((text) => !/\p{Cc}/u.test(text), 'must have no control characters'),
  source: z.enum(SOURCES),
  subject: key,
  time: instant,
};

const of = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.object({ ...ATTRIBUTES, type: z.literal(type), data });

const eventOf = <V extends z.ZodType>(views: V) =>
  z.discriminatedUnion('type', [
    of('be.pv.cuzo.registration.v1', registration),
    of('be.pv.cuzo.contact.v1', contact),
    of('be.pv.cuzo.policy-view.v1', policyViewOf(views)),
    of('be.pv.cuzo.erased.v1', erased),
  ]);

/** One line of a feed: a CloudEvents 1.0 event of one of the four types (docs/FEED.md). */
export const feedEvent = eventOf(view).meta({
  title: 'Event of a zone feed',
  description: 'One line of a feed: a CloudEvents 1.0 event.',
});

export type FeedEvent = z.infer<typeof feedEvent>;
export type EventType = FeedEvent['type'];
export type EventOf<T extends EventType> = Extract<FeedEvent, { type: T }>;
export type ContactData = EventOf<'be.pv.cuzo.contact.v1'>['data'];

/** The types of events, read from the contract itself. */
const TYPES = feedEvent.options.map(({ shape }) => shape.type.value) as [EventType, ...EventType[]];

const attributes = z.compile(z.object({ ...ATTRIBUTES, type: z.enum(TYPES) }), { strict: true });

/** What a line says of its event besides `data`. */
export type EventAttributes = Omit<FeedEvent, 'data'>;

/** Checks the attributes of a line, without its data. */
export const attributesOf = (value: unknown): z.ZodSafeParseResult<EventAttributes> =>
  attributes.safeParse(value);

const plainEvent = z.compile(eventOf(plainView), { strict: true });

/**
 * Checks a line against `feedEvent`. A valid line without items of unknown kind passes a compiled subset of the contract,
 * twice as fast; everything else is checked against the whole.
 */
export function parseEvent(value: unknown): z.ZodSafeParseResult<FeedEvent> {
  const plain = plainEvent.safeParse(value);
  return plain.success ? plain : feedEvent.safeParse(value);
}
