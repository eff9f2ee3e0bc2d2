import { LightningElement } from 'lwc';

/** Replaces lightning/modal, which sfdx-lwc-jest has no stub for; `open` only records its arguments. */
export default class LightningModal extends LightningElement {
  static open = jest.fn(() => Promise.resolve());
}
