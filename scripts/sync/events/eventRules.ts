import { ZONES, type EventOf, type EventType } from '../../feed/contract.ts';
import type { Config } from '../config/config.ts';
import { VIEW_FIELD } from '../config/ownFields.ts';
import type { FieldNeed } from '../org/fieldNeed.ts';
import type { GuardScope } from '../state/asOfs.ts';
import { CONTACT } from './contact.ts';
import { ERASED } from './erased.ts';
import type { Kind, Target } from './event.ts';
import type { EventRule } from './eventRule.ts';
import { POLICY_VIEW } from './policyView.ts';
import { REGISTRATION } from './registration.ts';

/** A rule for each of some types of event. */
export type EventRules<T extends EventType> = { readonly [K in T]: EventRule<EventOf<K>> };

/** The rule of each type of event, one file each. All other code reads the rules from this table. */
export const EVENT_RULES = {
  'be.pv.cuzo.registration.v1': REGISTRATION,
  'be.pv.cuzo.contact.v1': CONTACT,
  'be.pv.cuzo.policy-view.v1': POLICY_VIEW,
  'be.pv.cuzo.erased.v1': ERASED,
} as const satisfies EventRules<EventType>;

const [PREFIX, SUFFIX] = ['be.pv.cuzo.', '.v1'] as const;

export const kindOf = (type: EventType): Kind => type.slice(PREFIX.length, -SUFFIX.length) as Kind;

export const ruleOf = (kind: Kind): EventRule => EVENT_RULES[`${PREFIX}${kind}${SUFFIX}`];

const KINDS: readonly Kind[] = (Object.keys(EVENT_RULES) as readonly EventType[]).map(kindOf);

/** The kinds of event whose rule satisfies `fits`. */
export const kindsWhere = (fits: (rule: EventRule) => boolean): readonly Kind[] =>
  KINDS.filter((kind) => fits(ruleOf(kind)));

const rulesAbout = (target: Target): readonly EventRule[] =>
  KINDS.map(ruleOf).filter(({ targets }) => targets.includes(target));

/** The scopes of all guards of the target's records. */
export function guardScopes(target: Target): readonly GuardScope[] {
  const scopes = rulesAbout(target).flatMap((rule) => ZONES.flatMap((zone) => rule.guards(target, zone)));
  return [...new Set(scopes)];
}

/** The fields of the target that events write, without duplicates. */
export function fieldsWritten(target: Target, config: Config): readonly FieldNeed[] {
  const needs = rulesAbout(target).flatMap((rule) => rule.writes(config));
  return [...new Map(needs.map((need) => [need.name, need])).values()];
}

/** The fields of the target that are compared with the org before they are written. */
export const fieldsCompared = (target: Target, config: Config): readonly FieldNeed[] =>
  fieldsWritten(target, config).filter(({ name }) => name !== VIEW_FIELD);
