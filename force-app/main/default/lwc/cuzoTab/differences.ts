import POLICY from '@salesforce/schema/InsurancePolicy';
import covered from '@salesforce/label/c.CuZo_Covered';
import notCovered from '@salesforce/label/c.CuZo_Not_Covered';
import type { Difference, HeldIn } from 'c/cuzoDifferences';
import { dayText, decimalText, percentText } from 'c/cuzoFormat';
import { getFieldDisplayValue, getFieldValue, type RecordData } from 'lightning/uiRecordApi';

/** A policy field's name in the UI API, with its object. */
export function qualified(fieldApiName: string): string {
  return `${POLICY.objectApiName}.${fieldApiName}`;
}

/** Reads what Connect 360 holds of the policy, as far as the agent has access. */
export function heldBy(policy: RecordData): HeldIn {
  return (fieldApiName) => ({
    value: getFieldValue(policy, qualified(fieldApiName)),
    display: getFieldDisplayValue(policy, qualified(fieldApiName)) ?? null,
  });
}

/**
 * What Connect 360 holds, in the agent's formats. An amount is shown as the org formats it, because its currency isn't known
 * here.
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
