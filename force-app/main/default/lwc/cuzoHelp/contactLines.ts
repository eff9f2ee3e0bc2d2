import emailMissing from '@salesforce/label/c.CuZo_Help_Email_Missing';
import emailThere from '@salesforce/label/c.CuZo_Help_Email_There';
import mobileMissing from '@salesforce/label/c.CuZo_Help_Mobile_Missing';
import mobileThere from '@salesforce/label/c.CuZo_Help_Mobile_There';
import type { Row } from 'c/cuzoQuery';
import { isFilled, valueOf, type NamedFields } from './customerFacts';

/** Whether e-mail address and mobile number are present; fields that can't be read are left out. */
export function contactLines(account: Row, { email, mobile }: NamedFields): readonly string[] {
  return [
    ...said(valueOf(account, email), emailThere, emailMissing),
    ...said(valueOf(account, mobile), mobileThere, mobileMissing),
  ];
}

function said(value: unknown, there: string, missing: string): readonly string[] {
  const filled = isFilled(value);
  return filled === null ? [] : [filled ? there : missing];
}
