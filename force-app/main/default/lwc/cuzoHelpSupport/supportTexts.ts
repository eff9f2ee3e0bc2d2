import bodyDe from '@salesforce/label/c.CuZo_Support_Body_de';
import bodyEn from '@salesforce/label/c.CuZo_Support_Body_en';
import bodyFr from '@salesforce/label/c.CuZo_Support_Body_fr';
import bodyNl from '@salesforce/label/c.CuZo_Support_Body_nl';
import closed from '@salesforce/label/c.CuZo_Help_Closed';
import holiday from '@salesforce/label/c.CuZo_Help_Holiday';
import hoursLabel from '@salesforce/label/c.CuZo_Help_Hours';
import open from '@salesforce/label/c.CuZo_Help_Open';
import opensOn from '@salesforce/label/c.CuZo_Help_Opens_On';
import opensToday from '@salesforce/label/c.CuZo_Help_Opens_Today';
import paperBodyDe from '@salesforce/label/c.CuZo_Paper_Body_de';
import paperBodyEn from '@salesforce/label/c.CuZo_Paper_Body_en';
import paperBodyFr from '@salesforce/label/c.CuZo_Paper_Body_fr';
import paperBodyNl from '@salesforce/label/c.CuZo_Paper_Body_nl';
import paperSubjectDe from '@salesforce/label/c.CuZo_Paper_Subject_de';
import paperSubjectEn from '@salesforce/label/c.CuZo_Paper_Subject_en';
import paperSubjectFr from '@salesforce/label/c.CuZo_Paper_Subject_fr';
import paperSubjectNl from '@salesforce/label/c.CuZo_Paper_Subject_nl';
import subjectDe from '@salesforce/label/c.CuZo_Support_Subject_de';
import subjectEn from '@salesforce/label/c.CuZo_Support_Subject_en';
import subjectFr from '@salesforce/label/c.CuZo_Support_Subject_fr';
import subjectNl from '@salesforce/label/c.CuZo_Support_Subject_nl';
import { AGENT_LANGUAGE, dayText, fill, type Language } from 'c/cuzoFormat';
import { openState } from 'c/cuzoHours';

type Texts = Readonly<Record<Language, string>>;

const SUBJECTS: Texts = { nl: subjectNl, fr: subjectFr, de: subjectDe, en: subjectEn };
const BODIES: Texts = { nl: bodyNl, fr: bodyFr, de: bodyDe, en: bodyEn };
const PAPER_SUBJECTS: Texts = {
  nl: paperSubjectNl,
  fr: paperSubjectFr,
  de: paperSubjectDe,
  en: paperSubjectEn,
};
const PAPER_BODIES: Texts = { nl: paperBodyNl, fr: paperBodyFr, de: paperBodyDe, en: paperBodyEn };

/** The help desks work in the zones' own two languages, so other agents write in Dutch. */
const DESK_LANGUAGE: Language = AGENT_LANGUAGE === 'fr' ? 'fr' : 'nl';

export interface Mail {
  readonly subject: string;
  readonly body: string;
}

/**
 * What the help desk asks for (FAQ 2.3): the customer's number and what the agent typed, and nothing else about the
 * customer.
 */
export interface Trouble {
  readonly wishedEmail: string;
  readonly wayTried: string;
  readonly when: string;
}

export function troubleMail(
  zoneName: string,
  customerNumber: string,
  { wishedEmail, wayTried, when }: Trouble,
): Mail {
  return {
    subject: fill(SUBJECTS[DESK_LANGUAGE], zoneName, customerNumber),
    body: fill(BODIES[DESK_LANGUAGE], customerNumber, wishedEmail, wayTried, when),
  };
}

export function paperMail(zoneName: string, customerNumber: string): Mail {
  return {
    subject: fill(PAPER_SUBJECTS[DESK_LANGUAGE], zoneName, customerNumber),
    body: fill(PAPER_BODIES[DESK_LANGUAGE], customerNumber),
  };
}

/** Whether the help desk is open at a time (milliseconds), in words. Hours that are free text are returned as they are. */
export function hoursWords(hours: string, now: number): string {
  const state = openState(hours, now);
  switch (state?.kind) {
    case undefined:
      return fill(hoursLabel, hours);
    case 'open':
      return fill(open, state.until);
    case 'holiday':
      return holiday;
    case 'closed': {
      const { opens, today } = state;
      if (opens === null) return closed;
      return opens.day === today
        ? fill(opensToday, opens.time)
        : fill(opensOn, dayText(opens.day), opens.time);
    }
  }
}
