import type { ShownSection } from 'c/cuzoViewSection';

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
    return items.length === 0 ? [] : [{ ...section, items }];
  });
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
