import type { View } from '../view.ts';

/** The part of a view that depends on the product; `title` where it isn't the product's name. */
export interface ProductView {
  readonly title?: string;
  readonly sections: View['sections'];
  readonly documents?: View['documents'];
}
