/** The codes that the contract knows of its open lists: the org has a picklist value and a label for each. */

export const PRODUCTS = [
  'car',
  'motorcycle',
  'home',
  'family-liability',
  'private-accident',
  'legal-assistance',
  'pension-savings',
  'long-term-savings',
  'supplementary-pension-self-employed',
  'savings',
  'investment',
  'death',
  'guaranteed-income',
  'group-insurance',
  'bicycle',
  'niche',
] as const;

export const HIDDEN_REASONS = [
  'ended',
  'group-insurance-site',
  'standalone-life-cover',
  'legacy-car',
  'bicycle',
  'niche',
  'professional-non-life',
  'unknown-product',
] as const;

export const DOCUMENT_TYPES = [
  'premium-payment-proof',
  'tax-certificate',
  'annual-statement',
  'policy',
  'green-card',
  'claims-certificate',
] as const;
