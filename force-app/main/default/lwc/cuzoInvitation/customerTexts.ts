import androidDe from '@salesforce/label/c.CuZo_Home_Android_de';
import androidEn from '@salesforce/label/c.CuZo_Home_Android_en';
import androidFr from '@salesforce/label/c.CuZo_Home_Android_fr';
import androidNl from '@salesforce/label/c.CuZo_Home_Android_nl';
import bodyDe from '@salesforce/label/c.CuZo_Invite_Mail_Body_de';
import bodyEn from '@salesforce/label/c.CuZo_Invite_Mail_Body_en';
import bodyFr from '@salesforce/label/c.CuZo_Invite_Mail_Body_fr';
import bodyNl from '@salesforce/label/c.CuZo_Invite_Mail_Body_nl';
import iPhoneDe from '@salesforce/label/c.CuZo_Home_iPhone_de';
import iPhoneEn from '@salesforce/label/c.CuZo_Home_iPhone_en';
import iPhoneFr from '@salesforce/label/c.CuZo_Home_iPhone_fr';
import iPhoneNl from '@salesforce/label/c.CuZo_Home_iPhone_nl';
import sentenceDe from '@salesforce/label/c.CuZo_Invite_Sentence_de';
import sentenceEn from '@salesforce/label/c.CuZo_Invite_Sentence_en';
import sentenceFr from '@salesforce/label/c.CuZo_Invite_Sentence_fr';
import sentenceNl from '@salesforce/label/c.CuZo_Invite_Sentence_nl';
import siteDe from '@salesforce/label/c.CuZo_Invite_Site_Languages_de';
import siteEn from '@salesforce/label/c.CuZo_Invite_Site_Languages_en';
import siteFr from '@salesforce/label/c.CuZo_Invite_Site_Languages_fr';
import siteNl from '@salesforce/label/c.CuZo_Invite_Site_Languages_nl';
import subjectDe from '@salesforce/label/c.CuZo_Invite_Mail_Subject_de';
import subjectEn from '@salesforce/label/c.CuZo_Invite_Mail_Subject_en';
import subjectFr from '@salesforce/label/c.CuZo_Invite_Mail_Subject_fr';
import subjectNl from '@salesforce/label/c.CuZo_Invite_Mail_Subject_nl';
import { fill, languageName, type Language } from 'c/cuzoFormat';

type Texts = Readonly<Record<Language, string>>;

const SENTENCES: Texts = { nl: sentenceNl, fr: sentenceFr, de: sentenceDe, en: sentenceEn };
const SUBJECTS: Texts = { nl: subjectNl, fr: subjectFr, de: subjectDe, en: subjectEn };
const BODIES: Texts = { nl: bodyNl, fr: bodyFr, de: bodyDe, en: bodyEn };
const SITES: Texts = { nl: siteNl, fr: siteFr, de: siteDe, en: siteEn };
const IPHONE: Texts = { nl: iPhoneNl, fr: iPhoneFr, de: iPhoneDe, en: iPhoneEn };
const ANDROID: Texts = { nl: androidNl, fr: androidFr, de: androidDe, en: androidEn };

/** Texts for the customer, in the customer's language and not the agent's. */
export interface CustomerTexts {
  readonly sentence: string;
  readonly mail: { readonly subject: string; readonly body: string };
  /** How to add the zone's icon to the home screen of each kind of phone (FAQ 1.4). */
  readonly homeScreen: readonly string[];
}

/**
 * `otherLanguages`: the languages of the zone's site when it lacks the customer's, which the text then mentions; else null.
 */
export function customerTexts(
  zoneName: string,
  address: string,
  language: Language,
  otherLanguages: readonly Language[] | null = null,
): CustomerTexts {
  const names = (otherLanguages ?? []).map((one) => languageName(one, language));
  const site = names.length === 0 ? '' : fill(SITES[language], zoneName, names.join(', '));
  const sentence = fill(SENTENCES[language], zoneName, address);
  return {
    sentence: site === '' ? sentence : `${sentence} ${site}`,
    mail: {
      subject: fill(SUBJECTS[language], zoneName),
      body: fill(BODIES[language], zoneName, address, site === '' ? '' : `\n${site}`),
    },
    homeScreen: [fill(IPHONE[language], address), fill(ANDROID[language], address)],
  };
}

/** A single address, without characters that a mail program could read as more. */
const ADDRESS = /^[^\s@,;:<>()"[\]]+@[^\s@,;:<>()"[\]]+$/;

export const isMailAddress = (text: string): boolean => ADDRESS.test(text.trim());

/**
 * A link that opens a mail in the agent's own mail program (RFC 6068). Without a plain address in `to`, the agent enters the
 * recipient.
 */
export function mailLink({ subject, body }: CustomerTexts['mail'], to = ''): string {
  const lines = body.replace(/\r?\n/g, '\r\n');
  const receiver = isMailAddress(to) ? encodeURIComponent(to.trim()).replace('%40', '@') : '';
  return `mailto:${receiver}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}
