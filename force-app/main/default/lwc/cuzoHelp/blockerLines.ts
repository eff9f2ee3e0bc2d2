import amongSeen from '@salesforce/label/c.CuZo_Help_Among_Seen';
import business from '@salesforce/label/c.CuZo_Blocker_Business';
import businessName from '@salesforce/label/c.CuZo_Blocker_Business_Name';
import deceased from '@salesforce/label/c.CuZo_Blocker_Deceased';
import deceasedName from '@salesforce/label/c.CuZo_Blocker_Deceased_Name';
import emailInUse from '@salesforce/label/c.CuZo_Blocker_Email_In_Use';
import emailInUseName from '@salesforce/label/c.CuZo_Blocker_Email_In_Use_Name';
import neverMentioned from '@salesforce/label/c.CuZo_Blocker_Never_Mentioned';
import neverMentionedName from '@salesforce/label/c.CuZo_Blocker_Never_Mentioned_Name';
import noContract from '@salesforce/label/c.CuZo_Blocker_No_Contract';
import noContractName from '@salesforce/label/c.CuZo_Blocker_No_Contract_Name';
import noEmail from '@salesforce/label/c.CuZo_Blocker_No_Email';
import noEmailName from '@salesforce/label/c.CuZo_Blocker_No_Email_Name';
import noMobile from '@salesforce/label/c.CuZo_Blocker_No_Mobile';
import noMobileName from '@salesforce/label/c.CuZo_Blocker_No_Mobile_Name';
import notChecked from '@salesforce/label/c.CuZo_Help_Not_Checked';
import nothingFound from '@salesforce/label/c.CuZo_Help_Nothing_Found';
import registered from '@salesforce/label/c.CuZo_Blocker_Registered';
import registeredName from '@salesforce/label/c.CuZo_Blocker_Registered_Name';
import twice from '@salesforce/label/c.CuZo_Blocker_Twice';
import twiceName from '@salesforce/label/c.CuZo_Blocker_Twice_Name';
import { fill } from 'c/cuzoFormat';
import type { Blocker, BlockerCode } from './blockers';

/** For each blocker: what was checked, and what to say when it was found. */
const WORDS: Readonly<Record<BlockerCode, readonly [name: string, found: string]>> = {
  deceased: [deceasedName, deceased],
  registered: [registeredName, registered],
  'no-contract': [noContractName, noContract],
  twice: [twiceName, twice],
  'email-in-use': [emailInUseName, emailInUse],
  'no-email': [noEmailName, noEmail],
  'no-mobile': [noMobileName, noMobile],
  business: [businessName, business],
  'never-mentioned': [neverMentionedName, neverMentioned],
};

/** Searched among the records that the agent may see, so that finding none doesn't prove that there is none. */
const AMONG_SEEN: ReadonlySet<BlockerCode> = new Set(['twice', 'email-in-use']);

export interface BlockerLine {
  readonly key: string;
  readonly icon: string;
  readonly words: string;
}

/** A line each: first what was found, then what couldn't be checked, then what was checked and not found. */
export function blockerLines(all: readonly Blocker[], zoneName: string): readonly BlockerLine[] {
  const of = (state: Blocker['state']): readonly Blocker[] => all.filter((one) => one.state === state);
  const found = of('found').map(({ code }) => ({
    key: code,
    icon: 'utility:warning',
    words: fill(WORDS[code][1], zoneName),
  }));
  const unknown = of('not-checked').map(({ code }) => ({
    key: code,
    icon: 'utility:question',
    words: fill(notChecked, WORDS[code][0]),
  }));
  const inVain = of('not-found')
    .filter(({ code }) => AMONG_SEEN.has(code))
    .map(({ code }) => ({ key: code, icon: 'utility:info', words: fill(amongSeen, WORDS[code][0]) }));
  const nothing = { key: 'nothing', icon: 'utility:info', words: nothingFound };
  return [...(found.length === 0 ? [nothing] : found), ...unknown, ...inVain];
}
