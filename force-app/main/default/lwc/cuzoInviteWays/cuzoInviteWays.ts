import formFactor from '@salesforce/client/formFactor';
import addressLabel from '@salesforce/label/c.CuZo_QR_Address';
import alt from '@salesforce/label/c.CuZo_QR_Alt';
import copied from '@salesforce/label/c.CuZo_QR_Copied';
import copy from '@salesforce/label/c.CuZo_QR_Copy';
import copyFailed from '@salesforce/label/c.CuZo_QR_Copy_Failed';
import copyRefused from '@salesforce/label/c.CuZo_QR_Copy_Refused';
import download from '@salesforce/label/c.CuZo_QR_Download';
import downloadFailed from '@salesforce/label/c.CuZo_QR_Download_Failed';
import downloadPng from '@salesforce/label/c.CuZo_QR_Download_PNG';
import homeScreen from '@salesforce/label/c.CuZo_Home_Screen';
import instruction from '@salesforce/label/c.CuZo_QR_Instruction';
import mail from '@salesforce/label/c.CuZo_QR_Mail';
import mailOpened from '@salesforce/label/c.CuZo_QR_Mail_Opened';
import printFailed from '@salesforce/label/c.CuZo_QR_Print_Failed';
import printLabel from '@salesforce/label/c.CuZo_QR_Print';
import siteLanguages from '@salesforce/label/c.CuZo_QR_Site_Languages';
import { fill, languageName, type Language } from 'c/cuzoFormat';
import { customerTexts, mailLink, type CustomerTexts } from 'c/cuzoInvitation';
import type { Presented } from 'c/cuzoPresent';
import { pngFile, svgFile } from 'c/cuzoQr';
import { api, LightningElement } from 'lwc';
import { printPage } from './printPage';
import { saveFile } from './saveFile';

/** The QR code of a zone's address, and every way to give it to the customer. */
export default class CuzoInviteWays extends LightningElement {
  @api address = '';
  @api zoneName = '';
  /** The customer's language. */
  @api language: Language = 'nl';
  /** The languages of the zone's site when it lacks the customer's; else null. */
  @api otherLanguages: readonly Language[] | null = null;
  /** The customer's e-mail address; when empty, the agent enters the recipient. */
  @api email = '';

  label = {
    addressLabel,
    copy,
    download,
    downloadPng,
    homeScreen,
    instruction,
    mail,
    print: printLabel,
  };
  status = '';

  get alt(): string {
    return fill(alt, this.address);
  }

  get mailLink(): string {
    return mailLink(this.texts.mail, this.email);
  }

  get homeScreen(): readonly string[] {
    return this.texts.homeScreen;
  }

  /** On a phone, the button above shows the code. */
  get hasCode(): boolean {
    return formFactor !== 'Small';
  }

  get hasDownload(): boolean {
    return formFactor !== 'Small';
  }

  get siteLanguages(): string | null {
    const names = (this.otherLanguages ?? []).map((one) => languageName(one));
    return names.length === 0 ? null : fill(siteLanguages, this.zoneName, names.join(', '));
  }

  get presented(): Presented {
    const { zoneName, address, language } = this;
    return { zoneName, address, language, alt: address, sentence: this.texts.sentence };
  }

  async handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.address);
      this.status = copied;
    } catch {
      this.status = this.selectAddress() ? copyRefused : copyFailed;
    }
  }

  /** A page can't know whether a mail program opens. */
  handleMail(): void {
    this.status = mailOpened;
  }

  async handlePrint(): Promise<void> {
    this.status = '';
    try {
      const host = this.template?.querySelector('.print');
      if (host) await printPage(host, this.presented);
    } catch {
      this.status = printFailed;
    }
  }

  async handleDownloadSvg(): Promise<void> {
    await this.download('svg', () => Promise.resolve(svgFile(this.address)));
  }

  async handleDownloadPng(): Promise<void> {
    await this.download('png', () => pngFile(this.address));
  }

  /** Saves a file named like `MyPV-nl.svg`. */
  private async download(ending: string, file: () => Promise<Blob>): Promise<void> {
    this.status = '';
    const name = `${this.zoneName.replace(/\W/g, '')}-${this.language}.${ending}`;
    try {
      saveFile(await file(), name);
    } catch {
      this.status = downloadFailed;
    }
  }

  private get texts(): CustomerTexts {
    return customerTexts(this.zoneName, this.address, this.language, this.otherLanguages);
  }

  private selectAddress(): boolean {
    const link = this.template?.querySelector('.address a');
    const selection = window.getSelection();
    if (!link || !selection) return false;
    selection.selectAllChildren(link);
    return true;
  }
}
