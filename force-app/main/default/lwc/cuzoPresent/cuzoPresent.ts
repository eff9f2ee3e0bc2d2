import LightningModal from 'lightning/modal';
import { api } from 'lwc';

/** What a customer sees when the screen is turned to them: nothing about them and nothing of Connect 360. */
export interface Presented {
  readonly zoneName: string;
  readonly address: string;
  /** Text alternative of the code and the sentence, both in the customer's language. */
  readonly alt: string;
  readonly sentence: string;
  /** The customer's language, for `lang`. */
  readonly language: string;
}

/** The QR code alone, in full size. Escape and the modal's own button close it and return the focus. */
export default class CuzoPresent extends LightningModal {
  @api presented: Presented | undefined;
}

/** Opens the modal. `lightning/modal` has a static `open` that its types lack. */
export async function present(presented: Presented): Promise<void> {
  const { open } = CuzoPresent as unknown as { open: (properties: object) => Promise<void> };
  await open.call(CuzoPresent, { size: 'full', label: presented.zoneName, presented });
}
