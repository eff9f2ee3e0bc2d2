import { LightningElement } from 'lwc';

/** Stands in for lightning/modal, which the stubs of sfdx-lwc-jest leave out: `open` only notes what it was given. */
export default class LightningModal extends LightningElement {
  static open = jest.fn(() => Promise.resolve());
}
