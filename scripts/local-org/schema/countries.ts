import countries from 'i18n-iso-countries/index.js';

/** ISO has no code for Kosovo; Salesforce's list uses this one. */
const KOSOVO = 'XK';

const NAMES = new Intl.DisplayNames('en', { type: 'region' });

/** The countries of an org with country picklists: ISO code -> integration value, which is the English name. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map(
  [...Object.keys(countries.getAlpha2Codes()), KOSOVO].sort().map((code) => [code, NAMES.of(code) ?? code]),
);
