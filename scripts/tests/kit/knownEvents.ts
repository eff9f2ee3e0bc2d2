import { toSecond } from '../../feed/instant.ts';
import type { CheckedEvent, KnownEvent } from '../../sync/events/event.ts';
import type { Sent } from './events.ts';
import { checked } from './replayed.ts';

/** An event whose line can be known again, as the first night stages it. */
export const fresh = (sent: Sent): CheckedEvent => ({
  ...checked(sent),
  line: Buffer.from(JSON.stringify(sent.data)),
});

/** The same the next night. */
export function known(sent: Sent, settled: Uint8Array | null, view: string | null = null): KnownEvent {
  const { data: _data, unknown: _unknown, ...event } = checked(sent);
  const second = Number(toSecond(event.instant));
  const bytes = Buffer.from(JSON.stringify(sent));
  return { ...event, line: Buffer.from(JSON.stringify(sent.data)), settled, second, view, bytes };
}
