import POLICY from '@salesforce/schema/InsurancePolicy';
import covered from '@salesforce/label/c.CuZo_Covered';
import notCovered from '@salesforce/label/c.CuZo_Not_Covered';
import type { Difference, HeldIn } from 'c/cuzoDifferences';
import { dayText, decimalText, percentText } from 'c/cuzoFormat';
import { getFieldDisplayValue, getFieldValue, type RecordData } from 'lightning/uiRecordApi';

/** The name by which the UI API is asked for a field of the policy. */
export function qualified(fieldApiName: string): string {
  return `${POLICY.objectApiName}.${fieldApiName}`;
}

/** What Connect 360 holds of that policy, as far as the agent may read it. */
export function heldBy(policy: RecordData): HeldIn {
  return (fieldApiName) => ({
    value: getFieldValue(policy, qualified(fieldApiName)),
    display: getFieldDisplayValue(policy, qualified(fieldApiName)) ?? null,
  });
}

/**
 * What Connect 360 holds, in the agent's formats. An amount is as the org writes it: which currency it is in, the view
 * can't know.
 */
export function heldText(difference: Difference): string {
  switch (difference.kind) {
    case 'day':
      return dayText(difference.day);
    case 'money':
      return difference.display ?? decimalText(difference.number);
    case 'number':
      return decimalText(difference.number);
    case 'percent':
      return percentText(difference.number);
    case 'covered':
      return difference.covered ? covered : notCovered;
    case 'text':
      return difference.text;
  }
}
