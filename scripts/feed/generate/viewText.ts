import { hash } from 'node:crypto';
import type { ViewDocument } from '../canonicalView.ts';
import type { View } from '../view.ts';

/**
 * The document of a view made here, as the org keeps it (canonical JSON, RFC 8785). Its keys are in canonical order
 * already, so that JSON.stringify writes it many times faster than sorting would.
 */
export function documentOf(view: View): ViewDocument {
  const text = `${viewText(view).slice(0, -1)},"v":1}`;
  return { text, hash: hash('sha256', text) };
}

const written = new WeakMap<View, string>();

/** The JSON of a view, written once for org and feed. */
export function viewText(view: View): string {
  const known = written.get(view);
  if (known !== undefined) return known;
  const text = JSON.stringify(view);
  written.set(view, text);
  return text;
}
