import { z } from 'zod';
import { type Sf, SfError } from './sf.ts';

/** An org, as it calls itself. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly isSandbox: boolean;
}

/** The languages of an org. */
export interface OrgLanguages extends Organization {
  /** The language of master labels (Organization.LanguageLocaleKey): `nl_NL`. */
  readonly language: string;
  /** The active languages of Translation Workbench. */
  readonly translations: ReadonlySet<string>;
}

/** The fields of the objects that the job reads and writes; null when the org has no such object. */
export interface OrgObjects {
  readonly Account: ObjectFields | null;
  readonly InsurancePolicy: ObjectFields | null;
}

const fieldDescribe = z.object({
  name: z.string(),
  type: z.string(),
  calculated: z.boolean(),
  updateable: z.boolean(),
  nillable: z.boolean(),
  permissionable: z.boolean(),
});

/** A field as describe tells of it. */
export type OrgField = z.infer<typeof fieldDescribe>;

/** Name of a field in lower case -> the field. */
export type ObjectFields = ReadonlyMap<string, OrgField>;

const describeResult = z.object({ fields: z.array(fieldDescribe) });
const organizations = z.object({
  records: z.tuple([
    z.object({ Id: z.string(), Name: z.string(), IsSandbox: z.boolean(), LanguageLocaleKey: z.string() }),
  ]),
});
const translations = z.object({ records: z.array(z.object({ Language: z.string() })) });

const queryBy =
  (sf: Sf, org: string) =>
  (soql: string): Promise<unknown> =>
    sf(['data', 'query', '--query', soql, '--target-org', org]);

/** Asks an org that the CLI is logged in to. Rejects with what is wrong when the CLI can't ask. */
export async function readOrganization(
  sf: Sf,
  org: string,
): Promise<Organization & { readonly language: string }> {
  const answer = await queryBy(sf, org)('SELECT Id, Name, IsSandbox, LanguageLocaleKey FROM Organization');
  const [organization] = organizations.parse(answer).records;
  return {
    id: organization.Id,
    name: organization.Name,
    isSandbox: organization.IsSandbox,
    language: organization.LanguageLocaleKey,
  };
}

/** The org and its languages, asked at once. */
export async function readOrgLanguages(sf: Sf, org: string): Promise<OrgLanguages> {
  const [organization, active] = await Promise.all([
    readOrganization(sf, org),
    activeTranslations(queryBy(sf, org)),
  ]);
  return { ...organization, translations: active };
}

/** Describes the objects of the job with the rights of the login. */
export async function readOrgObjects(sf: Sf, org: string): Promise<OrgObjects> {
  const [account, policy] = await Promise.all([
    describe(sf, org, 'Account'),
    describe(sf, org, 'InsurancePolicy'),
  ]);
  return { Account: account, InsurancePolicy: policy };
}

/** None where Translation Workbench is off: the org then knows no such object. */
async function activeTranslations(query: (soql: string) => Promise<unknown>): Promise<ReadonlySet<string>> {
  try {
    const { records } = translations.parse(
      await query('SELECT Language FROM Translation WHERE IsActive = true'),
    );
    return new Set(records.map(({ Language }) => Language));
  } catch (error) {
    if (error instanceof SfError && /INVALID_TYPE|not supported/.test(error.message)) return new Set();
    throw error;
  }
}

async function describe(sf: Sf, org: string, object: string): Promise<ObjectFields | null> {
  try {
    const { fields } = describeResult.parse(
      await sf(['sobject', 'describe', '--sobject', object, '--target-org', org]),
    );
    return new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  } catch (error) {
    if (
      error instanceof SfError &&
      /NOT_FOUND|does not exist|INVALID_TYPE/i.test(JSON.stringify(error.answer))
    )
      return null;
    throw error;
  }
}
