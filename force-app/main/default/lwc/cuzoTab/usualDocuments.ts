/** Documents that the zones have for life insurance, and those that they will have for non-life (FAQ 4.1). */
const LIFE = ['premium-payment-proof', 'tax-certificate', 'annual-statement'];
const VEHICLE = ['policy', 'green-card', 'claims-certificate'];
const NON_LIFE = ['policy'];

const TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['car', VEHICLE],
  ['motorcycle', VEHICLE],
  ['home', NON_LIFE],
  ['family-liability', NON_LIFE],
  ['private-accident', NON_LIFE],
  ['legal-assistance', NON_LIFE],
  ['bicycle', NON_LIFE],
  ['pension-savings', LIFE],
  ['long-term-savings', LIFE],
  ['supplementary-pension-self-employed', LIFE],
  ['savings', LIFE],
  ['investment', LIFE],
  ['death', LIFE],
  ['guaranteed-income', LIFE],
]);

/** Documents of life insurance are in the zones now, the others will be later (FAQ 4.1). */
export function isLifeDocument(type: string): boolean {
  return LIFE.includes(type);
}

/** Types of document that customers usually ask for with such a product; none for an unknown product. */
export function usualDocuments(product: string | null): readonly string[] {
  return TYPES.get(product ?? '') ?? [];
}
