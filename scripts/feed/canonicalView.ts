import canonicalize from 'canonicalize';
import { hash } from 'node:crypto';
import { isOfKnownKind, type View, type ViewItem } from './view.ts';

type Section = View['sections'][number];
type ViewFile = NonNullable<View['documents']>[number];

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

type Ordered<T> = Readonly<Record<keyof T, unknown>>;

/**
 * The view with the keys of every object in canonical order. RFC 8785 writes texts and numbers as JSON.stringify does, which is
 * several times faster than a library. The compiler asks here for each key that the contract takes.
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
 * The value with the keys of every object sorted. Not for keys that look like numbers, which an object puts first whatever the
 * order in which they are set: neither a language nor what a known kind holds has such.
 */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const given = value as Readonly<Record<string, unknown>>;
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(given).sort()) ordered[key] = sorted(given[key]);
  return ordered;
}
