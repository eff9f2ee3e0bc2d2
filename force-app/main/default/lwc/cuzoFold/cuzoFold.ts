import { api, LightningElement } from 'lwc';

/** A heading that folds what is in its slot away and out again. */
export default class CuzoFold extends LightningElement {
  @api heading = '';
  /** Level of the heading in the page's outline, 2 to 6. */
  @api level = 2;

  isOpen = true;

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
  }
}
