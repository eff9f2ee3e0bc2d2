import type * as ZXing from '@zxing/library';
import jsQR from 'jsqr';
import { createRequire } from 'node:module';
import { PNG } from 'pngjs';

// Node finds no named exports in its CommonJS build.
const { BinaryBitmap, DecodeHintType, HybridBinarizer, QRCodeReader, RGBLuminanceSource } = createRequire(
  import.meta.url,
)('@zxing/library') as typeof ZXing;

/** What two independent decoders read in a picture; null for one that reads nothing. */
export function decoded(png: Buffer): readonly (string | null)[] {
  const { data, width, height } = PNG.sync.read(png);
  return [
    jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null,
    zxing(new Uint8ClampedArray(data), width, height),
  ];
}

function zxing(pixels: Uint8ClampedArray, width: number, height: number): string | null {
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0; at < grey.length; at++)
    grey[at] = ((pixels[at * 4] ?? 0) + (pixels[at * 4 + 1] ?? 0) + (pixels[at * 4 + 2] ?? 0)) / 3;
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height)));
  try {
    return new QRCodeReader().decode(bitmap, new Map([[DecodeHintType.TRY_HARDER, true]])).getText();
  } catch {
    return null;
  }
}
