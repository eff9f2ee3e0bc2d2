import changed from '@salesforce/label/c.CuZo_Outcome_changed';
import faultsLabel from '@salesforce/label/c.CuZo_Outcome_faults';
import pictureAlt from '@salesforce/label/c.CuZo_Health_Picture_Alt';
import skippedLabel from '@salesforce/label/c.CuZo_Outcome_skipped';
import unchanged from '@salesforce/label/c.CuZo_Outcome_unchanged';
import unmatched from '@salesforce/label/c.CuZo_Outcome_unmatched';
import type { Chart, Part } from 'c/cuzoBars';
import { dayOfMomentText, fill, numberText } from 'c/cuzoFormat';
import { faultsOf, type Run } from 'c/cuzoHealth';

/** Events that another one or another zone made needless. */
export const skippedOf = ({ outcomes }: Run): number =>
  outcomes.late + outcomes.superseded + outcomes.duplicate + outcomes.foreign;

const KINDS: readonly {
  readonly tone: Part['tone'];
  readonly label: string;
  readonly valueOf: (run: Run) => number;
  readonly isAlwaysSeen?: boolean;
}[] = [
  { tone: 'quiet', label: unchanged, valueOf: ({ outcomes }) => outcomes.unchanged },
  { tone: 'second', label: skippedLabel, valueOf: skippedOf },
  { tone: 'main', label: changed, valueOf: ({ outcomes }) => outcomes.changed },
  { tone: 'warning', label: unmatched, valueOf: ({ outcomes }) => outcomes.unmatched, isAlwaysSeen: true },
  { tone: 'fault', label: faultsLabel, valueOf: faultsOf, isAlwaysSeen: true },
];

/** The runs as bars of their outcomes, the oldest on the left; `runs` has the newest first. */
export function runChart(runs: readonly Run[]): Chart {
  const oldestFirst = [...runs].reverse();
  const withFaults = runs.filter((run) => faultsOf(run) > 0).length;
  return {
    alt: fill(pictureAlt, numberText(runs.length), numberText(withFaults)),
    scale: 'full',
    bars: oldestFirst.map((run) => ({
      key: run.id,
      parts: KINDS.map(({ tone, valueOf, isAlwaysSeen = false }) => ({
        tone,
        value: valueOf(run),
        isAlwaysSeen,
      })),
    })),
    legend: KINDS.map(({ tone, label }) => ({ tone, label })),
    first: dayOf(oldestFirst[0]),
    last: dayOf(runs[0]),
  };
}

const dayOf = (run: Run | undefined): string => (run === undefined ? '' : dayOfMomentText(run.started));
