/** The first of these, as many whole ones as hold `items` items together, and at least one. */
export function firstSections<Part extends { readonly section: { readonly items: readonly unknown[] } }>(
  parts: readonly Part[],
  items: number,
): readonly Part[] {
  let held = 0;
  return parts.filter(({ section }) => {
    const isFirst = held < items;
    // An empty one takes its place too.
    held += Math.max(1, section.items.length);
    return isFirst;
  });
}
