import HIDDEN_REASON from '@salesforce/schema/InsurancePolicy.CuZo_Hidden_Reason__c';
import AS_OF from '@salesforce/schema/InsurancePolicy.CuZo_As_Of__c';
import PRODUCT from '@salesforce/schema/InsurancePolicy.CuZo_Product__c';
import VIEW from '@salesforce/schema/InsurancePolicy.CuZo_View__c';
import VISIBILITY from '@salesforce/schema/InsurancePolicy.CuZo_Visibility__c';
import { readView, type ViewDocument } from 'c/cuzoViewDocument';
import { getFieldValue, type RecordData } from 'lightning/uiRecordApi';

export const POLICY_FIELDS = [VISIBILITY, HIDDEN_REASON, PRODUCT, VIEW, AS_OF];

/** What the zone has reported about a policy. `asOf` is an ISO date-time; `product` and `reason` are codes of the feed. */
export type PolicyVisibility =
  | {
      readonly kind: 'shown';
      readonly view: ViewDocument;
      readonly product: string | null;
      readonly asOf: string | null;
    }
  | {
      readonly kind: 'hidden';
      readonly reason: string | null;
      readonly product: string | null;
      readonly asOf: string | null;
    }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'later-version' }
  | { readonly kind: 'nothing-known' }
  | { readonly kind: 'no-access' };

export function policyVisibility(policy: RecordData): PolicyVisibility {
  const visibility = getFieldValue(policy, VISIBILITY);
  const product = getFieldValue(policy, PRODUCT) ?? null;
  const asOf = getFieldValue(policy, AS_OF) ?? null;
  if (visibility === undefined) return { kind: 'no-access' };
  if (visibility === null) return { kind: 'nothing-known' };
  if (visibility === 'Hidden')
    return { kind: 'hidden', reason: getFieldValue(policy, HIDDEN_REASON) ?? null, product, asOf };
  const text = getFieldValue(policy, VIEW);
  if (text === undefined) return { kind: 'no-access' };
  const view = readView(text ?? '');
  return typeof view === 'string' ? { kind: view } : { kind: 'shown', view, product, asOf };
}
