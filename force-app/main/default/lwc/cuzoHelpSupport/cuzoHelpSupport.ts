import call from '@salesforce/label/c.CuZo_Help_Call';
import leftOut from '@salesforce/label/c.CuZo_Help_Left_Out';
import leftOutAccount from '@salesforce/label/c.CuZo_Help_Left_Out_account_number';
import leftOutBirth from '@salesforce/label/c.CuZo_Help_Left_Out_birth_date';
import leftOutRegister from '@salesforce/label/c.CuZo_Help_Left_Out_register_number';
import noSupport from '@salesforce/label/c.CuZo_Help_No_Support';
import paper from '@salesforce/label/c.CuZo_Help_Paper';
import paperCaution from '@salesforce/label/c.CuZo_Help_Paper_Caution';
import support from '@salesforce/label/c.CuZo_Help_Support';
import wayTried from '@salesforce/label/c.CuZo_Help_Way_Tried';
import when from '@salesforce/label/c.CuZo_Help_When';
import wishedEmail from '@salesforce/label/c.CuZo_Help_Wished_Email';
import write from '@salesforce/label/c.CuZo_Help_Write';
import { fill } from 'c/cuzoFormat';
import { isMailAddress, mailLink } from 'c/cuzoInvitation';
import { api, LightningElement } from 'lwc';
import { screenedText, type LeftOut, type ScreenedText } from './screenedText';
import { hoursWords, paperMail, troubleMail, type Trouble } from './supportTexts';

/** Contact details of a zone's help desk. */
export interface Desk {
  readonly email: string;
  readonly phone: string;
  /** Opening hours in OpenStreetMap syntax, or a free text. */
  readonly hours: string;
}

const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  'register-number': leftOutRegister,
  'account-number': leftOutAccount,
  'birth-date': leftOutBirth,
};

/** The zone's help desk: whether it is open, its number, and the two mails that an agent writes to it (FAQ 2.3, 4.3, 6.1). */
export default class CuzoHelpSupport extends LightningElement {
  @api zoneName = '';
  @api customerNumber = '';
  @api portal: Desk | null = null;

  label = { paper, paperCaution, wayTried, when, wishedEmail };
  private typed: Trouble = { wishedEmail: '', wayTried: '', when: '' };

  get heading(): string {
    return fill(support, this.zoneName);
  }

  get hours(): string | null {
    const hours = this.portal?.hours ?? '';
    return hours === '' ? null : hoursWords(hours, Date.now());
  }

  get phoneLink(): string | null {
    const phone = this.portal?.phone ?? '';
    return phone === '' ? null : `tel:${phone.replace(/[^\d+]/g, '')}`;
  }

  get phoneWords(): string {
    return fill(call, this.portal?.phone ?? '');
  }

  get hasEmail(): boolean {
    return (this.portal?.email ?? '') !== '';
  }

  get writeWords(): string {
    return fill(write, this.portal?.email ?? '');
  }

  get troubleLink(): string {
    const { screened } = this;
    const said = {
      wishedEmail: screened.wishedEmail.text,
      wayTried: screened.wayTried.text,
      when: screened.when.text,
    };
    return mailLink(troubleMail(this.zoneName, this.customerNumber, said), this.portal?.email);
  }

  /** What was left out of the mail, in words; '' when nothing was. */
  get leftOut(): string {
    const kinds = new Set(Object.values(this.screened).flatMap((one) => one.leftOut));
    return kinds.size === 0 ? '' : fill(leftOut, [...kinds].map((kind) => LEFT_OUT[kind]).join(', '));
  }

  get paperLink(): string {
    return mailLink(paperMail(this.zoneName, this.customerNumber), this.portal?.email);
  }

  get noSupport(): string | null {
    return this.hasEmail || this.phoneLink !== null ? null : fill(noSupport, this.zoneName);
  }

  handleTyped(event: CustomEvent<{ readonly value: string }>): void {
    const { name = '' } = (event.target as HTMLElement).dataset;
    this.typed = { ...this.typed, [name]: event.detail.value };
  }

  private get screened(): Readonly<Record<keyof Trouble, ScreenedText>> {
    const { typed } = this;
    const email = typed.wishedEmail;
    const now = Date.now();
    return {
      // An e-mail address may contain what looks like a date, but the help desk needs all of it.
      wishedEmail: isMailAddress(email) ? { text: email, leftOut: [] } : screenedText(email, now),
      wayTried: screenedText(typed.wayTried, now),
      when: screenedText(typed.when, now),
    };
  }
}
