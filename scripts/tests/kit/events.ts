/** Events as a zone sends them, for tests. Each call makes a new id unless one is given. */

export type Sent = Readonly<Record<string, unknown>>;

let count = 0;

function event(type: string, subject: string, data: unknown, over: Sent): Sent {
  count += 1;
  return {
    specversion: '1.0',
    id: `event-${String(count).padStart(6, '0')}`,
    source: '/portals/mypv',
    type: `be.pv.cuzo.${type}.v1`,
    subject,
    time: '2026-11-21T10:00:00Z',
    data,
    ...over,
  };
}

export const registration = (subject: string, registeredOn: string | null, over: Sent = {}): Sent =>
  event('registration', subject, { registered: true, registeredOn }, over);

export const notRegistered = (subject: string, over: Sent = {}): Sent =>
  event('registration', subject, { registered: false, registeredOn: null }, over);

export const contact = (subject: string, changedAt: string, data: Sent, over: Sent = {}): Sent =>
  event('contact', subject, { changedAt, ...data }, over);

export const simpleView = (title: string): Sent => ({
  title,
  sections: [{ code: 'cover', items: [{ code: 'theft', kind: 'covered', value: true }] }],
});

export const shown = (subject: string, title: string, over: Sent = {}, data: Sent = {}): Sent =>
  event('policy-view', subject, { shown: true, product: 'car', view: simpleView(title), ...data }, over);

export const hidden = (subject: string, reason: string, over: Sent = {}): Sent =>
  event('policy-view', subject, { shown: false, product: 'car', reason }, over);

export const erased = (subject: string, kind: 'customer' | 'policy', over: Sent = {}): Sent =>
  event('erased', subject, { kind }, over);

export const MYVIVIUM = { source: '/portals/myvivium' } as const;

/** Lines of a feed. */
export const ndjson = (events: readonly (Sent | string)[]): string =>
  events.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');
