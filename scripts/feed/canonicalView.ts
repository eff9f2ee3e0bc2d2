import canonicalize from 'canonicalize';
import { hash } from 'node:crypto';
import { isOfKnownKind, type Label, type Money, type Quantity, type View, type ViewItem } from './view.ts';

/** UTF-16 units that the org's long text field holds. */
export const MAX_VIEW_LENGTH = 131_072;

/** The view document as the org keeps it, and how two are compared. */
export interface ViewDocument {
  /** Canonical JSON (RFC 8785) of `{ v: 1, ...view }`. */
  readonly text: string;
  /** SHA-256 of the text's UTF-8 bytes, in hex. */
  readonly hash: string;
}

/** Gives the document of a checked view. It may be longer than MAX_VIEW_LENGTH: that is for the caller to refuse. */
export function viewDocument(view: View): ViewDocument {
  const isKnown = view.sections.every(({ items }) => items.every(isOfKnownKind));
  const text = isKnown ? JSON.stringify(inOrder(view)) : (canonicalize({ v: 1, ...view }) ?? '');
  return { text, hash: hash('sha256', text) };
}

/**
 * The view with its keys in canonical order. RFC 8785 writes texts and numbers as JSON.stringify does, which is several
 * times faster than a library; only values of a kind that nobody knows can have keys that aren't named here.
 */
function inOrder({ title, language, sections, documents }: View): object {
  return {
    documents: documents?.map(({ type, issuedOn }) => ({ issuedOn, type })),
    language,
    sections: sections.map(({ code, label, items }) => ({
      code,
      items: items.map(itemInOrder),
      label: labelInOrder(label),
    })),
    title,
    v: 1,
  };
}

function itemInOrder(item: ViewItem): object {
  const { code, kind, label } = item;
  return { code, kind, label: labelInOrder(label), value: valueInOrder(item) };
}

function labelInOrder(label: Label | undefined): Label | undefined {
  if (typeof label !== 'object') return label;
  const { nl, fr, de, en } = label;
  return { de, en, fr, nl };
}

function valueInOrder({ kind, value }: ViewItem): unknown {
  if (kind === 'money') {
    const { amount, currency } = value as Money;
    return { amount, currency };
  }
  if (kind === 'number') {
    const { value: amount, unit } = value as Quantity;
    return { unit, value: amount };
  }
  return value;
}
