import clean from '@salesforce/label/c.CuZo_Health_End_clean';
import discarded from '@salesforce/label/c.CuZo_Health_End_discarded';
import faults from '@salesforce/label/c.CuZo_Health_End_faults';
import refused from '@salesforce/label/c.CuZo_Health_End_refused';
import running from '@salesforce/label/c.CuZo_Health_End_running';
import silent from '@salesforce/label/c.CuZo_Health_End_silent';
import stopped from '@salesforce/label/c.CuZo_Health_End_stopped';
import unknown from '@salesforce/label/c.CuZo_Health_End_unknown';
import { fill, numberText } from 'c/cuzoFormat';
import { endingOf, faultsOf, type Ending, type Run } from 'c/cuzoHealth';

const WORDS: Readonly<Record<Ending, string>> = {
  clean,
  faults,
  running,
  silent,
  stopped,
  refused,
  discarded,
  unknown,
};

const ICONS: Readonly<Record<Ending, string>> = {
  clean: 'utility:success',
  faults: 'utility:warning',
  running: 'utility:clock',
  silent: 'utility:error',
  stopped: 'utility:error',
  refused: 'utility:error',
  discarded: 'utility:ban',
  unknown: 'utility:question',
};

/** How the run ended, in words; of one with faults, how many. */
export const endingWords = (run: Run, now: number): string =>
  fill(WORDS[endingOf(run, now)], numberText(faultsOf(run)));

export const endingIcon = (run: Run, now: number): string => ICONS[endingOf(run, now)];
