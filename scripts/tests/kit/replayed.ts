import { parseInstant, type Instant } from '../../feed/instant.ts';
import { checkLine } from '../../sync/check/checkLine.ts';
import { configFile, type Config } from '../../sync/config/config.ts';
import type { ComparedItems } from '../../sync/events/comparison.ts';
import { subjectKey, type CheckedEvent, type StagedEvent } from '../../sync/events/event.ts';
import type { Fields, MatchedRecord } from '../../sync/events/record.ts';
import { replay, type Step } from '../../sync/events/replay.ts';
import type { GuardScope } from '../../sync/state/asOfs.ts';
import type { Sent } from './events.ts';

const NOW = Date.parse('2026-12-01T00:00:00Z');
/** A configuration that writes contact data. */
export const config: Config = configFile.parse({ contact: { since: '2026-09-01T00:00:00Z' } });
/** A time of November 2026. */
export const at = (time: string, more: Sent = {}): Sent => ({ time: `2026-11-${time}`, ...more });

/** An event as the check lets it through. Throws when the contract refuses it. */
export function checked(sent: Sent): CheckedEvent {
  const { event } = checkLine({ number: 1, bytes: Buffer.from(JSON.stringify(sent)) }, NOW);
  if (!event) throw new Error('a faulty event in the test');
  return event;
}

/** The same as the job finds it staged. */
export function staged(sent: Sent, n: number): StagedEvent {
  const event = checked(sent);
  return { ...event, n, subjectKey: subjectKey(event.subject) };
}

/** A record of the org as it is looked up: of customer K1, of no brand. */
export const record = (fields: Fields, over: Partial<MatchedRecord> = {}): MatchedRecord => ({
  id: '1',
  accountId: '1',
  isPersonAccount: true,
  customer: 'K1',
  brand: null,
  isActive: true,
  modifiedBy: null,
  held: {},
  fields,
  ...over,
});

/** Events of one record, and what is known of it before. */
interface Case {
  readonly events: readonly Sent[];
  readonly fields?: Fields;
  readonly seen?: Readonly<Partial<Record<GuardScope, string>>>;
  readonly refused?: readonly number[];
  readonly isPersonAccount?: boolean;
  readonly config?: Config;
  readonly brand?: string;
  /** The items of each event's view. */
  readonly items?: ComparedItems;
}

/** Replays events and returns each step and the fields at the end. */
export function replayed({
  events,
  fields = {},
  seen = {},
  refused = [],
  config: used = config,
  items,
  ...over
}: Case): {
  readonly steps: readonly Step[];
  readonly outcomes: readonly string[];
  readonly after: Fields;
} {
  function seenAt(scope: GuardScope): Instant | undefined {
    const time = seen[scope];
    return time === undefined ? undefined : parseInstant(time);
  }
  const steps: Step[] = [];
  const walk = replay(record(fields, over), events.map(staged), seenAt, used, new Map(), () => items);
  let next = walk.next();
  while (!next.done) {
    steps.push(next.value);
    next = walk.next(!refused.includes(steps.length - 1));
  }
  return { steps, outcomes: steps.map(({ verdict }) => verdict.outcome), after: next.value };
}

/** An account that no zone has spoken of, as it is looked up: nothing is left to erase. */
export const EMPTY_ACCOUNT: Fields = {
  CuZo_MyPV_Onboarded__c: false,
  CuZo_MyPV_Onboarding_Date__c: null,
  CuZo_MyPV_As_Of__c: null,
  CuZo_Contact_As_Of__c: null,
  CuZo_Contact_Changed_On__c: null,
  CuZo_Contact_Zone__c: null,
};

/** A policy that no zone has spoken of, as it is looked up. */
export const EMPTY_POLICY: Fields = {
  CuZo_Visibility__c: null,
  CuZo_Hidden_Reason__c: null,
  CuZo_Product__c: null,
  CuZo_View_Hash__c: null,
  CuZo_As_Of__c: null,
  CuZo_Zone__c: null,
  CuZo_Differences__c: null,
  CuZo_Difference_Fields__c: null,
};

/** A policy that a zone shows. */
export const SHOWN: Fields = {
  CuZo_Visibility__c: 'Shown',
  CuZo_Product__c: 'car',
  CuZo_View_Hash__c: 'h',
  CuZo_As_Of__c: '2026-11-20T10:00:00Z',
};
