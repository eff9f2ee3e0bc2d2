import formFactor from '@salesforce/client/formFactor';
import collapseAll from '@salesforce/label/c.CuZo_Tab_Collapse_All';
import expandAll from '@salesforce/label/c.CuZo_Tab_Expand_All';
import find from '@salesforce/label/c.CuZo_Tab_Find';
import print from '@salesforce/label/c.CuZo_Tab_Print';
import { api, LightningElement } from 'lwc';

/**
 * Tools for a view: search it, open and close all sections, print it. Fires `find` (detail: the text to find), `fold`
 * (detail: whether all sections open) and `print`.
 */
export default class CuzoViewTools extends LightningElement {
  /** The result of the search, in words. */
  @api found = '';
  /** The text to find. */
  @api wanted = '';

  label = { collapseAll, expandAll, find, print };

  /** The mobile app can't print. */
  get canPrint(): boolean {
    return formFactor !== 'Small';
  }

  handleFind({ detail }: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('find', { detail: detail.value }));
  }

  handleExpand(): void {
    this.dispatchEvent(new CustomEvent('fold', { detail: true }));
  }

  handleCollapse(): void {
    this.dispatchEvent(new CustomEvent('fold', { detail: false }));
  }

  handlePrint(): void {
    this.dispatchEvent(new CustomEvent('print'));
  }
}
