import { toIsoSecond } from '../../feed/instant.ts';
import type { Effect, Situation } from './eventRule.ts';
import { instantIn, isOlder } from './late.ts';
import { difference, type Fields } from './record.ts';

/**
 * The effect of an event whose as-of is written with it. A zone's first event is written even when it changes nothing else:
 * its as-of shows that the zone has data on the record.
 */
export function stamped({ event, fields }: Situation, asOf: string, wanted: Fields): Effect {
  const patch = difference(fields, wanted);
  const known = instantIn(fields, asOf);
  if (Object.keys(patch).length === 0 && known !== undefined)
    return { outcome: 'unchanged', isNewer: isOlder(known, event.instant) };
  return { outcome: 'changed', patch: { ...patch, [asOf]: toIsoSecond(event.instant) }, writesView: false };
}

/** The effect of an event that writes these fields; nothing is written when the record holds them already. */
export function changing(fields: Fields, wanted: Fields): Effect {
  const patch = difference(fields, wanted);
  return Object.keys(patch).length === 0
    ? { outcome: 'unchanged', isNewer: true }
    : { outcome: 'changed', patch, writesView: false };
}
