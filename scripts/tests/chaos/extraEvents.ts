import { contact, erased, MYVIVIUM, notRegistered, registration, shown, type Sent } from '../kit/events.ts';
import type { Expected } from '../../feed/generate/outcomes.ts';

/** A policy and the number of its customer. */
export interface ExtraPolicy {
  readonly number: string;
  readonly customer: string;
  readonly brand: 'P&V' | 'Vivium' | null;
}

/**
 * What the generated feed lacks: rows with several events, refused rows, erasures, kept events, events that change nothing
 * but are newer, policies of the other brand and of none.
 */
export interface ExtraEvents {
  /** Customer numbers of the persons in the org from the start. */
  readonly persons: readonly string[];
  /** In the org from the start. */
  readonly policies: readonly ExtraPolicy[];
  /** The feeds of earlier runs. */
  readonly earlier: readonly (readonly Sent[])[];
  /** Persons and policies that come into the org after those runs. */
  readonly latePersons: readonly string[];
  readonly latePolicies: readonly ExtraPolicy[];
  /** The events of the run itself. */
  readonly today: readonly Sent[];
  /** What `today` adds to the counts of the report. */
  readonly adds: Readonly<Partial<Record<keyof Expected, number>>>;
  /** The time of the newest event of all; the generated ones are of that night. */
  readonly newestEvent: string;
}

const at = (time: string, more: Sent = {}): Sent => ({ time, ...more });
const DAY_1 = at('2026-11-20T10:00:00Z');
const DAY_2 = at('2026-11-21T10:00:00Z');
const CONTACT_DAY = '2026-11-10T10:00:00Z';

const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `CH-${prefix}${n}`);

const refusedContact = (subject: string, over: Sent = {}): Sent =>
  contact(subject, CONTACT_DAY, { email: 'no address' }, over);

export function extraEvents(): ExtraEvents {
  const several = numbered('several-', 12);
  const split = numbered('split-', 6);
  const refused = numbered('refused-', 2);
  const gone = numbered('gone-', 2);
  const goneAndBack = numbered('back-', 2);
  const older = numbered('older-', 2);
  const newer = numbered('newer-', 2);
  const kept = numbered('kept-', 2);
  const [keptRefused, keptPolicy, never] = ['CH-kept-refused', 'CH-KEPT', 'CH-never'];
  const [gonePolicies, backPolicies] = [numbered('GONE-', 2), numbered('BACK-', 4)];
  const [brandless, vivium] = [numbered('BOTH-', 2), numbered('VIVIUM-', 2)];
  /** Those of P&V belong to a customer that a test of stops deletes, the others don't. */
  const owned = (policies: readonly string[], brand: ExtraPolicy['brand']): readonly ExtraPolicy[] =>
    policies.map((number) => ({
      number,
      customer: brand === 'P&V' ? 'CH-several-0' : 'CH-several-11',
      brand,
    }));

  return {
    persons: [...several, ...split, ...refused, ...gone, ...goneAndBack, ...older, ...newer],
    policies: [
      ...owned([...gonePolicies, ...backPolicies], 'P&V'),
      ...owned(brandless, null),
      ...owned(vivium, 'Vivium'),
    ],
    earlier: [
      [
        ...[...gone, ...goneAndBack].flatMap((person) => [
          registration(person, '2026-11-01', DAY_1),
          contact(person, CONTACT_DAY, { phone: '02 000 00 01' }, DAY_1),
        ]),
        ...[...gonePolicies, ...backPolicies].map((policy) => shown(policy, 'before', DAY_1)),
        ...[...older, ...newer, ...kept, never].map((person) => registration(person, '2026-11-02', DAY_1)),
        refusedContact(keptRefused, DAY_1),
        shown(keptPolicy, 'kept', DAY_1),
      ],
      [...older, ...newer].map((person) => registration(person, '2026-11-02', at('2026-11-21T06:00:00Z'))),
    ],
    latePersons: [...kept, keptRefused],
    latePolicies: owned([keptPolicy], 'P&V'),
    today: [
      ...several.flatMap((person) => [
        registration(person, '2026-11-05', DAY_2),
        notRegistered(person, { ...DAY_2, ...MYVIVIUM }),
        contact(person, CONTACT_DAY, { mobile: '0470 00 00 01', email: `${person}@example.com` }, DAY_2),
      ]),
      ...split.flatMap((person) => [
        registration(person, '2026-11-06', DAY_2),
        refusedContact(person, DAY_2),
      ]),
      ...refused.map((person) => refusedContact(person, DAY_2)),
      ...gone.flatMap((person) => [
        erased(person, 'customer', DAY_2),
        registration(person, '2026-11-07', at('2026-11-20T20:00:00Z')),
      ]),
      ...goneAndBack.flatMap((person) => [
        erased(person, 'customer', DAY_2),
        registration(person, '2026-11-08', at('2026-11-21T12:00:00Z')),
      ]),
      ...gonePolicies.map((policy) => erased(policy, 'policy', DAY_2)),
      ...backPolicies.flatMap((policy) => [
        erased(policy, 'policy', DAY_2),
        shown(policy, 'after', at('2026-11-21T12:00:00Z')),
      ]),
      ...older.map((person) => notRegistered(person, at('2026-11-21T05:00:00Z'))),
      ...newer.map((person) => registration(person, '2026-11-09', DAY_2)),
      // One zone erases what only the other one showed; the newest view of either counts.
      ...brandless.flatMap((policy) => [
        shown(policy, 'older', DAY_2),
        erased(policy, 'policy', at('2026-11-21T10:30:00Z')),
        shown(policy, 'newer', at('2026-11-21T11:00:00Z', MYVIVIUM)),
      ]),
      ...vivium.flatMap((policy) => [
        shown(policy, 'foreign', DAY_2),
        shown(policy, 'own', { ...DAY_2, ...MYVIVIUM }),
      ]),
      registration('CH-nobody', null, DAY_2),
    ],
    adds: {
      read: 36 + 12 + 2 + 4 + 4 + 2 + 8 + 2 + 2 + 6 + 4 + 1,
      changed: 36 + 6 + 2 + 4 + 2 + 8 + 2 + 2 + 2,
      unchanged: 2,
      failed: 6 + 2,
      superseded: 2 + 2,
      late: 2,
      foreign: 2,
      unmatched: 1,
      retried: 5,
      rowsWritten: 12 + 6 + 2 + 2 + 2 + 4 + 2 + 2 + 2 + 3,
    },
    newestEvent: '2026-11-21T12:00:00.000Z',
  };
}
