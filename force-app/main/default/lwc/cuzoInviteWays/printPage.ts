import { add, printPaper } from 'c/cuzoPrint';
import { qrFile } from 'c/cuzoQr';
import type { Presented } from 'c/cuzoPresent';

const STYLE = `
  @page { size: A4; margin: 25mm; }
  body { margin: 0; font: 14pt sans-serif; text-align: center; color: #000; background: #fff; }
  h1 { font-size: 28pt; margin: 10mm 0 15mm; }
  img { display: block; width: 100mm; height: 100mm; margin: 0 auto 15mm; }
  p { margin: 0 0 8mm; overflow-wrap: anywhere; }
  .address { font-weight: bold; }`;

/**
 * Prints an A4 page with the code, the zone, the sentence and the address, from a frame in `host`. Rejects when that isn't
 * possible.
 */
export function printPage(host: Element, presented: Presented): Promise<void> {
  const { zoneName, address, sentence, language, alt } = presented;
  return printPaper(host, { title: zoneName, language, style: STYLE }, async (body) => {
    add(body, 'h1', zoneName);
    const code = Object.assign(add(body, 'img'), { alt, src: qrFile(address) }) as HTMLImageElement;
    add(body, 'p', sentence);
    add(body, 'p', address).className = 'address';
    // An image that isn't decoded yet is missing from the print.
    await code.decode();
  });
}
