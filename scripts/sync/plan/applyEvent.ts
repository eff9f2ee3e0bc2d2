import type { Zone } from '../../feed/contract.ts';
import { parseInstant, toBrusselsDay, toIsoSecond, toSecond, type Instant } from '../../feed/instant.ts';
import type { PolicyViewBody, RegistrationBody } from '../check/checkedEvent.ts';
import type { Config } from '../config/config.ts';
import type { Fields } from '../match/matchedRecord.ts';
import type { StagedEvent } from '../match/stagedEvent.ts';
import { contactFields } from './contactFields.ts';

/** The record before an event, and what this folder has seen of it that the org doesn't hold. */
export interface Situation {
  readonly fields: Fields;
  readonly isPersonAccount: boolean;
  readonly isPolicy: boolean;
  /** Newest word seen by the scope of the event, from the state folder. */
  readonly seen: Instant | undefined;
}

/**
 * What an event does to its record. `writesView`: the view document of the event goes with the patch; where the patch
 * clears the view it names the field itself. `isNewer`: the org's as-of is older than this word, which isn't written.
 */
export type Verdict =
  | { readonly outcome: 'changed'; readonly patch: Fields; readonly writesView: boolean }
  | { readonly outcome: 'unchanged'; readonly isNewer: boolean }
  | { readonly outcome: 'late' }
  | { readonly outcome: 'failed'; readonly code: string; readonly message: string };

/** Says what an event does to its record (docs/FEED.md, docs/SYNC.md). Nothing else decides it. */
export function applyEvent(event: StagedEvent, situation: Situation, config: Config): Verdict {
  switch (event.body.kind) {
    case 'registration':
      return applyRegistration(event, event.body.data, situation, config);
    case 'contact':
      return applyContact(event, event.body.data, situation, config);
    case 'policy-view':
      return applyPolicyView(event, event.body.data, situation, config);
    case 'erased':
      return situation.isPolicy
        ? erasePolicy(event, situation, config)
        : eraseCustomer(event, situation, config);
  }
}

/** The fields of a zone on an account: its flag, its day, its as-of. */
export function zoneFields(zone: Zone, { roles }: Config): { onboarded: string; date: string; asOf: string } {
  return zone === 'mypv'
    ? { onboarded: roles.mypvOnboarded, date: roles.mypvOnboardingDate, asOf: roles.mypvAsOf }
    : { onboarded: roles.myviviumOnboarded, date: roles.myviviumOnboardingDate, asOf: roles.myviviumAsOf };
}

function applyRegistration(
  event: StagedEvent,
  data: RegistrationBody,
  { fields, seen }: Situation,
  config: Config,
): Verdict {
  const { onboarded, date, asOf } = zoneFields(event.zone, config);
  if (isLate(event.instant, newest(instantIn(fields, asOf), seen))) return { outcome: 'late' };
  const patch = difference(fields, { [onboarded]: data.registered, [date]: data.registeredOn });
  return stamped(patch, fields, asOf, event.instant, false);
}

function applyPolicyView(
  event: StagedEvent,
  data: PolicyViewBody,
  { fields, seen }: Situation,
  { roles }: Config,
): Verdict {
  if (isLate(event.instant, newest(instantIn(fields, roles.policyAsOf), seen))) return { outcome: 'late' };
  const patch = difference(fields, {
    [roles.visibility]: data.hash === null ? 'Hidden' : 'Shown',
    [roles.hiddenReason]: data.reason,
    [roles.product]: data.product,
    [roles.viewHash]: data.hash,
  });
  const newView = roles.viewHash in patch;
  const cleared: Fields = newView && data.hash === null ? { [roles.view]: null } : {};
  return stamped(
    { ...patch, ...cleared },
    fields,
    roles.policyAsOf,
    event.instant,
    newView && data.hash !== null,
  );
}

function applyContact(
  event: StagedEvent,
  data: Parameters<typeof contactFields>[0],
  { fields, isPersonAccount, seen }: Situation,
  { roles, contact }: Config,
): Verdict {
  const guard = newest(newest(instantIn(fields, roles.contactAsOf), seen), parseInstant(contact.since));
  if (guard !== undefined && toSecond(event.instant) <= toSecond(guard))
    return isLate(event.instant, guard) ? { outcome: 'late' } : { outcome: 'unchanged', isNewer: false };
  const stamps = {
    [roles.contactChangedOn]: toBrusselsDay(event.instant),
    [roles.contactAsOf]: toIsoSecond(event.instant),
  };
  if (contact.write === 'stamp') return changed(difference(fields, stamps));
  const map = isPersonAccount ? roles.person : roles.business;
  if (!map)
    return {
      outcome: 'failed',
      code: 'NOT_A_PERSON_ACCOUNT',
      message: 'contact data of a business account, and the configuration has no roles for it',
    };
  return changed(difference(fields, { ...contactFields(data, map, contact), ...stamps }));
}

function eraseCustomer(event: StagedEvent, { fields, seen }: Situation, config: Config): Verdict {
  const { onboarded, date, asOf } = zoneFields(event.zone, config);
  const { contactChangedOn, contactAsOf } = config.roles;
  if (isLate(event.instant, newest(instantIn(fields, asOf), seen))) return { outcome: 'late' };
  const contactIsNewer = isLate(event.instant, instantIn(fields, contactAsOf));
  const stamps: Fields = contactIsNewer ? {} : { [contactChangedOn]: null, [contactAsOf]: null };
  return changed(difference(fields, { [onboarded]: false, [date]: null, [asOf]: null, ...stamps }));
}

function erasePolicy(event: StagedEvent, { fields, seen }: Situation, { roles }: Config): Verdict {
  if (isLate(event.instant, newest(instantIn(fields, roles.policyAsOf), seen))) return { outcome: 'late' };
  const { visibility, hiddenReason, product, viewHash, policyAsOf, view } = roles;
  const names = [visibility, hiddenReason, product, viewHash, policyAsOf];
  const patch = difference(fields, Object.fromEntries(names.map((name) => [name, null])));
  return changed(Object.keys(patch).length > 0 ? { ...patch, [view]: null } : patch);
}

/** The org keeps seconds: only what is older by the second is late. */
function isLate(instant: Instant, asOf: Instant | undefined): boolean {
  return asOf !== undefined && toSecond(instant) < toSecond(asOf);
}

/** The later of two instants, either of which may be missing. */
export function newest(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a !== undefined && (b === undefined || a >= b) ? a : b;
}

function instantIn(fields: Fields, name: string): Instant | undefined {
  const value = fields[name];
  return typeof value === 'string' ? parseInstant(value) : undefined;
}

function difference(fields: Fields, wanted: Fields): Fields {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => fields[name] !== value));
}

function changed(patch: Fields): Verdict {
  return Object.keys(patch).length === 0
    ? { outcome: 'unchanged', isNewer: true }
    : { outcome: 'changed', patch, writesView: false };
}

/** A zone's first word is written even when it changes nothing: its as-of tells that the zone has spoken. */
function stamped(
  patch: Fields,
  fields: Fields,
  asOf: string,
  instant: Instant,
  writesView: boolean,
): Verdict {
  const known = instantIn(fields, asOf);
  if (Object.keys(patch).length === 0 && known !== undefined)
    return { outcome: 'unchanged', isNewer: isLate(known, instant) };
  return { outcome: 'changed', patch: { ...patch, [asOf]: toIsoSecond(instant) }, writesView };
}
