import { api, LightningElement } from 'lwc';

/** An icon beside words that say the same. In forced colours it has the colour of the page's text. */
export default class CuzoIcon extends LightningElement {
  /** As `utility:warning`. */
  @api name = '';
  @api size = 'xx-small';
  @api variant: string | undefined;
}
