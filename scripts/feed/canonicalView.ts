import canonicalize from 'canonicalize';
import { hash } from 'node:crypto';
import { isOfKnownKind, type View, type ViewItem } from './view.ts';

type Section = View['sections'][number];
type ViewFile = NonNullable<View['documents']>[number];

/** Length of the org's long text field, in UTF-16 units. */
export const MAX_VIEW_LENGTH = 131_072;

/** The view document in the form in which the org stores it, and a hash to compare two by. */
export interface ViewDocument {
  /** Canonical JSON (RFC 8785) of `{ v: 1, ...view }`. */
  readonly text: string;
  /** SHA-256 of the text's UTF-8 bytes, in hex. */
  readonly hash: string;
}

/** Returns the document of a checked view. It may be longer than MAX_VIEW_LENGTH, which the caller has to check. */
export function viewDocument(view: View): ViewDocument {
  const isKnown = view.sections.every(({ items }) => items.every(isOfKnownKind));
  const text = isKnown ? JSON.stringify(inOrder(view)) : (canonicalize({ v: 1, ...view }) ?? '');
  return { text, hash: hash('sha256', text) };
}

type Ordered<T> = Readonly<Record<keyof T, unknown>>;

/**
 * The view with the keys of every object in canonical order. Apart from the order of keys, JSON.stringify writes what RFC
 * 8785 asks for, and is several times faster than a library. The return type makes the compiler ask for each key that the
 * contract has.
 */
function inOrder({ title, language, sections, documents }: View): Ordered<View & { v: 1 }> {
  return {
    documents: documents?.map(({ type, issuedOn }) => ({ issuedOn, type }) satisfies Ordered<ViewFile>),
    language,
    sections: sections.map(
      ({ code, label, items }) =>
        ({ code, items: items.map(itemInOrder), label: sorted(label) }) satisfies Ordered<Section>,
    ),
    title,
    v: 1,
  };
}

function itemInOrder({ code, kind, label, value }: ViewItem): Ordered<ViewItem> {
  return { code, kind, label: sorted(label), value: sorted(value) };
}

/**
 * The value with the keys of every object sorted. It doesn't work for null and lists, nor for keys that look like integers,
 * which JavaScript objects always put first; neither languages nor known kinds have any.
 */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object') return value;
  const given = value as Readonly<Record<string, unknown>>;
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(given).sort()) ordered[key] = sorted(given[key]);
  return ordered;
}
