import { api, LightningElement } from 'lwc';

/** A decorative icon next to text that says the same. In forced colours mode it takes the colour of the text. */
export default class CuzoIcon extends LightningElement {
  /** For example `utility:warning`. */
  @api name = '';
  @api size = 'xx-small';
  @api variant: string | undefined;
}
