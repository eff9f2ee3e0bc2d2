import { qrFile } from 'c/cuzoQr';
import type { Presented } from 'c/cuzoPresent';

const PAGE_STYLE = `
  @page { size: A4; margin: 25mm; }
  body { margin: 0; font: 14pt sans-serif; text-align: center; color: #000; background: #fff; }
  h1 { font-size: 28pt; margin: 10mm 0 15mm; }
  img { display: block; width: 100mm; height: 100mm; margin: 0 auto 15mm; }
  p { margin: 0 0 8mm; overflow-wrap: anywhere; }
  .address { font-weight: bold; }`;

/**
 * Prints one A4 page with the code, the zone, the sentence and the address. Lightning Web Security refuses writing
 * markup into a frame, so an empty one in `host` is filled node by node; it stays until the next print, as a browser may
 * still be reading it when `print` has come back. Throws where that can't be done: under the older Lightning Locker a frame
 * has no document to fill.
 */
export async function printPage(host: Element, presented: Presented): Promise<void> {
  const frame = document.createElement('iframe');
  frame.title = presented.zoneName;
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  host.replaceChildren(frame);
  const page = frame.contentDocument;
  const view = frame.contentWindow;
  if (page === null || view === null) throw new Error('The frame can not be filled.');
  page.documentElement.lang = presented.language;
  page.title = presented.zoneName;
  const code = Object.assign(page.createElement('img'), {
    alt: presented.alt,
    src: qrFile(presented.address),
  });
  const address = element(page, 'p', presented.address);
  address.className = 'address';
  page.head.append(element(page, 'style', PAGE_STYLE));
  page.body.replaceChildren(
    element(page, 'h1', presented.zoneName),
    code,
    element(page, 'p', presented.sentence),
    address,
  );
  // A picture that isn't decoded yet leaves a hole in the print.
  await code.decode();
  view.print();
}

function element(page: Document, tag: string, text: string): HTMLElement {
  const made = page.createElement(tag);
  made.append(page.createTextNode(text));
  return made;
}
