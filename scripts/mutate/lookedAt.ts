import { COMPONENTS } from './lookedAt/components.ts';
import { JOB } from './lookedAt/job.ts';
import { LOCAL_ORG } from './lookedAt/localOrg.ts';
import { LOCAL_ORG_STORE } from './lookedAt/localOrgStore.ts';
import type { Reasons } from './lookedAt/reasons.ts';

/** Survivors that fit no kind and were looked at one by one. What a test could show has a test instead. */
export const LOOKED_AT: Reasons = { ...COMPONENTS, ...JOB, ...LOCAL_ORG, ...LOCAL_ORG_STORE };

const flat = (code: string): string => code.replaceAll(/\s+/g, ' ').trim();

/** Why a change of that code in that file may live; undefined where nobody has looked. */
export const reasonFor = (file: string, original: string): string | undefined =>
  LOOKED_AT[file]?.[flat(original)];

/** Whether the code still stands in the text of its file. */
export const stands = (code: string, text: string): boolean => flat(text).includes(code);
