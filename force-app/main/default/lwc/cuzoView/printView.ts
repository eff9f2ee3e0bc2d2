import type { ShownView } from './shownView';

const STYLE = `
  body { font-family: sans-serif; font-size: 10pt; }
  h1 { font-size: 14pt; }
  h2 { font-size: 11pt; break-after: avoid; }
  dl { display: grid; grid-template-columns: 1fr 1fr; column-gap: 8mm; }
  dl > div { display: grid; grid-template-columns: 1fr 1fr; gap: 2mm; border-bottom: 0.2mm solid #999; break-inside: avoid; }
  dt, dd { margin: 0; padding: 1mm 0; overflow-wrap: anywhere; }
`;

/**
 * Prints what the customer sees, with all sections open, through an empty frame in `place`, so that the page around it isn't
 * printed. Lightning Web Security doesn't allow markup as text in a frame, so it is filled element by element. Rejects under
 * the older Lightning Locker, where a frame has no document to fill.
 */
export function printView(place: HTMLElement, view: ShownView, footer: string | null): Promise<void> {
  const frame = document.createElement('iframe');
  frame.title = view.title;
  frame.tabIndex = -1;
  // Firefox replaces the document of an empty frame once it has loaded.
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener('load', () => {
      resolve();
    });
  });
  place.replaceChildren(frame);
  return loaded.then(() => {
    const { contentDocument, contentWindow } = frame;
    if (contentDocument === null || contentWindow === null) throw new Error('The frame can not be filled.');
    fill(contentDocument, view, footer);
    contentWindow.addEventListener('afterprint', () => {
      frame.remove();
    });
    contentWindow.print();
  });
}

function fill(page: Document, { title, product, sections }: ShownView, footer: string | null): void {
  function add(parent: Element, tag: string, text = ''): HTMLElement {
    const element = page.createElement(tag);
    element.append(text);
    element.dir = 'auto';
    parent.append(element);
    return element;
  }
  page.title = title;
  page.documentElement.lang = document.documentElement.lang;
  add(page.head, 'style', STYLE);
  add(page.body, 'h1', title);
  if (product !== null) add(page.body, 'p', product);
  for (const { heading, items } of sections) {
    const seen = items.filter(({ isAdvice }) => isAdvice !== true);
    if (seen.length === 0) continue;
    add(page.body, 'h2', heading);
    const pairs = add(page.body, 'dl');
    for (const { label, text } of seen) {
      const pair = add(pairs, 'div');
      add(pair, 'dt', label);
      add(pair, 'dd', text);
    }
  }
  if (footer !== null) add(page.body, 'p', footer);
}
