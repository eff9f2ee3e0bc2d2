import { masterLanguage, ourLanguages, type SourceFiles } from './masterLanguage.ts';
import type { Component } from './orgComponents.ts';
import type { OrgLanguages, OrgObjects } from './orgFacts.ts';
import type { ComponentSecurity, OrgHolds } from './orgHolds.ts';

/** What an org is, as far as a deploy asks. */
export interface OrgIs extends OrgHolds {
  readonly languages: OrgLanguages;
  readonly objects: OrgObjects;
}

const yes = (has: boolean): string => (has ? 'yes' : 'no');
const listed = (items: Iterable<string>): string => [...items].join(', ');

/** What the org is, what a deploy will do there and what is missing, a line each. */
export function planLines(org: OrgIs, source: SourceFiles, withPages: boolean): readonly string[] {
  const { id, name, isSandbox } = org.languages;
  return [
    `Org: ${name} (${id})${isSandbox ? ', a sandbox' : ''}`,
    ...languageLines(org.languages, source),
    ...featureLines(org.objects),
    `Components run in: ${org.security}${SECURITY_ADVICE[org.security]}`,
    `Lightning pages of the org are ${withPages ? 'replaced by ours' : 'left as they are where they have the names of ours'}`,
    ...(org.retired.length === 0
      ? []
      : [`Taken out after it, left there by an earlier release: ${listed(org.retired.map(named))}`]),
  ];
}

const named = ({ type, fullName }: Component): string => `${type} ${fullName}`;

const SECURITY_ADVICE: Readonly<Record<ComponentSecurity, string>> = {
  'Lightning Web Security': '',
  'Lightning Locker':
    '. Printing the invitation and the CuZo tab fails there: switch Lightning Web Security on (Setup, Session Settings)',
  unknown:
    '. See Setup, Session Settings: Lightning Web Security has to be on, else the invitation and the CuZo tab can not be printed',
};

function languageLines({ language, translations }: OrgLanguages, source: SourceFiles): readonly string[] {
  const master = masterLanguage(source, language);
  const other = [...ourLanguages(source)].filter((each) => each !== master);
  const active = other.filter((each) => translations.has(each));
  const inactive = other.filter((each) => !translations.has(each));
  const untold = master === language ? '' : `, as we have no words in ${language}`;
  return [
    `Language: ${language}. Labels are deployed in ${master}${untold}, list views and reports in ${master} alone`,
    `Translations: ${active.length > 0 ? listed(active) : 'none'}`,
    ...(inactive.length === 0
      ? []
      : [
          `Not deployed, as the org has not switched them on (Setup, Translation Language Settings): ${listed(inactive)}`,
        ]),
  ];
}

function featureLines({ Account, InsurancePolicy }: OrgObjects): readonly string[] {
  const isCoded = Account?.has('billingcountrycode') === true;
  return [
    `Person accounts: ${yes(Account?.has('ispersonaccount') === true)}; insurance policies: ${yes(InsurancePolicy !== null)}`,
    `State and Country picklists: ${yes(isCoded)}${isCoded ? ' (set contact.country to "code" in config/sync.json)' : ''}`,
  ];
}
