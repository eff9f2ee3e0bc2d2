import noRun from '@salesforce/label/c.CuZo_Alarm_no_run';
import noRunDo from '@salesforce/label/c.CuZo_Alarm_no_run_Do';
import stopped from '@salesforce/label/c.CuZo_Alarm_stopped';
import stoppedDo from '@salesforce/label/c.CuZo_Alarm_stopped_Do';
import refused from '@salesforce/label/c.CuZo_Alarm_refused';
import refusedDo from '@salesforce/label/c.CuZo_Alarm_refused_Do';
import liveStopped from '@salesforce/label/c.CuZo_Alarm_live_stopped';
import liveStoppedDo from '@salesforce/label/c.CuZo_Alarm_live_stopped_Do';
import rejected from '@salesforce/label/c.CuZo_Alarm_rejected';
import rejectedDo from '@salesforce/label/c.CuZo_Alarm_rejected_Do';
import failed from '@salesforce/label/c.CuZo_Alarm_failed';
import failedDo from '@salesforce/label/c.CuZo_Alarm_failed_Do';
import ambiguous from '@salesforce/label/c.CuZo_Alarm_ambiguous';
import ambiguousDo from '@salesforce/label/c.CuZo_Alarm_ambiguous_Do';
import unmatched from '@salesforce/label/c.CuZo_Alarm_unmatched';
import unmatchedDo from '@salesforce/label/c.CuZo_Alarm_unmatched_Do';
import api from '@salesforce/label/c.CuZo_Alarm_api';
import apiDo from '@salesforce/label/c.CuZo_Alarm_api_Do';
import zoneSilent from '@salesforce/label/c.CuZo_Alarm_zone_silent';
import zoneSilentDo from '@salesforce/label/c.CuZo_Alarm_zone_silent_Do';
import newCodes from '@salesforce/label/c.CuZo_Alarm_new_codes';
import newCodesDo from '@salesforce/label/c.CuZo_Alarm_new_codes_Do';
import codes from '@salesforce/label/c.CuZo_Health_Codes';
import { fill, momentText, numberText, percentText } from 'c/cuzoFormat';
import type { Alarm } from 'c/cuzoHealth';

/** An alarm in words. */
export interface AlarmLine {
  readonly key: string;
  readonly words: string;
  readonly todo: string;
  /** Name of its icon, and the variant. */
  readonly icon: string;
  readonly variant: 'error' | 'warning';
}

const TODO: Readonly<Record<Alarm['kind'], string>> = {
  'no-run': noRunDo,
  stopped: stoppedDo,
  refused: refusedDo,
  'live-stopped': liveStoppedDo,
  rejected: rejectedDo,
  failed: failedDo,
  ambiguous: ambiguousDo,
  unmatched: unmatchedDo,
  api: apiDo,
  'zone-silent': zoneSilentDo,
  'new-codes': newCodesDo,
};

/** Without these the zones' data gets old. */
const URGENT: ReadonlySet<Alarm['kind']> = new Set([
  'no-run',
  'stopped',
  'refused',
  'live-stopped',
  'zone-silent',
]);

/** So many of the codes of rejected lines are named. */
const CODES = 3;

export function alarmLine(alarm: Alarm): AlarmLine {
  const { kind } = alarm;
  const key = kind === 'zone-silent' ? `${kind} ${alarm.zone}` : kind;
  const variant = URGENT.has(kind) ? 'error' : 'warning';
  return { key, words: wordsOf(alarm), todo: TODO[kind], icon: `utility:${variant}`, variant };
}

function wordsOf(alarm: Alarm): string {
  switch (alarm.kind) {
    case 'no-run':
      return fill(noRun, moment(alarm.since));
    case 'stopped':
      return fill(stopped, moment(alarm.run.started));
    case 'refused':
      return fill(refused, moment(alarm.run.started));
    case 'live-stopped':
      return fill(liveStopped, moment(alarm.run.started));
    case 'rejected':
      return `${counts(rejected, alarm)}${codesOf(alarm.run.rejectCodes)}`;
    case 'failed':
      return counts(failed, alarm);
    case 'ambiguous':
      return counts(ambiguous, alarm);
    case 'unmatched':
      return fill(unmatched, numberText(alarm.from), numberText(alarm.to));
    case 'api':
      return fill(api, percentText(Math.round(alarm.percent)));
    case 'zone-silent':
      return fill(zoneSilent, alarm.zone, momentText(alarm.since));
    case 'new-codes':
      return fill(newCodes, alarm.codes);
  }
}

const moment = (epoch: number): string => momentText(new Date(epoch).toISOString());

const counts = (label: string, { count, read }: { readonly count: number; readonly read: number }): string =>
  fill(label, numberText(count), numberText(read));

/** ` Most often: NOT_JSON 12, ...` from lines of `CODE count`; nothing when the row has none. */
function codesOf(lines: string | null): string {
  const named = (lines ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return named.length === 0 ? '' : ` ${fill(codes, named.slice(0, CODES).join(', '))}`;
}
