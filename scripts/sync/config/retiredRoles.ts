import { OWN_ACCOUNT_FIELDS, OWN_POLICY_FIELDS } from './ownFields.ts';

const RETIRED: Readonly<Record<string, string>> = { ...OWN_ACCOUNT_FIELDS, ...OWN_POLICY_FIELDS };

/** Roles that an old configuration may still have: fields that force-app ships could once be mapped too. */
export interface WithoutRetired {
  /** The settings without those roles. */
  readonly settings: unknown;
  /** A sentence for each role that names our own field: it has no effect. */
  readonly needless: readonly string[];
  /** A sentence for each role that names another field, which the job would not use, with what to do about it. */
  readonly wrong: readonly string[];
}

/** Removes the roles of fields that force-app ships from the settings and reports them. */
export function withoutRetiredRoles(settings: unknown): WithoutRetired {
  const roles = rolesIn(settings);
  const retired = Object.entries(roles).filter(([role]) => Object.hasOwn(RETIRED, role));
  if (retired.length === 0) return { settings, needless: [], wrong: [] };
  const left = Object.fromEntries(Object.entries(roles).filter(([role]) => !Object.hasOwn(RETIRED, role)));
  return {
    settings: { ...(settings as object), roles: left },
    needless: retired
      .filter(([role, name]) => name === RETIRED[role])
      .map(([role]) => `roles.${role} can be left out: the field has a fixed name`),
    wrong: retired
      .filter(([role, name]) => name !== RETIRED[role])
      .map(
        ([role]) =>
          `roles.${role} can't be mapped: the pages read ${RETIRED[role] ?? ''}, the field that force-app ships. ` +
          'Deploy force-app, move what the other field holds there, and take the role out',
      ),
  };
}

function rolesIn(settings: unknown): Readonly<Record<string, unknown>> {
  if (typeof settings !== 'object' || settings === null || !('roles' in settings)) return {};
  const { roles } = settings;
  return typeof roles === 'object' && roles !== null ? (roles as Readonly<Record<string, unknown>>) : {};
}
