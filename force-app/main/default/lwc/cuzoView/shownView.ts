import type { ShownSection } from 'c/cuzoViewSection';

/** A view in the agent's language and formats, in the zone's own order. */
export interface ShownView {
  readonly title: string;
  readonly product: string | null;
  readonly sections: readonly ShownSection[];
}
