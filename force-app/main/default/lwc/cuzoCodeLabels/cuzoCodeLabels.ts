import { DOCUMENTS } from './documents';
import { ITEMS } from './items';
import { PRODUCTS } from './products';
import { REASONS } from './reasons';
import { SECTIONS } from './sections';

const KINDS = { document: DOCUMENTS, item: ITEMS, product: PRODUCTS, reason: REASONS, section: SECTIONS };

/** The label of a feed code in the agent's language; undefined for a code that has none yet. */
export function codeLabel(kind: keyof typeof KINDS, code: string): string | undefined {
  return KINDS[kind].get(code);
}
