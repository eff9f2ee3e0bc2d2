import { encode } from './uqr';

/** Width in modules of the white margin that ISO/IEC 18004 requires; scanners fail without it. */
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

/** Pixels per module in a PNG: at 20, a code of 29 modules prints sharply at 10 cm. */
const MODULE_PIXELS = 20;

function svgText(text: string): string {
  const { path, size } = qrPath(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="480" height="480" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  );
}

/** The code as a data URL of an SVG file: black on white, 480 pixels wide unless styled otherwise. */
export function qrFile(text: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svgText(text))}`;
}

/** The code as an SVG file. */
export function svgFile(text: string): Blob {
  return new Blob([svgText(text)], { type: 'image/svg+xml' });
}

/** The code as a PNG, for programs that can't read SVG. Rejects when the browser can't draw it. */
export function pngFile(text: string): Promise<Blob> {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * MODULE_PIXELS;
  const context = canvas.getContext('2d');
  if (context === null) return Promise.reject(new Error('The browser draws no pictures.'));
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  data.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) context.fillRect(x * MODULE_PIXELS, y * MODULE_PIXELS, MODULE_PIXELS, MODULE_PIXELS);
    });
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The browser gives no picture.'));
      else resolve(blob);
    }, 'image/png');
  });
}
