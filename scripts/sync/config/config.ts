import { z } from 'zod';
import { comparedFields } from '../../../force-app/main/default/lwc/cuzoDifferences/cuzoDifferences.ts';
import { ZONES, type Zone } from '../../feed/contract.ts';
import { parseInstant } from '../../feed/instant.ts';
import { ACCOUNT_ROLES, PERSON_ROLES, POLICY_ROLES } from './roles.ts';

const field = z.string().regex(/^[A-Za-z]\w{0,79}$/, 'must be the API name of a field');
const share = z.number().min(0).max(1);
const seconds = z.number().nonnegative();

const mapped = <R extends string>(roles: Readonly<Record<R, string>>) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries<string>(roles).map(([role, name]) => [role, field.default(name)]),
    ) as Record<R, z.ZodDefault<typeof field>>,
  );

const contactFields = z.strictObject({
  email: field.optional(),
  mobile: field.optional(),
  phone: field.optional(),
  street: field.optional(),
  postalCode: field.optional(),
  city: field.optional(),
  country: field.optional(),
});

const roles = z.strictObject({
  ...mapped(ACCOUNT_ROLES).shape,
  ...mapped(POLICY_ROLES).shape,
  policyAccountRelationship: field
    .default('NameInsured')
    .describe('Relationship name of policyAccount, to read the customer number of the account'),
  policyBrand: field.nullable().default(POLICY_ROLES.policyBrand).describe('null: the org keeps no brand'),
  person: contactFields
    .default(PERSON_ROLES)
    .describe('Contact data of person accounts; without a role it is not written'),
  business: contactFields
    .optional()
    .describe('Contact data of business accounts; without it their contact events fail'),
});

/** A tag of BCP 47, as Intl takes it. */
function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

const contact = z.strictObject({
  since: z
    .string()
    .refine((text) => parseInstant(text) !== undefined, 'must be an RFC 3339 date-time with offset')
    .describe('Go-live: what customers changed until then is not written'),
  write: z
    .enum(['full', 'stamp'])
    .default('full')
    .describe('stamp: only when it changed, where another system brings the data'),
  country: z.enum(['code', 'text']).default('text').describe('How the org holds a country'),
  countryLanguage: z
    .string()
    .refine(isLanguageTag, 'must be a language tag such as nl or nl-BE')
    .default('nl')
    .describe('Language of the country as text'),
});

const waits = z.strictObject({
  request: z
    .array(seconds)
    .default([1, 2, 5, 10, 20, 30, 60, 60])
    .describe('Seconds before each new try of a request that got no good answer'),
  row: z
    .array(seconds)
    .default([2, 5, 10, 20])
    .describe('Seconds before each new round of rows that were locked'),
  answer: seconds.default(120).describe('Seconds that a request may take'),
  transfer: seconds.default(1800).describe('Seconds that an upload or download of rows may take'),
  poll: z
    .array(seconds)
    .min(1)
    .default([2, 5, 10, 30])
    .describe('Seconds between looks at a Bulk job: the first ones, the last again and again'),
  stuck: seconds.default(3600).describe('Seconds that a Bulk job may stay as it is before the run stops'),
});

/** A night that is missed and half a day. */
export const DEFAULT_QUIET_HOURS = 36;

const configuration = z.strictObject({
  $schema: z.string().optional(),
  apiVersion: z
    .string()
    .regex(/^\d{2,3}\.0$/)
    .default('66.0'),
  brands: z
    .record(z.string(), z.enum(ZONES as readonly [Zone, ...Zone[]]))
    .default({ 'P&V': 'mypv', Vivium: 'myvivium' })
    .describe('Brand of a policy -> the zone that speaks for it'),
  contact,
  roles: roles.prefault({}),
  comparedFields: z
    .string()
    .refine(
      (text) => comparedFields(text).malformed.length === 0,
      'must be code=Field, separated by semicolons',
    )
    .default('')
    .describe(
      'Items of a view that are compared with fields of the policy besides contract number, renewal date and annual premium, as the CuZo tab has them',
    ),
  maxRejects: share.default(0.1).describe('Share of lines that may be rejected, from 1,000 lines up'),
  maxUnmatched: share.default(0.2).describe('Share of events that may have no record, from 1,000 lines up'),
  apiShare: share
    .default(0.5)
    .describe("Share of the org's remaining API calls of the day that a run may take"),
  nightShare: share
    .default(0.5)
    .describe("Share of the API calls of a day that `listen` leaves to the night's run"),
  keepUnmatchedDays: z.number().positive().default(30),
  maxQuietHours: z
    .number()
    .positive()
    .default(DEFAULT_QUIET_HOURS)
    .describe('Hours after which a zone that sends nothing is warned of'),
  keepReportsDays: z
    .number()
    .positive()
    .default(30)
    .describe('Days that rejects and failures of a run are kept; they go when a later run starts'),
  keepFeedsDays: z
    .number()
    .positive()
    .default(7)
    .describe('Days that `listen --drop` keeps a feed after its run'),
  duplicateRules: z
    .enum(['refuse', 'save'])
    .default('refuse')
    .describe(
      'What becomes of a row that a duplicate rule of the org alerts about: it fails, or it is saved all the same',
    ),
  keysPerQuery: z.int().min(1).max(2000).default(2000),
  rowsPerRequest: z.int().min(1).max(200).default(200),
  requestsAtOnce: z
    .int()
    .min(1)
    .max(25)
    .default(8)
    .describe('Requests with rows that are sent at the same time, while the org answers quickly'),
  bulkAbove: z
    .int()
    .min(0)
    .default(2000)
    .describe('More changed rows of an object than this go by Bulk API 2.0, others by Collections'),
  bulkPartBytes: z
    .int()
    .min(1)
    .max(100_000_000)
    .default(90_000_000)
    .describe('Bytes that one Bulk job carries at most'),
  waits: waits.prefault({}),
});

/** The configuration of the job (config/sync.json), as written. */
export const configFile = configuration.meta({
  title: 'Configuration of the job',
  description: 'Which fields of the org the job reads and writes, and how. Told in docs/SYNC.md.',
});

/** The configuration with every default filled in. Waits are in seconds, shares from 0 to 1. */
export type Config = z.infer<typeof configFile>;
export type Roles = Config['roles'];
export type ContactFields = z.infer<typeof contactFields>;
