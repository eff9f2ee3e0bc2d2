import { hash } from 'node:crypto';
import type { ViewDocument } from '../canonicalView.ts';
import type { View } from '../view.ts';

/**
 * The document of a generated view, as the org stores it (canonical JSON, RFC 8785). Generated views have their keys in
 * canonical order already, so that JSON.stringify will do, many times faster than sorting.
 */
export function documentOf(view: View): ViewDocument {
  const text = `${viewText(view).slice(0, -1)},"v":1}`;
  return { text, hash: hash('sha256', text) };
}

let latest: { readonly view: View; readonly text: string } | undefined;

/** The JSON of a view. Feed and org need the same one directly after each other, so the last one is cached. */
export function viewText(view: View): string {
  if (latest?.view !== view) latest = { view, text: JSON.stringify(view) };
  return latest.text;
}
