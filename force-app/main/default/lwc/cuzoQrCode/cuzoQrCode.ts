import { qrPath, type QrDrawing } from 'c/cuzoQr';
import { api, LightningElement } from 'lwc';

/** A text as a QR code, sized by its container. */
export default class CuzoQrCode extends LightningElement {
  /** The content of the code, an address. */
  @api text = '';
  /** Text alternative for screen readers. */
  @api label = '';

  get drawing(): QrDrawing {
    return qrPath(this.text);
  }

  get viewBox(): string {
    return `0 0 ${this.drawing.size} ${this.drawing.size}`;
  }
}
