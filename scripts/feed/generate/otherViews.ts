import type { View, ViewItem } from '../view.ts';

/** The view with one item changed: the first for which `change` returns a new one. */
function withOneItem(view: View, change: (item: ViewItem) => ViewItem | undefined): View | undefined {
  for (const [place, section] of view.sections.entries())
    for (const [index, item] of section.items.entries()) {
      const other = change(item);
      if (other)
        return {
          ...view,
          sections: view.sections.with(place, { ...section, items: section.items.with(index, other) }),
        };
    }
  return undefined;
}

/** The view with last year's premium. */
export function withOtherPremium(view: View): View {
  const other = withOneItem(view, (item) => {
    if (item.code !== 'annual-premium' || item.kind !== 'money') return undefined;
    const { amount } = item.value as { amount: string };
    return { ...item, value: { amount: (Number(amount) * 0.97 - 1).toFixed(2), currency: 'EUR' } };
  });
  if (!other) throw new Error('a view without a premium');
  return other;
}

/** The view with its first cover toggled, or with another premium when it has no cover. */
export function withOtherCover(view: View): View {
  const other = withOneItem(view, (item) =>
    item.kind === 'covered' ? { ...item, value: item.value !== true } : undefined,
  );
  return other ?? withOtherPremium(view);
}

/** The view before its last document was added, or with another premium when it has no document. */
export function withoutLastDocument(view: View): View {
  if (!view.documents || view.documents.length === 0) return withOtherPremium(view);
  return { ...view, documents: view.documents.slice(0, -1) };
}
