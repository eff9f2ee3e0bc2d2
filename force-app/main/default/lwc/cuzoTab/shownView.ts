import covered from '@salesforce/label/c.CuZo_Covered';
import differenceLabel from '@salesforce/label/c.CuZo_Difference';
import emptyValue from '@salesforce/label/c.CuZo_Empty_Value';
import notCovered from '@salesforce/label/c.CuZo_Not_Covered';
import unnamed from '@salesforce/label/c.CuZo_Unnamed';
import { codeLabel } from 'c/cuzoCodeLabels';
import { AGENT_LANGUAGE, dayText, fill, LANGUAGES, moneyText, numberText, percentText } from 'c/cuzoFormat';
import type { ShownView } from 'c/cuzoView';
import type { ItemKind, ViewDocument, ViewItem, ViewLabel, ViewSection } from 'c/cuzoViewDocument';
import type { ShownItem, ShownSection } from 'c/cuzoViewSection';

/** Returns what Connect 360 holds instead of an item's value, in words; undefined when they agree. */
type Differing = (item: ViewItem) => string | undefined;

/** The view in the agent's language and formats, in the document's own order. `product` is a code of the feed. */
export function shownView(
  { title, sections }: ViewDocument,
  product: string | null,
  differing: Differing,
): ShownView {
  return {
    title: title.trim() === '' ? unnamed : title,
    product: product === null ? null : (codeLabel('product', product) ?? product),
    sections: sections.map((section, index) => shownSection(section, index, differing)),
  };
}

// Codes may occur twice in a view, so keys are made from the position.
function shownSection(section: ViewSection, index: number, differing: Differing): ShownSection {
  return {
    key: String(index),
    heading: nameOf('section', section),
    items: section.items.map((item, place) => shownItem(item, place, differing(item))),
  };
}

function shownItem(item: ViewItem, index: number, differs: string | undefined): ShownItem {
  const shown = {
    key: String(index),
    label: nameOf('item', item),
    ...(differs === undefined ? {} : { difference: fill(differenceLabel, differs) }),
  };
  if (item.kind === 'covered' && typeof item.value === 'boolean') {
    return item.value
      ? { ...shown, text: covered, sign: 'check' }
      : { ...shown, text: notCovered, sign: 'cross' };
  }
  return { ...shown, text: valueText(item.kind, item.value) || emptyValue };
}

/** The code's own label, else the one in the view, else the code. */
function nameOf(
  kind: 'item' | 'section',
  { code, label }: { readonly code: string; readonly label?: ViewLabel | undefined },
): string {
  const names = [codeLabel(kind, code), textOf(label), code];
  return names.find((name) => name !== undefined && name.trim() !== '') ?? unnamed;
}

type Parts = Readonly<Record<string, unknown>>;

/** How a value of each kind is formatted; undefined when the value isn't of that kind. */
const TEXT_OF: Readonly<Record<ItemKind, (value: unknown) => string | undefined>> = {
  text: () => undefined,
  date: (value) => (typeof value === 'string' ? dayText(value) : undefined),
  money: (value) => {
    const { amount, currency } = value as Parts;
    return typeof amount === 'string' && typeof currency === 'string'
      ? moneyText(amount, currency)
      : undefined;
  },
  number: (value) => {
    const { value: number, unit } = value as Parts;
    if (typeof number !== 'number') return undefined;
    return numberText(number, typeof unit === 'string' ? unit : undefined);
  },
  // Shown as icons, not as text (shownItem).
  covered: () => undefined,
  percent: (value) => (typeof value === 'number' ? percentText(value) : undefined),
};

/** A value of an unknown kind, or one that isn't of its kind, is shown as it is: data is never hidden. */
export function valueText(kind: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = Object.hasOwn(TEXT_OF, kind) ? TEXT_OF[kind as ItemKind](value) : undefined;
  return text ?? (typeof value === 'string' ? value : jsonText(value));
}

function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // JSON.stringify overflows the stack on lists nested thousands deep, which JSON.parse still reads.
    return '…';
  }
}

/** The label in the agent's language, else in its first language, known or not. An empty label counts as none. */
function textOf(label: ViewLabel = ''): string | undefined {
  const texts: readonly unknown[] =
    typeof label === 'string'
      ? [label]
      : [...[AGENT_LANGUAGE, ...LANGUAGES].map((language) => label[language]), ...Object.values(label)];
  return texts.find((text) => typeof text === 'string' && text.trim() !== '') as string | undefined;
}
