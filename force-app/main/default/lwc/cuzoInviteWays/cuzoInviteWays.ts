import formFactor from '@salesforce/client/formFactor';
import addressLabel from '@salesforce/label/c.CuZo_QR_Address';
import alt from '@salesforce/label/c.CuZo_QR_Alt';
import copied from '@salesforce/label/c.CuZo_QR_Copied';
import copy from '@salesforce/label/c.CuZo_QR_Copy';
import copyRefused from '@salesforce/label/c.CuZo_QR_Copy_Refused';
import download from '@salesforce/label/c.CuZo_QR_Download';
import homeScreen from '@salesforce/label/c.CuZo_Home_Screen';
import instruction from '@salesforce/label/c.CuZo_QR_Instruction';
import mail from '@salesforce/label/c.CuZo_QR_Mail';
import presentLabel from '@salesforce/label/c.CuZo_QR_Present';
import printLabel from '@salesforce/label/c.CuZo_QR_Print';
import { fill, type Language } from 'c/cuzoFormat';
import { present, type Presented } from 'c/cuzoPresent';
import { qrFile } from 'c/cuzoQr';
import { api, LightningElement } from 'lwc';
import { customerTexts, mailLink, type CustomerTexts } from './customerTexts';
import { printPage } from './printPage';

/** The code of a zone's address and every way to bring it to the customer. */
export default class CuzoInviteWays extends LightningElement {
  @api address = '';
  @api zoneName = '';
  /** The customer's language. */
  @api language: Language = 'nl';

  label = {
    addressLabel,
    copy,
    download,
    homeScreen,
    instruction,
    mail,
    present: presentLabel,
    print: printLabel,
  };
  status = '';

  get alt(): string {
    return fill(alt, this.address);
  }

  get mailLink(): string {
    return mailLink(this.texts.mail);
  }

  get homeScreen(): readonly string[] {
    return this.texts.homeScreen;
  }

  get hasDownload(): boolean {
    return formFactor !== 'Small';
  }

  get file(): string {
    return qrFile(this.address);
  }

  /** `MyPV-nl.svg`. */
  get fileName(): string {
    return `${this.zoneName.replace(/\W/g, '')}-${this.language}.svg`;
  }

  async handlePresent(): Promise<void> {
    await present(this.presented);
  }

  async handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.address);
      this.status = copied;
    } catch {
      this.selectAddress();
      this.status = copyRefused;
    }
  }

  async handlePrint(): Promise<void> {
    const host = this.template?.querySelector('.print');
    if (host) await printPage(host, this.presented);
  }

  private get texts(): CustomerTexts {
    return customerTexts(this.zoneName, this.address, this.language);
  }

  private get presented(): Presented {
    const { zoneName, address, language } = this;
    return { zoneName, address, language, alt: address, sentence: this.texts.sentence };
  }

  private selectAddress(): void {
    const link = this.template?.querySelector('.address a');
    if (link) window.getSelection()?.selectAllChildren(link);
  }
}
