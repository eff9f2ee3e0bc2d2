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

let latest: { readonly view: View; readonly text: string } | undefined;

/** The JSON of a view. Feed and org ask for the same one in a row: it is written once. */
export function viewText(view: View): string {
  if (latest?.view !== view) latest = { view, text: JSON.stringify(view) };
  return latest.text;
}
