/** A page to print. `style` is a style sheet. */
interface Paper {
  readonly title: string;
  readonly language: string;
  readonly style: string;
}

/** Both are null under the older Lightning Locker. */
interface Filled {
  readonly contentDocument: Document;
  readonly contentWindow: Window;
}

/**
 * Prints a page that `fill` writes into an empty frame in `host`, so that the page around it isn't printed. The frame stays
 * until the next print, because a browser may still read it after `print` has returned. Rejects when the browser refuses it,
 * and under Lightning Locker, where a frame has no document to fill.
 */
export async function printPaper(
  host: Element,
  { title, language, style }: Paper,
  fill: (body: Element) => unknown,
): Promise<void> {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.tabIndex = -1;
  // Firefox replaces the document of an empty frame once it has loaded.
  await new Promise((loaded) => {
    frame.addEventListener('load', loaded);
    host.replaceChildren(frame);
  });
  const { contentDocument: page, contentWindow } = frame as Filled;
  page.title = title;
  page.documentElement.lang = language;
  add(page.head, 'style', style);
  await fill(page.body);
  contentWindow.print();
}

/** Adds an element with a text. Lightning Web Security doesn't allow markup as text in a frame. */
export function add(parent: Element, tag: string, text = ''): HTMLElement {
  const element = parent.ownerDocument.createElement(tag);
  element.dir = 'auto';
  element.append(text);
  parent.append(element);
  return element;
}
