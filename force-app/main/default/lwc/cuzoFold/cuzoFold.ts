import { api, LightningElement } from 'lwc';

/** A heading that folds and unfolds its slot. Fires `fold` with whether it is open now as its detail. */
export default class CuzoFold extends LightningElement {
  @api heading = '';
  /** Heading level, 2 to 6. */
  @api level = 2;

  isOpen = true;

  /** Whether the slot is shown; open by default. */
  @api
  get open(): boolean {
    return this.isOpen;
  }
  set open(open: boolean | undefined) {
    this.isOpen = open !== false;
  }

  get sectionClass(): string {
    return this.isOpen ? 'slds-section slds-is-open' : 'slds-section';
  }

  get titleClass(): string {
    return `slds-section__title level-${this.level}`;
  }

  get expanded(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    this.dispatchEvent(new CustomEvent('fold', { detail: this.isOpen }));
  }
}
