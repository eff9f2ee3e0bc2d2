import LightningModal from 'lightning/modal';
import { api } from 'lwc';

/** What the customer sees on the screen that is turned to them: nothing about them, nothing of Connect 360. */
export interface Presented {
  readonly zoneName: string;
  readonly address: string;
  /** Text alternative of the code, and the one sentence, both in the customer's language. */
  readonly alt: string;
  readonly sentence: string;
  /** The customer's language, for `lang`. */
  readonly language: string;
}

/** The code alone, on the whole screen. Escape and the modal's own button end it and give the focus back. */
export default class CuzoPresent extends LightningModal {
  @api presented: Presented | undefined;
}

/** Opens it over the page. `lightning/modal` has a static `open` that its types leave out. */
export async function present(presented: Presented): Promise<void> {
  const { open } = CuzoPresent as unknown as { open: (properties: object) => Promise<void> };
  await open.call(CuzoPresent, { size: 'full', label: presented.zoneName, presented });
}
