import type { RecordError } from '../org.ts';
import { COUNTRY_NAMES } from '../schema/countries.ts';
import { type Field, type SObject, fieldOf } from '../schema/model.ts';
import type { Value } from './database.ts';
import { recordError } from './recordErrors.ts';
import type { OrgState } from './state.ts';

const CODES: ReadonlyMap<string, string> = new Map(
  [...COUNTRY_NAMES].map(([code, name]) => [name.toLowerCase(), code]),
);

/**
 * The error for a country that the org doesn't have, as Dynamics 365 Customer Insights documents it for its export to
 * Salesforce; the field as the REST API names it: "...: Mailing Country".
 */
const unknownCountry = ({ name, label }: Field): RecordError =>
  recordError(
    'FIELD_INTEGRITY_EXCEPTION',
    `There's a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.: ${label}`,
    [name],
  );

const unknownState = ({ name, label }: Field): RecordError =>
  recordError(
    'FIELD_INTEGRITY_EXCEPTION',
    `There's a problem with this state, even though it may appear correct. Please select a state/province from the list of valid states.: ${label}`,
    [name],
  );

type Draft = Record<string, Value>;

/** The text field and the code field of a country or state, and what this write sets of them. */
interface Pair {
  readonly text: Field;
  readonly code: Field;
  readonly writes: { readonly text: boolean; readonly code: boolean };
}

function pairs(object: SObject, written: ReadonlySet<Field>): readonly Pair[] {
  return [...object.fields.values()].flatMap((code) => {
    const text = /(?:Country|State)Code$/.test(code.name)
      ? fieldOf(object, code.name.replace(/Code$/, ''))
      : undefined;
    if (text === undefined) return [];
    const writes = { text: written.has(text), code: written.has(code) };
    return writes.text || writes.code ? [{ text, code, writes }] : [];
  });
}

/**
 * The country that a write means: `null` clears it; `undefined` when the org doesn't have it, or text and code name
 * different ones.
 */
function countryOf({ text, code, writes }: Pair, row: Draft): string | null | undefined {
  const ofText = typeof row[text.name] === 'string' ? CODES.get(String(row[text.name]).toLowerCase()) : null;
  const ofCode = row[code.name] ?? null;
  if (!writes.code || (writes.text && ofCode === null)) return ofText;
  if (ofCode !== null && !COUNTRY_NAMES.has(String(ofCode))) return undefined;
  const chosen = ofCode === null ? null : String(ofCode);
  return writes.text && row[text.name] !== null && ofText !== chosen ? undefined : chosen;
}

/**
 * With State and Country/Territory picklists, the text and the code of a country follow each other, and other countries are
 * refused. Salesforce help, "State and Country/Territory Picklist Field-Syncing Logic". No country of this org has states.
 */
export function settleCountries(
  { features }: OrgState,
  object: SObject,
  row: Draft,
  written: ReadonlySet<Field>,
): readonly RecordError[] {
  if (!features.stateCountryPicklists) return [];
  return pairs(object, written).flatMap((pair) => {
    const wrong = pair.writes.text && row[pair.text.name] !== null ? pair.text : pair.code;
    if (pair.text.name.endsWith('State'))
      return (row[pair.text.name] ?? row[pair.code.name] ?? null) === null ? [] : [unknownState(wrong)];
    const code = countryOf(pair, row);
    if (code === undefined) return [unknownCountry(wrong)];
    row[pair.code.name] = code;
    row[pair.text.name] = COUNTRY_NAMES.get(code ?? '') ?? null;
    return [];
  });
}
