// Written by `npm run schema` from the metadata: change that, not this.
import annualStatementLabel from '@salesforce/label/c.CuZo_Document_annual_statement';
import claimsCertificateLabel from '@salesforce/label/c.CuZo_Document_claims_certificate';
import greenCardLabel from '@salesforce/label/c.CuZo_Document_green_card';
import policyLabel from '@salesforce/label/c.CuZo_Document_policy';
import premiumPaymentProofLabel from '@salesforce/label/c.CuZo_Document_premium_payment_proof';
import taxCertificateLabel from '@salesforce/label/c.CuZo_Document_tax_certificate';

export const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['annual-statement', annualStatementLabel],
  ['claims-certificate', claimsCertificateLabel],
  ['green-card', greenCardLabel],
  ['policy', policyLabel],
  ['premium-payment-proof', premiumPaymentProofLabel],
  ['tax-certificate', taxCertificateLabel],
]);
