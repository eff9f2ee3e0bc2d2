import { hash } from 'node:crypto';
import { ZONE_OF_SOURCE } from '../../feed/contract.ts';
import { cutLine, type CutLine } from '../../feed/cutLine.ts';
import type { Instant } from '../../feed/instant.ts';
import { MAX_LINE_BYTES, type Line } from '../../feed/lineSplitter.ts';
import { subjectKey, type CheckedEvent, type KnownEvent, type Target } from '../events/event.ts';
import { kindOf, ruleOf } from '../events/eventRules.ts';
import { settledReader, type SettledLine, type KnownSubject } from '../state/settled.ts';
import type { StateStore } from '../state/store.ts';
import { checkLine, instantOf, isAhead, type Checked } from './checkLine.ts';
import { rulesVersion } from './rulesVersion.ts';

/** The result of a line: checked, or known from an earlier run. */
export type LineResult = Checked | { readonly known: KnownEvent };

const HASH_BYTES = 16;
/** More than the attributes of a line that are hashed can be. */
const BEFORE_DATA = 8192;

/**
 * Returns a function that checks a line against the contract. Of a line whose data was checked by this version of the contract and
 * settled in an earlier run only the attributes are checked: what else there is to find in it was looked for then. `now` is
 * the clock, in milliseconds since 1970.
 */
export function lineChecker(
  state: StateStore,
  now: number,
  version: string = rulesVersion(),
): (line: Line) => LineResult {
  const hashOf = lineHasher(state, version);
  const find = settledReader(state, now);
  let last: { readonly id: string; readonly found: KnownSubject | undefined } | undefined;

  /** A subject's lines often follow each other. */
  function settledOf(target: Target, key: string): KnownSubject | undefined {
    const id = `${target} ${key}`;
    if (last?.id !== id) last = { id, found: find(target, key) };
    return last.found;
  }

  return (line) => {
    const { bytes } = line;
    if (bytes === null) return checkLine(line, now);
    const cut = cutLine(bytes);
    if (!cut) return checkLine(line, now);
    const rule = ruleOf(kindOf(cut.attributes.type));
    const [target] = rule.targets;
    if (rule.erases || target === undefined) return checkLine(line, now);
    const lineHash = hashOf(cut);
    const settled = settledOf(target, subjectKey(cut.attributes.subject));
    const same = settled?.line(lineHash);
    if (settled && same) {
      const known = knownEvent({ cut, bytes, target, now }, same, settled.record);
      if (known) return { known };
    }
    const checked = checkLine(line, now);
    // What the contract doesn't list is counted every night.
    return checked.event && checked.event.unknown?.length === 0
      ? { event: { ...checked.event, line: lineHash } }
      : checked;
  };
}

interface Recognised {
  readonly cut: CutLine;
  readonly bytes: Buffer;
  readonly target: Target;
  readonly now: number;
}

/** Undefined when its time is ahead, which is for the whole check to refuse. */
function knownEvent(
  { cut, bytes, target, now }: Recognised,
  { hash: line, view, second }: SettledLine,
  settled: Uint8Array | null,
): KnownEvent | undefined {
  const { id, source, subject, type } = cut.attributes;
  const kind = kindOf(type);
  const time = instantOf(cut.attributes.time);
  if (isAhead(time, now)) return undefined;
  const instant = decisiveInstant(kind, bytes) ?? time;
  const zone = ZONE_OF_SOURCE[source];
  return { source, zone, id, kind, target, subject, time, instant, line, settled, second, view, bytes };
}

/** The date-time in the data that decides instead of `time`, where the type has one. */
function decisiveInstant(kind: KnownEvent['kind'], bytes: Buffer): Instant | undefined {
  const rule = ruleOf(kind);
  if (!rule.decidedBy) return undefined;
  const event = JSON.parse(bytes.toString('utf8')) as Parameters<typeof rule.keep>[0];
  return instantOf(rule.decidedBy(event).instant);
}

/**
 * Returns a function that hashes what has to be the same for a line to be known: the data, the subject as it is written (a
 * register number equal to it is no fault), the type, the zone, and the version of the contract; with the folder's secret.
 */
function lineHasher(state: StateStore, version: string): (cut: CutLine) => Buffer {
  const text = Buffer.allocUnsafe(BEFORE_DATA + MAX_LINE_BYTES);
  const start = text.write(state.hash(`line\n${version}`).toString('hex'));
  return ({ attributes: { type, source, subject }, rest }) => {
    const before = start + text.write(`${type}\n${source}\n${subject}\n`, start);
    rest.copy(text, before);
    return hash('sha256', text.subarray(0, before + rest.length), 'buffer').subarray(0, HASH_BYTES);
  };
}

/** The event of a line that was checked before. Throws when it isn't faultless, which only an error of ours could be. */
export function checkAgain(bytes: Uint8Array): CheckedEvent {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Whatever was not ahead of its time isn't now, even when the clock was set back.
  const { event } = checkLine({ number: 0, bytes: whole }, Number.MAX_SAFE_INTEGER);
  if (!event) throw new Error('a known line broke the contract');
  return event;
}
