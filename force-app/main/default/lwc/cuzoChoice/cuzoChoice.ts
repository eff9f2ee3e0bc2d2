import { api, LightningElement } from 'lwc';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

/** One option drawn as a button. */
interface Button extends ChoiceOption {
  readonly id: string;
  readonly checked: boolean;
}

let instances = 0;

/** Radio options side by side. Fires `choose` with the value as its detail. */
export default class CuzoChoice extends LightningElement {
  @api label = '';
  @api value = '';
  @api options: readonly ChoiceOption[] = [];

  // Radio buttons of the same name exclude each other on the whole page, not just in this component.
  name = `cuzo-choice-${instances++}`;

  get buttons(): readonly Button[] {
    return this.options.map((option) => ({
      ...option,
      id: `option-${option.value}`,
      checked: option.value === this.value,
    }));
  }

  handleChange(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.dispatchEvent(new CustomEvent('choose', { detail: value }));
  }
}
