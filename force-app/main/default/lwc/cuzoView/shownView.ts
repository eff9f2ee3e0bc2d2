import { asIs } from 'c/cuzoViewDocument';
import type { ShownSection } from 'c/cuzoViewSection';

/** A view in the agent's language and formats, in the zone's own order. */
export interface ShownView {
  readonly title: string;
  readonly product: string | null;
  readonly sections: readonly ShownSection[];
}

/** The first sections, as many whole ones as have at most `items` items together, at least one. */
export function firstSections<Part extends { readonly section: { readonly items: readonly unknown[] } }>(
  parts: readonly Part[],
  items: number,
): readonly Part[] {
  let held = 0;
  return parts.filter(({ section }) => {
    const isFirst = held < items;
    // An empty section takes space too.
    held += Math.max(1, section.items.length);
    return isFirst;
  });
}

/**
 * The sections with a label or value that contains the text, reduced to these items; a section whose heading contains it
 * stays whole. Case, accents and surrounding spaces are ignored.
 */
export function findItems(sections: readonly ShownSection[], text: string): readonly ShownSection[] {
  const wanted = folded(text);
  return sections.flatMap((section) => {
    if (folded(section.heading).includes(wanted)) return [section];
    const items = section.items.filter((item) =>
      [item.label, item.text, item.difference ?? ''].some((words) => folded(words).includes(wanted)),
    );
    return items.length === 0 ? [] : [asIs({ ...section, items })];
  });
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
