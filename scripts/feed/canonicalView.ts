import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { View } from './view.ts';

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
  const text = canonicalize({ v: 1, ...view }) ?? '';
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}
