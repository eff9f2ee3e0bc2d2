import { DOCUMENTS } from './documents';
import { ITEMS } from './items';
import { PRODUCTS } from './products';
import { REASONS } from './reasons';
import { SECTIONS } from './sections';

const KINDS = { document: DOCUMENTS, item: ITEMS, product: PRODUCTS, reason: REASONS, section: SECTIONS };

/** The label of a code of the feed in the agent's language, or undefined for one that has none yet. */
export function codeLabel(kind: keyof typeof KINDS, code: string): string | undefined {
  return KINDS[kind].get(code);
}
