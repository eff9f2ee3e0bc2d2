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
