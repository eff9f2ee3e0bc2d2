import { encode } from './uqr';

/** White modules that ISO/IEC 18004 asks for on every side; scanners fail without them. */
export const QUIET_ZONE = 4;

export interface QrDrawing {
  /** SVG path data of the dark modules, in units of one module. */
  readonly path: string;
  /** Width and height in modules, quiet zone included. */
  readonly size: number;
}

/** Draws `text` as a QR code of error correction level M: one rectangle for each run of dark modules in a row. */
export function qrPath(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return { path: data.map(rowPath).join(''), size };
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    const width = x - start + 1;
    path += `M${start} ${y}h${width}v1h-${width}z`;
  }
  return path;
}
