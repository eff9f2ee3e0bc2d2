import formFactor from '@salesforce/client/formFactor';
import presentLabel from '@salesforce/label/c.CuZo_QR_Present';
import { present, type Presented } from 'c/cuzoPresent';
import { api, LightningElement } from 'lwc';

/** A button that shows the code to the customer: in a modal, on a phone right below the button. */
export default class CuzoPresentButton extends LightningElement {
  @api presented: Presented | undefined;

  label = { present: presentLabel };
  isUnfolded = false;

  /** Only a phone expands the code in place; elsewhere a dialog opens. */
  get expanded(): 'true' | 'false' | null {
    if (formFactor !== 'Small') return null;
    return this.isUnfolded ? 'true' : 'false';
  }

  get unfolded(): Presented | null {
    return this.isUnfolded ? (this.presented ?? null) : null;
  }

  async handlePresent(): Promise<void> {
    if (this.presented === undefined) return;
    if (formFactor === 'Small') {
      this.isUnfolded = !this.isUnfolded;
      this.tell(this.isUnfolded);
    } else {
      this.tell(true);
      await present(this.presented);
      this.tell(false);
    }
  }

  /** Tells whether the customer is shown the code. */
  private tell(isShown: boolean): void {
    this.dispatchEvent(new CustomEvent('show', { detail: isShown }));
  }
}
