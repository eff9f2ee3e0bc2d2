import type { View } from '../view.ts';

/** What is peculiar to a product in its view; `title` where it isn't the product's name. */
export interface ProductView {
  readonly title?: string;
  readonly sections: View['sections'];
  readonly documents?: View['documents'];
}
