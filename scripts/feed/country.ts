import countries from 'i18n-iso-countries/index.js';
import { z } from 'zod';

/** Kosovo has no code of ISO's; this one, which ISO leaves to its users, is what the EU and Salesforce use. */
const KOSOVO = 'XK';
const COUNTRIES: ReadonlySet<string> = new Set([...Object.keys(countries.getAlpha2Codes()), KOSOVO]);

/** A country of ISO 3166-1, by its alpha-2 code: one that is in the list, not any two letters. */
export const country = z
  .string()
  .refine((code) => COUNTRIES.has(code), 'must be an ISO 3166-1 alpha-2 country code');
