import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './root.ts';
import type { Sf } from './sf.ts';

/** The administrator that the org begins with. */
export const ADMIN_USERNAME = 'admin@connect360.local';

const SampleUsers = z.array(
  z.strictObject({
    username: z.string(),
    alias: z.string().max(8),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    language: z.string(),
    locale: z.string(),
    profile: z.string(),
    role: z.string().optional(),
    permissionSetLicenses: z.array(z.string()).default([]),
    permissionSets: z.array(z.string()),
  }),
);

/** Roles, each after its parent role. */
const SampleRoles = z.array(z.strictObject({ name: z.string(), parent: z.string().optional() }));

type SampleRole = z.infer<typeof SampleRoles>[number];

type SampleUser = z.infer<typeof SampleUsers>[number];

const queryResult = z.object({ records: z.array(z.record(z.string(), z.unknown())) });

const readSampleUsers = (): readonly SampleUser[] =>
  SampleUsers.parse(JSON.parse(readFileSync(join(ROOT, 'config', 'samples', 'users.json'), 'utf8')));

const readSampleRoles = (): readonly SampleRole[] =>
  SampleRoles.parse(JSON.parse(readFileSync(join(ROOT, 'config', 'samples', 'roles.json'), 'utf8')));

/** How a tree file of a plan refers to a record of an earlier one. */
const roleRef = (name: string): string => `Role${readSampleRoles().findIndex((role) => role.name === name)}`;

const roleRecord = ({ name, parent }: SampleRole) => ({
  attributes: { type: 'UserRole', referenceId: roleRef(name) },
  Name: name,
  ...(parent === undefined ? {} : { ParentRoleId: `@${roleRef(parent)}` }),
});

/** User as a record of an sf tree file. */
const treeRecord = (user: SampleUser, index: number, profileId: unknown, roleId: unknown) => ({
  attributes: { type: 'User', referenceId: `User${index}` },
  Username: user.username,
  Alias: user.alias,
  FirstName: user.firstName,
  LastName: user.lastName,
  Email: user.email,
  ProfileId: profileId,
  ...(roleId === undefined ? {} : { UserRoleId: roleId }),
  LanguageLocaleKey: user.language,
  LocaleSidKey: user.locale,
  TimeZoneSidKey: 'Europe/Brussels',
  EmailEncodingKey: 'UTF-8',
});

/** The rows of a query by the CLI. */
export async function valuesOf(
  sf: Sf,
  org: string,
  soql: string,
): Promise<readonly Record<string, unknown>[]> {
  return queryResult.parse(await sf(['data', 'query', '--query', soql, '--target-org', org])).records;
}

/** Creates those users of config/samples/users.json that `org` lacks, and their roles. `folder` is for the tree files. */
export async function importUsers(sf: Sf, org: string, folder: string): Promise<void> {
  const known = (await valuesOf(sf, org, 'SELECT Username FROM User')).map((row) => row.Username);
  const profiles = await valuesOf(sf, org, 'SELECT Id, Name FROM Profile');
  const missing = readSampleUsers().filter((user) => !known.includes(user.username));
  if (missing.length === 0) return;
  const users = missing.map((user, index) =>
    treeRecord(
      user,
      index,
      profiles.find((profile) => profile.Name === user.profile)?.Id,
      user.role && `@${roleRef(user.role)}`,
    ),
  );
  // One file per role: a tree file can't refer to its own records.
  const files = [
    ...readSampleRoles().map((role, index) => [`role${index}`, 'UserRole', [roleRecord(role)]] as const),
    ['users', 'User', users] as const,
  ];
  mkdirSync(folder, { recursive: true });
  for (const [name, , records] of files)
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ records }));
  const plan = join(folder, 'users-plan.json');
  writeFileSync(plan, JSON.stringify(files.map(([name, sobject]) => ({ sobject, files: [`${name}.json`] }))));
  await sf(['data', 'import', 'tree', '--plan', plan, '--target-org', org]);
}

/** Gives each sample user what it names of one kind; users with the same share a command. */
async function assign(
  sf: Sf,
  org: string,
  kind: 'permset' | 'permsetlicense',
  namesOf: (user: SampleUser) => readonly string[],
): Promise<void> {
  const groups = Map.groupBy(readSampleUsers(), (user) => namesOf(user).join());
  for (const users of groups.values()) {
    const names = users[0] === undefined ? [] : namesOf(users[0]);
    if (names.length === 0) continue;
    await sf([
      ...['org', 'assign', kind, '--target-org', org],
      ...names.flatMap((name) => ['--name', name]),
      ...users.flatMap((user) => ['--on-behalf-of', user.username]),
    ]);
  }
}

/** Gives each sample user its permission set licences and then the permission sets, some of which need them. */
export async function assignPermissionSets(sf: Sf, org: string): Promise<void> {
  await assign(sf, org, 'permsetlicense', (user) => user.permissionSetLicenses);
  await assign(sf, org, 'permset', (user) => user.permissionSets);
}
