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
 * Prints an A4 page with the code, the zone, the sentence and the address. Lightning Web Security doesn't allow markup as
 * text in a frame, so an empty frame in `host` is filled node by node. The frame stays until the next print, because a
 * browser may still read it after `print` has returned. Throws under the older Lightning Locker, where a frame has no
 * document to fill.
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
  // An image that isn't decoded yet is missing from the print.
  await code.decode();
  view.print();
}

function element(page: Document, tag: string, text: string): HTMLElement {
  const made = page.createElement(tag);
  made.append(page.createTextNode(text));
  return made;
}
