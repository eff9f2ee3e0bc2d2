import { isUtf8 } from 'node:buffer';
import { MAX_VIEW_LENGTH } from '../../feed/canonicalView.ts';
import { parseEvent, ZONE_OF_SOURCE, type FeedEvent } from '../../feed/contract.ts';
import { lossOfParsing } from '../../feed/exactJson.ts';
import { parseInstant, toMillis, type Instant } from '../../feed/instant.ts';
import type { Line } from '../../feed/lineSplitter.ts';
import { findRegisterNumber } from '../../feed/registerNumber.ts';
import type { CheckedEvent } from '../events/event.ts';
import { kindOf, ruleOf } from '../events/eventRules.ts';
import { pointer, rejectOf, type Reject, type RejectCode } from './reject.ts';

export type Checked =
  | { readonly event: CheckedEvent; readonly reject?: undefined }
  | { readonly reject: Reject; readonly event?: undefined };

/** How far a zone's clock may be ahead of ours (docs/FEED.md). */
const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;

/** Numbers in a view must keep every digit. Elsewhere only unknown keys hold numbers, and those are dropped. */
const VIEW = ['data', 'view'] as const;

const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/;

/** Checks a line against the contract. `now` is the clock, in milliseconds since 1970. */
export function checkLine(line: Line, now: number): Checked {
  if (line.bytes === null) return reject('LINE_TOO_LONG', '', 'is longer than 1 MiB');
  if (!isUtf8(line.bytes)) return reject('NOT_UTF8', '', 'is not UTF-8');
  try {
    return checkText(line.bytes.toString('utf8'), now);
  } catch (error) {
    if (error instanceof RangeError) return reject('TOO_DEEP', '', 'is nested too deeply');
    throw error;
  }
}

function checkText(text: string, now: number): Checked {
  const value = parsed(text);
  if (value === undefined) return reject('NOT_JSON', '', 'is not JSON');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return reject('NOT_AN_OBJECT', '', 'is not a JSON object');
  const loss = lossOfParsing(text, value, VIEW);
  if (loss?.kind === 'duplicate key') return reject('DUPLICATE_KEY', '', 'has a key twice in one object');
  if (loss)
    return reject('INEXACT_NUMBER', pointer(loss.path, value), 'is a number that a double can not hold');
  const { data, subject } = value as { data?: unknown; subject?: unknown };
  const registerNumber = findRegisterNumber(data, subject);
  if (registerNumber)
    return reject(
      'REGISTER_NUMBER',
      pointer(['data', ...registerNumber], value),
      'holds a national register number',
    );
  if (ESCAPED_SURROGATE.test(text) && !everyTextWellFormed(value))
    return reject('LONE_SURROGATE', '', 'holds half a character (a lone surrogate)');
  const result = parseEvent(value);
  if (!result.success) return { reject: rejectOf(result.error, value) };
  return checkedEvent(result.data, now);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function everyTextWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  return Object.entries(value ?? {}).every(
    ([key, inner]) => key.isWellFormed() && everyTextWellFormed(inner),
  );
}

function checkedEvent(event: FeedEvent, now: number): Checked {
  const kind = kindOf(event.type);
  const rule = ruleOf(kind);
  const time = instantOf(event.time);
  if (isAhead(time, now)) return reject('FUTURE_TIME', '/time', 'is more than 24 h ahead');
  const decisive = rule.decidedBy?.(event);
  const instant = decisive ? instantOf(decisive.instant) : time;
  if (decisive && isAhead(instant, now))
    return reject('FUTURE_TIME', decisive.path, 'is more than 24 h ahead');
  const { target, data, view = null } = rule.keep(event);
  if (view !== null && view.length > MAX_VIEW_LENGTH)
    return reject(
      'VIEW_TOO_LONG',
      '/data/view',
      `is longer than ${MAX_VIEW_LENGTH} characters as the org keeps it`,
    );
  const { source, id, subject } = event;
  const zone = ZONE_OF_SOURCE[source];
  const unknown = rule.unknown?.(event) ?? [];
  return { event: { source, zone, id, kind, target, subject, time, instant, data, view, unknown } };
}

/** Whether a zone's clock would have to be further ahead than the contract allows. */
export const isAhead = (instant: Instant, now: number): boolean => toMillis(instant) > now + MAX_AHEAD_MS;

/** The instant of a date-time that the contract let through. */
export function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error('a date-time that the contract let through');
  return instant;
}

const reject = (code: RejectCode, path: string, message: string): Checked => ({
  reject: { code, path, message },
});
