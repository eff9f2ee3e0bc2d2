import { add, printPaper } from 'c/cuzoPrint';
import type { ShownView } from './shownView';

const STYLE = `
body { font: 10pt sans-serif; }
h1 { font-size: 14pt; }
h2 { font-size: 11pt; break-after: avoid; }
dl, div { display: grid; grid-template-columns: 1fr 1fr; column-gap: 8mm; }
div { column-gap: 2mm; border-bottom: 0.2mm solid #999; break-inside: avoid; }
dt, dd { margin: 0; padding: 1mm 0; overflow-wrap: anywhere; }`;

/** Prints what the customer sees, with all sections open, from a frame in `place`. Rejects when that isn't possible. */
export function printView(place: Element, view: ShownView, footer: string | null): Promise<void> {
  const { title, product, sections } = view;
  const paper = { title, language: document.documentElement.lang, style: STYLE };
  return printPaper(place, paper, (body) => {
    add(body, 'h1', title);
    if (product !== null) add(body, 'p', product);
    for (const { heading, items } of sections) {
      const seen = items.filter(({ isAdvice }) => isAdvice !== true);
      if (seen.length === 0) continue;
      add(body, 'h2', heading);
      const pairs = add(body, 'dl');
      for (const { label, text } of seen) {
        const pair = add(pairs, 'div');
        add(pair, 'dt', label);
        add(pair, 'dd', text);
      }
    }
    if (footer !== null) add(body, 'p', footer);
  });
}
