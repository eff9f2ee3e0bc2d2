import countries from 'i18n-iso-countries/index.js';
import { z } from 'zod';

/** ISO has no code for Kosovo; the EU and Salesforce use this one, from the range that ISO leaves to users. */
const KOSOVO = 'XK';
const COUNTRIES: ReadonlySet<string> = new Set([...Object.keys(countries.getAlpha2Codes()), KOSOVO]);

/** A country of ISO 3166-1, by its alpha-2 code. The code has to be in the list; not any two letters will do. */
export const country = z
  .string()
  .refine((code) => COUNTRIES.has(code), 'must be an ISO 3166-1 alpha-2 country code');
