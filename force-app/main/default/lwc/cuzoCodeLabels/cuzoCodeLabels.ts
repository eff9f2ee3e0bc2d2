import { documents } from './documents';
import { items } from './items';
import { products } from './products';
import { reasons } from './reasons';
import { sections } from './sections';

const KINDS = { document: documents, item: items, product: products, reason: reasons, section: sections };

/** The label of a code of the feed in the agent's language, or undefined for one that has none yet. */
export function codeLabel(kind: keyof typeof KINDS, code: string): string | undefined {
  return KINDS[kind].get(code);
}
