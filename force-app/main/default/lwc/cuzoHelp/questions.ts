import aApp from '@salesforce/label/c.CuZo_Help_A_App';
import aCodeLost from '@salesforce/label/c.CuZo_Help_A_Code_Lost';
import aCodeOff from '@salesforce/label/c.CuZo_Help_A_Code_Off';
import aContactChanged from '@salesforce/label/c.CuZo_Help_A_Contact_Changed';
import aContractMissing from '@salesforce/label/c.CuZo_Help_A_Contract_Missing';
import aDocumentMissing from '@salesforce/label/c.CuZo_Help_A_Document_Missing';
import aDoesNotWork from '@salesforce/label/c.CuZo_Help_A_Does_Not_Work';
import aEmailUsed from '@salesforce/label/c.CuZo_Help_A_Email_Used';
import aNoMail from '@salesforce/label/c.CuZo_Help_A_No_Mail';
import aPaper from '@salesforce/label/c.CuZo_Help_A_Paper';
import aSafe from '@salesforce/label/c.CuZo_Help_A_Safe';
import aWhatChanges from '@salesforce/label/c.CuZo_Help_A_What_Changes';
import aWhomToCall from '@salesforce/label/c.CuZo_Help_A_Whom_To_Call';
import qApp from '@salesforce/label/c.CuZo_Help_Q_App';
import qCodeLost from '@salesforce/label/c.CuZo_Help_Q_Code_Lost';
import qCodeOff from '@salesforce/label/c.CuZo_Help_Q_Code_Off';
import qContactChanged from '@salesforce/label/c.CuZo_Help_Q_Contact_Changed';
import qContractMissing from '@salesforce/label/c.CuZo_Help_Q_Contract_Missing';
import qDocumentMissing from '@salesforce/label/c.CuZo_Help_Q_Document_Missing';
import qDoesNotWork from '@salesforce/label/c.CuZo_Help_Q_Does_Not_Work';
import qEmailUsed from '@salesforce/label/c.CuZo_Help_Q_Email_Used';
import qNoMail from '@salesforce/label/c.CuZo_Help_Q_No_Mail';
import qPaper from '@salesforce/label/c.CuZo_Help_Q_Paper';
import qSafe from '@salesforce/label/c.CuZo_Help_Q_Safe';
import qWhatChanges from '@salesforce/label/c.CuZo_Help_Q_What_Changes';
import qWhomToCall from '@salesforce/label/c.CuZo_Help_Q_Whom_To_Call';
import { fill } from 'c/cuzoFormat';

/** A customer's question and the agent's answer. */
export interface Question {
  readonly key: string;
  readonly question: string;
  readonly answer: string;
  /** Whether the answer links to the zone's registration page, or to the help desk's telephone. */
  readonly hasAddress: boolean;
  readonly hasPhone: boolean;
}

type Entry = readonly [key: string, question: string, answer: string, action?: 'address' | 'phone'];

/** By section of the FAQ, the most frequent first. */
const ENTRIES: readonly Entry[] = [
  ['2.2', qNoMail, aNoMail, 'address'],
  ['2.3', qDoesNotWork, aDoesNotWork],
  ['2.4', qCodeLost, aCodeLost, 'address'],
  ['2.4-off', qCodeOff, aCodeOff, 'address'],
  ['2.5', qEmailUsed, aEmailUsed, 'phone'],
  ['3.2', qContractMissing, aContractMissing],
  ['4.2', qDocumentMissing, aDocumentMissing],
  ['4.3', qPaper, aPaper],
  ['5.2', qContactChanged, aContactChanged],
  ['1.4', qApp, aApp],
  ['1.1', qWhatChanges, aWhatChanges],
  ['5.1', qSafe, aSafe],
  ['6.1', qWhomToCall, aWhomToCall, 'phone'],
];

/** The questions in the agent's language. `hasCodes`: the zone uses activation codes, so that a customer can lose one. */
export function questions(zoneName: string, hasCodes: boolean): readonly Question[] {
  const leftOut = hasCodes ? '2.4-off' : '2.4';
  return ENTRIES.filter(([key]) => key !== leftOut).map(([key, question, answer, action]) => ({
    key,
    question: fill(question, zoneName),
    answer: fill(answer, zoneName),
    hasAddress: action === 'address',
    hasPhone: action === 'phone',
  }));
}
